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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// What it means to let cards, or a line from one, go somewhere on the picture.
final class LandedEdit {
    private static final int LONGEST = 40;

    private LandedEdit() {}

    /// Empty where it means nothing: the cards are only put there.
    ///
    /// @param topology as the sources state it
    /// @param dragged one where a line is drawn from it
    static List<TopologyEdit> of(Topology topology, SortedSet<NodeId> dragged, Landing landing) {
        return dragged.stream()
                .flatMap(each -> of(topology, each, landing).stream())
                .toList();
    }

    private static Optional<TopologyEdit> of(Topology topology, NodeId dragged, Landing landing) {
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

    /// What would come of them; empty where nothing would, or they cannot be.
    static Optional<String> words(Topology before, List<TopologyEdit> edits) {
        if (edits.isEmpty()) {
            return Optional.empty();
        }
        return switch (EditedTopology.apply(before, edits)) {
            case Intended.Refused _ -> Optional.empty();
            case Intended.Meant(Topology after) -> Optional.of(words(before, after, edits));
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

    private static String words(Topology before, Topology after, List<TopologyEdit> edits) {
        String does = switch (edits.getFirst()) {
            case TopologyEdit.MoveService move -> into(before, edits.size(), move.boundary());
            case TopologyEdit.NestBoundary nest -> into(before, edits.size(), nest.within());
            case TopologyEdit.Connect connect ->
                Messages.of("landing.connect", name(before.nameOf(connect.from())), name(before.nameOf(connect.to())));
            default -> throw new IllegalArgumentException(edits.toString());
        };
        String figures = Consequences.words(before, after);
        return figures.isEmpty() ? does : does + "\n" + figures;
    }

    private static String into(Topology topology, int count, @Nullable String boundary) {
        String number = Integer.toString(count);
        if (boundary == null) {
            return count == 1 ? Messages.of("landing.out") : Messages.of("landing.out-some", number);
        }
        String name = name(topology.boundary(boundary).map(Boundary::name).orElse(boundary));
        return count == 1 ? Messages.of("landing.into", name) : Messages.of("landing.into-some", number, name);
    }

    private static String name(String name) {
        return Untrusted.oneLine(name, LONGEST);
    }
}
