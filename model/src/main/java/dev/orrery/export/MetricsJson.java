package dev.orrery.export;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.number;
import static dev.orrery.json.Json.object;

import dev.orrery.graph.Circles;
import dev.orrery.inspection.BoundaryMetrics;
import dev.orrery.inspection.TopologyMetrics;
import dev.orrery.json.Json;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// `metrics` of the answer of `check`.
final class MetricsJson {
    private MetricsJson() {}

    static Json of(Topology topology) {
        TopologyMetrics metrics = TopologyMetrics.of(topology);
        return object(
                member("services", number(topology.services().size())),
                member("dependencies", number(topology.dependencies().size())),
                member("boundaries", number(topology.boundaries().size())),
                member(
                        "dangling",
                        number(topology.dependencies().stream()
                                .filter(Dependency::dangling)
                                .count())),
                member("cycles", number(Circles.of(topology).size())),
                member("across", crossings(metrics.across())),
                member("sharedStores", texts(metrics.whole().sharedStores())),
                member(
                        "boundaryCycles",
                        array(metrics.cycles().stream().map(MetricsJson::texts).toList())),
                member(
                        "teams",
                        array(metrics.teams().entrySet().stream()
                                .map(entry -> object(
                                        member("team", entry.getKey()), member("boundaries", texts(entry.getValue()))))
                                .toList())),
                member(
                        "perBoundary",
                        array(metrics.boundaries().stream()
                                .map(MetricsJson::boundary)
                                .toList())));
    }

    private static Json boundary(BoundaryMetrics metrics) {
        List<Json.Member> members = new ArrayList<>();
        members.add(member("id", metrics.boundary()));
        members.add(member("services", number(metrics.services())));
        members.add(member("inside", number(metrics.inside())));
        members.add(member("cohesion", rounded(metrics.cohesion())));
        members.add(member("afferent", number(metrics.afferent())));
        members.add(member("efferent", number(metrics.efferent())));
        members.add(member("instability", rounded(metrics.instability())));
        members.add(member("in", crossings(metrics.in())));
        members.add(member("out", crossings(metrics.out())));
        members.add(member("sharedStores", texts(metrics.sharedStores())));
        members.add(member("teams", texts(metrics.teams())));
        return new Json.Obj(members);
    }

    private static Json crossings(BoundaryMetrics.Crossings crossings) {
        return object(
                member("sync", number(crossings.sync())),
                member("async", number(crossings.async())),
                member("data", number(crossings.data())));
    }

    private static Json texts(Collection<String> texts) {
        return array(texts.stream().map(Json::text).toList());
    }

    /// To three decimals; null where there is nothing to compare.
    private static Json rounded(double ratio) {
        return Double.isNaN(ratio)
                ? Json.NULL
                : number(BigDecimal.valueOf(ratio)
                        .setScale(3, RoundingMode.HALF_UP)
                        .doubleValue());
    }
}
