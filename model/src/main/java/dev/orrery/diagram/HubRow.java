package dev.orrery.diagram;

import dev.orrery.graph.Hubs;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who needs which folded hub, and how the badges for that fit into cards. Independent of health.
final class HubRow {
    private static final double LONGEST_NAME = 72;
    private static final double SHORTEST_NAME = 40;
    private static final double BETWEEN = 10;

    private final Topology topology;
    private final Hubs hubs;
    private final Map<NodeId, List<NodeId>> needs = new HashMap<>();
    private final Map<NodeId, Set<String>> dependents = new HashMap<>();

    HubRow(Topology topology, VisibleGraph graph, Hubs hubs) {
        this.topology = topology;
        this.hubs = hubs;
        for (VisibleGraph.Edge edge : graph.edges()) {
            if (hubs.folds(edge.id())) {
                needs.computeIfAbsent(edge.id().from(), _ -> new ArrayList<>())
                        .add(edge.id().to());
                Set<String> who = dependents.computeIfAbsent(edge.id().to(), _ -> new HashSet<>());
                edge.dependencies().forEach(dependency -> who.add(dependency.from()));
            }
        }
    }

    /// Whether a card has such a row.
    boolean has(NodeId id) {
        return hubs.holds(id) || needs.containsKey(id);
    }

    /// As in `needed by 41`; empty for all but hubs.
    String neededBy(NodeId id) {
        return hubs.holds(id)
                ? Messages.of(
                        "card.needed-by",
                        Integer.toString(dependents.getOrDefault(id, Set.of()).size()))
                : "";
    }

    /// A badge before its looks are known.
    ///
    /// @param more whether it stands for those that have no room
    record Place(List<NodeId> hubs, String label, boolean more, double x, double width) {}

    /// What all badges take with the names that one would like.
    double wantedWidth(NodeId id) {
        double left = left(id);
        List<Place> all = row(id, LONGEST_NAME, left);
        return all.isEmpty()
                ? left - BETWEEN
                : all.getLast().x() + all.getLast().width();
    }

    /// The badges of a card, with long names where there is room, else with short ones, else as many as fit.
    List<Place> places(NodeId id, double cardWidth) {
        double left = left(id);
        double right = cardWidth - Measures.CARD_RIGHT_INSET;
        List<Place> all = row(id, LONGEST_NAME, left);
        if (all.isEmpty() || end(all) <= right) {
            return all;
        }
        List<Place> shorter = row(id, SHORTEST_NAME, left);
        if (end(shorter) <= right) {
            return shorter;
        }
        List<Place> fitting = new ArrayList<>(shorter);
        while (true) {
            fitting.removeLast();
            List<NodeId> rest = needs.getOrDefault(id, List.of()).subList(fitting.size(), shorter.size());
            String label = Messages.of("card.more-hubs", Integer.toString(rest.size()));
            double x = fitting.isEmpty() ? left : end(fitting) + BETWEEN;
            double width = HubBadge.SHAPE_SIZE + HubBadge.GAP + Print.SMALL.width(label);
            if (x + width <= right || fitting.isEmpty()) {
                fitting.add(new Place(rest, label, true, x, width));
                return fitting;
            }
        }
    }

    String name(NodeId hub) {
        return Untrusted.oneLine(topology.service(hub.id()).map(Service::name).orElse(hub.id()));
    }

    private double left(NodeId id) {
        String neededBy = neededBy(id);
        return Measures.CARD_INSET + (neededBy.isEmpty() ? 0 : Print.SMALL.width(neededBy) + BETWEEN);
    }

    private List<Place> row(NodeId id, double longest, double left) {
        List<Place> row = new ArrayList<>();
        double x = left;
        for (NodeId hub : needs.getOrDefault(id, List.of())) {
            String label = Print.SMALL.fit(name(hub), longest);
            double width = HubBadge.SHAPE_SIZE + HubBadge.ICON_SIZE + 2 * HubBadge.GAP + Print.SMALL.width(label);
            row.add(new Place(List.of(hub), label, false, x, width));
            x += width + BETWEEN;
        }
        return row;
    }

    private static double end(List<Place> row) {
        return row.getLast().x() + row.getLast().width();
    }
}
