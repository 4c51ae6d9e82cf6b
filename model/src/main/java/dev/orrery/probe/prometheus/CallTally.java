package dev.orrery.probe.prometheus;

import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.ObservedCall;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Topology;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Adds up the series of one answer by the pair of services that they are about.
final class CallTally {
    /// So many pairs that nothing else states are heeded, those with most calls first: more lines
    /// than these say nothing to anybody.
    static final int MOST_NEW = 1_000;

    private static final Comparator<Entry> BUSIEST =
            Comparator.comparingDouble((Entry entry) -> -entry.count).thenComparing(entry -> entry.pair);

    private final SortedMap<Pair, Entry> entries = new TreeMap<>();
    private final Set<Pair> stated = new HashSet<>();
    private final Evidence evidence;

    /// @param topology whose dependencies are heeded however many there are
    CallTally(Topology topology, Evidence evidence) {
        topology.dependencies().forEach(dependency -> stated.add(new Pair(dependency.from(), dependency.to())));
        this.evidence = evidence;
    }

    private static final class Entry {
        final Pair pair;
        double count;

        @Nullable
        DependencyKind kind;

        Entry(Pair pair) {
            this.pair = pair;
        }
    }

    void add(Optional<String> from, Optional<String> to, Series series) {
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return;
        }
        Entry entry = entries.computeIfAbsent(new Pair(from.get(), to.get()), Entry::new);
        entry.count += series.newest().value();
        DependencyKind kind = kind(series.labels());
        // The same whatever comes first.
        if (kind != null && (entry.kind == null || kind.compareTo(entry.kind) < 0)) {
            entry.kind = kind;
        }
    }

    private static @Nullable DependencyKind kind(Labels labels) {
        return switch (labels.get(CallMetric.CONNECTION).orElse("")) {
            case "messaging_system" -> DependencyKind.ASYNC;
            case "database" -> DependencyKind.DATA;
            default -> null;
        };
    }

    List<ObservedCall> calls() {
        return entries.values().stream()
                .sorted(Comparator.comparing((Entry entry) -> !stated.contains(entry.pair))
                        .thenComparing(BUSIEST))
                .limit(heeded())
                .map(entry -> new ObservedCall(entry.pair.from(), entry.pair.to(), entry.kind, evidence))
                .toList();
    }

    /// How many pairs more there were.
    int leftOut() {
        return entries.size() - heeded();
    }

    private int heeded() {
        int known = (int) entries.keySet().stream().filter(stated::contains).count();
        return Math.min(entries.size(), known + MOST_NEW);
    }
}
