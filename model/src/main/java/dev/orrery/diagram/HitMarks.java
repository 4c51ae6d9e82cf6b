package dev.orrery.diagram;

import dev.orrery.comparison.Union;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.scenario.AssumedFault;
import dev.orrery.scenario.Hit;
import dev.orrery.scenario.Outcome;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Dependency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whom a what-if hits, and what it changes, on its picture. Where a box was changed and is hit, the hit counts.
public final class HitMarks {
    private static final int LONGEST = 60;

    private HitMarks() {}

    /// @param changes from the topology as it is to that of the what-if
    /// @param graph that is pictured
    public static Marks of(Outcome outcome, Union changes, VisibleGraph graph) {
        Map<String, Mark> services = services(outcome);
        Marks changed = ChangeMarks.of(changes, graph, ChangeMarks.BOTH);
        Map<NodeId, Mark> boxes = new HashMap<>(changed.boxes());
        for (VisibleGraph.Node node : graph.nodes()) {
            worst(services, node.members()).ifPresent(mark -> boxes.put(node.id(), mark));
        }
        Map<EdgeId, Mark> edges = new HashMap<>(changed.edges());
        for (VisibleGraph.Edge edge : graph.edges()) {
            sign(edge.dependencies(), services).ifPresent(sign -> edges.put(edge.id(), Mark.of(sign)));
        }
        return new Marks(boxes, edges, Set.of(), Set.of());
    }

    private static Map<String, Mark> services(Outcome outcome) {
        Map<String, Mark> marks = new HashMap<>();
        for (Hit hit : outcome.hits()) {
            List<String> way = new ArrayList<>();
            hit.path().stream().skip(1).forEach(id -> way.add(outcome.after().nameOf(id)));
            String effect = Messages.of(hit.effect() == Hit.Effect.DOWN ? "mark.hit.down" : "mark.hit.slow");
            String through = Untrusted.oneLine(String.join(" → ", way), LONGEST);
            marks.put(
                    hit.service(),
                    new Mark(
                            hit.isCertain() ? Sign.CERTAIN : Sign.POSSIBLE,
                            Messages.of("mark.hit", effect, through),
                            1));
        }
        for (AssumedFault fault : outcome.faults()) {
            marks.put(
                    fault.service(),
                    switch (fault) {
                        case AssumedFault.Down _ -> Mark.of(Sign.ASSUMED_DOWN);
                        case AssumedFault.Slow slow ->
                            new Mark(
                                    Sign.ASSUMED_SLOW,
                                    Messages.of("mark.slower", slow.by().toMillis() + " ms"),
                                    1);
                    });
        }
        return marks;
    }

    /// Of a collapsed boundary, what is worst of its members; signs are in the order of how bad they are.
    private static Optional<Mark> worst(Map<String, Mark> services, List<String> members) {
        return members.stream()
                .flatMap(member -> Optional.ofNullable(services.get(member)).stream())
                .min(Comparator.comparing(mark -> mark.sign() == null ? Sign.CHANGED : mark.sign()));
    }

    /// A hit comes along a dependency from one that is hit to one that is hit or at fault; for certain where both are
    /// and the dependency is one that is waited for.
    private static Optional<Sign> sign(List<Dependency> dependencies, Map<String, Mark> services) {
        boolean possible = false;
        for (Dependency need : dependencies) {
            Sign from = sign(services, need.from());
            Sign to = sign(services, need.to());
            boolean comes = (from == Sign.CERTAIN || from == Sign.POSSIBLE) && to != Sign.CHANGED;
            if (comes && !need.isOnlyAllowed()) {
                if (from == Sign.CERTAIN && to != Sign.POSSIBLE && Outcome.isWaitedFor(need)) {
                    return Optional.of(Sign.CERTAIN);
                }
                possible = true;
            }
        }
        return possible ? Optional.of(Sign.POSSIBLE) : Optional.empty();
    }

    /// [Sign#CHANGED] where nothing reaches it.
    private static Sign sign(Map<String, Mark> services, String id) {
        Mark mark = services.get(id);
        return mark == null || mark.sign() == null ? Sign.CHANGED : mark.sign();
    }
}
