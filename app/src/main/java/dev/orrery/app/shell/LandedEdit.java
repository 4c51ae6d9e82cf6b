package dev.orrery.app.shell;

import dev.orrery.app.canvas.Landing;
import dev.orrery.app.editing.Consequences;
import dev.orrery.edit.EditedTopology;
import dev.orrery.edit.EditedTopology.Intended;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Topology;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What it means to let a card, or a line from one, go somewhere on the picture.
final class LandedEdit {
    private static final int LONGEST = 40;

    private LandedEdit() {}

    /// Empty where it means nothing: the card is only put there.
    ///
    /// @param topology as the sources state it
    static Optional<TopologyEdit> of(Topology topology, NodeId dragged, Landing landing) {
        return switch (landing) {
            case Landing.Inside inside ->
                topology.boundary(inside.boundary()).flatMap(into -> into(topology, dragged, into.id()));
            case Landing.Ground() -> into(topology, dragged, null);
            case Landing.On on ->
                dragged.of() == NodeId.Of.SERVICE && on.card().of() == NodeId.Of.SERVICE
                        ? Optional.of(
                                new TopologyEdit.Connect(dragged.id(), on.card().id(), null))
                        : Optional.empty();
        };
    }

    /// What would come of it; empty where it cannot be.
    static Optional<String> words(Topology before, TopologyEdit edit) {
        return switch (EditedTopology.apply(before, edit)) {
            case Intended.Refused _ -> Optional.empty();
            case Intended.Meant(Topology after) -> Optional.of(words(before, after, edit));
        };
    }

    private static Optional<TopologyEdit> into(Topology topology, NodeId dragged, @Nullable String boundary) {
        return switch (dragged.of()) {
            case SERVICE ->
                topology.service(dragged.id())
                        .filter(service -> !Objects.equals(service.boundary(), boundary))
                        .map(service -> new TopologyEdit.MoveService(service.id(), boundary));
            case BOUNDARY ->
                topology.boundary(dragged.id())
                        .filter(inner -> !Objects.equals(inner.within(), boundary))
                        .map(inner -> new TopologyEdit.NestBoundary(inner.id(), boundary));
            case MISSING -> Optional.empty();
        };
    }

    private static String words(Topology before, Topology after, TopologyEdit edit) {
        String does = switch (edit) {
            case TopologyEdit.MoveService move -> into(before, move.boundary());
            case TopologyEdit.NestBoundary nest -> into(before, nest.within());
            case TopologyEdit.Connect connect ->
                Messages.of("landing.connect", name(before.nameOf(connect.from())), name(before.nameOf(connect.to())));
            default -> throw new IllegalArgumentException(edit.toString());
        };
        String figures = Consequences.words(before, after);
        return figures.isEmpty() ? does : does + "\n" + figures;
    }

    private static String into(Topology topology, @Nullable String boundary) {
        return boundary == null
                ? Messages.of("landing.out")
                : Messages.of(
                        "landing.into",
                        name(topology.boundary(boundary).map(Boundary::name).orElse(boundary)));
    }

    private static String name(String name) {
        return Untrusted.oneLine(name, LONGEST);
    }
}
