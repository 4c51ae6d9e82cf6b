package dev.orrery.diagram;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.Health;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gives cards what folded hubs leave on them, with how those stand.
final class HubMarks {
    private final Topology topology;
    private final HubRow row;
    private final HealthMarks marks;
    private final Predicate<EdgeId> shown;
    private final Map<NodeId, Health> healths = new HashMap<>();

    HubMarks(Topology topology, HubRow row, HealthMarks marks, Predicate<EdgeId> shown) {
        this.topology = topology;
        this.row = row;
        this.marks = marks;
        this.shown = shown;
    }

    HubMark of(NodeId id, double cardWidth) {
        if (!row.has(id)) {
            return HubMark.NONE;
        }
        List<HubBadge> badges = new ArrayList<>();
        for (HubRow.Place place : row.places(id, cardWidth)) {
            List<NodeId> hubs = place.hubs();
            badges.add(new HubBadge(
                    hubs,
                    place.label(),
                    hubs.stream().map(row::name).collect(Collectors.joining(", ")),
                    place.more() ? null : kind(hubs.getFirst()),
                    hubs.stream().map(this::health).reduce(Health::worse).orElse(Health.UNKNOWN),
                    hubs.stream().allMatch(hub -> shown.test(new EdgeId(id, hub))),
                    place.x(),
                    place.width()));
        }
        return new HubMark(row.neededBy(id), badges);
    }

    private @Nullable ServiceKind kind(NodeId hub) {
        return topology.service(hub.id()).map(Service::kind).orElse(null);
    }

    private Health health(NodeId hub) {
        return healths.computeIfAbsent(
                hub,
                id -> topology.service(id.id())
                        .map(service -> marks.of(service).health())
                        .orElse(Health.UNKNOWN));
    }
}
