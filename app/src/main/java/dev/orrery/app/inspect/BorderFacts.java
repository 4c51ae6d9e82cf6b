package dev.orrery.app.inspect;

import dev.orrery.inspection.BoundaryMetrics;
import dev.orrery.inspection.TopologyMetrics;
import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What goes on at the borders of boundaries, in words.
final class BorderFacts {
    private BorderFacts() {}

    /// Of one boundary; nothing where it has to do with nobody.
    static List<Facts.Fact> of(String boundary, TopologyMetrics all, Topology topology) {
        BoundaryMetrics metrics = all.of(boundary).orElse(null);
        if (metrics == null || metrics.inside() + metrics.across() == 0) {
            return List.of();
        }
        return new Facts.Known()
                .and("inspect.borders.cohesion", cohesion(metrics))
                .and("inspect.borders.in", calls(metrics.in(), metrics.afferent()))
                .and("inspect.borders.out", calls(metrics.out(), metrics.efferent()))
                .and("inspect.borders.instability", ratio(metrics.instability()))
                .and("inspect.borders.stores", named(metrics.sharedStores(), topology))
                .and("inspect.borders.teams", metrics.teams().size() > 1 ? String.join(", ", metrics.teams()) : null)
                .and("inspect.borders.circle", circle(boundary, all, topology))
                .facts();
    }

    /// Of all of them; nothing where there are none.
    static List<Facts.Fact> of(TopologyMetrics all, Topology topology) {
        if (topology.boundaries().isEmpty() || all.whole().inside() == 0) {
            return List.of();
        }
        return new Facts.Known()
                .and("inspect.borders.across", across(all))
                .and("inspect.borders.stores", named(all.whole().sharedStores(), topology))
                .and("inspect.borders.circles", circles(all, topology))
                .and("inspect.borders.teams", teams(all))
                .facts();
    }

    private static @Nullable String cohesion(BoundaryMetrics metrics) {
        return Messages.of(
                "inspect.borders.stay",
                Long.toString(Math.round(metrics.cohesion() * 100)),
                Integer.toString(metrics.inside()),
                Integer.toString(metrics.inside() + metrics.across()));
    }

    private static String calls(BoundaryMetrics.Crossings crossings, int services) {
        if (crossings.all() == 0) {
            return Messages.of("inspect.borders.none");
        }
        return Messages.of(
                services == 1 ? "inspect.borders.by.one" : "inspect.borders.by",
                kinds(crossings),
                Integer.toString(services));
    }

    private static String across(TopologyMetrics all) {
        int count = all.across().all();
        String words = Messages.of(
                "inspect.borders.of",
                Integer.toString(count),
                Integer.toString(all.whole().inside()));
        return count == 0 ? words : words + ": " + kinds(all.across());
    }

    /// As in `4 sync, 1 data`.
    private static String kinds(BoundaryMetrics.Crossings crossings) {
        List<String> words = new ArrayList<>();
        add(words, "dependency.sync", crossings.sync());
        add(words, "dependency.async", crossings.async());
        add(words, "dependency.data", crossings.data());
        return String.join(", ", words);
    }

    private static void add(List<String> words, String kind, int count) {
        if (count > 0) {
            words.add(Messages.of("edge.kind", Integer.toString(count), Messages.of(kind)));
        }
    }

    private static @Nullable String ratio(double value) {
        return Double.isNaN(value) ? null : String.format(Locale.ROOT, "%.2f", value);
    }

    private static @Nullable String circle(String boundary, TopologyMetrics all, Topology topology) {
        return all.cycles().stream()
                .filter(cycle -> cycle.contains(boundary))
                .findFirst()
                .map(cycle -> boundaries(
                        cycle.stream().filter(other -> !other.equals(boundary)).toList(), topology))
                .orElse(null);
    }

    private static @Nullable String circles(TopologyMetrics all, Topology topology) {
        return all.cycles().isEmpty()
                ? null
                : all.cycles().stream()
                        .map(cycle -> boundaries(cycle, topology))
                        .collect(Collectors.joining("; "));
    }

    private static String boundaries(Collection<String> ids, Topology topology) {
        return ids.stream()
                .map(id -> topology.boundary(id).map(Boundary::name).orElse(id))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String named(Collection<String> services, Topology topology) {
        return services.isEmpty()
                ? null
                : services.stream().map(topology::nameOf).collect(Collectors.joining(", "));
    }

    private static @Nullable String teams(TopologyMetrics all) {
        int teams = all.teams().size();
        long wide = all.teams().values().stream()
                .filter(boundaries -> boundaries.size() > 1)
                .count();
        if (teams == 0) {
            return null;
        }
        return wide == 0
                ? Integer.toString(teams)
                : Messages.of("inspect.borders.wide", Integer.toString(teams), Long.toString(wide));
    }
}
