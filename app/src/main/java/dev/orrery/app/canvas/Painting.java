package dev.orrery.app.canvas;

import dev.orrery.app.theme.Inks;
import dev.orrery.diagram.Diagram;
import dev.orrery.graph.NodeId;
import java.util.Set;

/// All that decides how a diagram is painted, but where. Immutable, so that any thread may paint it.
///
/// @param index of this diagram, or of one with the same places
/// @param nodes what is shown by scene-graph nodes and not painted: cards, and the words of frames
record Painting(Diagram diagram, PlaceIndex index, Inks inks, Lit lit, Set<NodeId> nodes, Transit transit) {
    static final Painting NOTHING =
            new Painting(Diagram.EMPTY, PlaceIndex.EMPTY, Inks.NONE, Lit.NOTHING, Set.of(), Transit.ARRIVED);

    Painting showing(Diagram next, PlaceIndex places) {
        return new Painting(next, places, inks, lit, nodes, Transit.ARRIVED);
    }

    Painting in(Inks next) {
        return inks.equals(next) ? this : new Painting(diagram, index, next, lit, nodes, transit);
    }

    Painting lit(Lit next) {
        return lit.equals(next) ? this : new Painting(diagram, index, inks, next, nodes, transit);
    }

    Painting without(Set<NodeId> next) {
        return nodes.equals(next) ? this : new Painting(diagram, index, inks, lit, Set.copyOf(next), transit);
    }

    Painting on(Transit next) {
        return new Painting(diagram, index, inks, lit, nodes, next);
    }

    /// Without what comes and goes with the mouse and the camera.
    Painting bare() {
        return new Painting(diagram, index, inks, Lit.NOTHING, Set.of(), Transit.ARRIVED);
    }

    /// Whether all but the looks of single parts is the same, so that those can be painted over.
    @SuppressWarnings("ReferenceEquality") // Another index means other places.
    boolean differsInLooksFrom(Painting other) {
        return index == other.index
                && inks.equals(other.inks)
                && lit.equals(other.lit)
                && nodes.equals(other.nodes)
                && transit.arrived()
                && other.transit.arrived();
    }
}
