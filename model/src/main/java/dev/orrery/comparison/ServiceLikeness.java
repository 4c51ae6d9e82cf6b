package dev.orrery.comparison;

import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.NameWords;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// How alike services of two topologies are. Only those are compared that have something uncommon in common, so that
/// large topologies take no longer than they must.
final class ServiceLikeness {
    /// What more services than these have says nothing about any of them.
    private static final int COMMON = 60;

    private final Topology before;
    private final Topology after;
    private final NameLikeness names;
    private final Neighbours earlier;
    private final Neighbours later;
    private final Statements statements;

    ServiceLikeness(Topology before, Topology after, SortedMap<String, String> boundaries) {
        this.before = before;
        this.after = after;
        this.names = new NameLikeness(Stream.of(before, after)
                .flatMap(topology -> topology.services().stream().map(Service::id))
                .toList());
        this.earlier = new Neighbours(before);
        this.later = new Neighbours(after);
        this.statements = new Statements(before, after, boundaries);
    }

    /// @param ids who is known to be who
    List<Candidate> candidates(SortedSet<String> gone, SortedSet<String> come, SortedMap<String, String> ids) {
        Map<String, List<String>> bearers = new HashMap<>();
        for (String now : come) {
            marks(after.service(now).orElseThrow(), later.of(now))
                    .forEach(mark -> bearers.computeIfAbsent(mark, _ -> new ArrayList<>())
                            .add(now));
        }
        Set<String> paired = new HashSet<>(ids.values());
        List<Candidate> candidates = new ArrayList<>();
        for (String old : gone) {
            SortedSet<Neighbours.Side> around = mapped(earlier.of(old), ids);
            SortedSet<String> alike = new TreeSet<>();
            for (String mark : marks(before.service(old).orElseThrow(), around)) {
                List<String> same = bearers.getOrDefault(mark, List.of());
                if (same.size() <= COMMON) {
                    alike.addAll(same);
                }
            }
            for (String now : alike) {
                candidates.add(candidate(old, now, around, paired));
            }
        }
        return candidates;
    }

    /// Those that are paired or that nothing defines, by their ids in the later topology.
    private SortedSet<Neighbours.Side> mapped(SortedSet<Neighbours.Side> around, SortedMap<String, String> ids) {
        SortedSet<Neighbours.Side> mapped = new TreeSet<>();
        for (Neighbours.Side side : around) {
            String now = ids.get(side.id());
            if (now != null) {
                mapped.add(new Neighbours.Side(side.isNeeded(), now));
            } else if (before.service(side.id()).isEmpty()) {
                mapped.add(side);
            }
        }
        return mapped;
    }

    private Candidate candidate(String old, String now, SortedSet<Neighbours.Side> around, Set<String> paired) {
        SortedSet<Neighbours.Side> there = later.of(now);
        double shared = 0;
        double all = 0;
        int unknown = earlier.of(old).size() - around.size();
        List<String> both = new ArrayList<>();
        for (Neighbours.Side side : around) {
            double weight = later.weight(side.id());
            all += weight;
            if (there.contains(side)) {
                shared += weight;
                both.add(side.id());
            }
        }
        int open = 0;
        for (Neighbours.Side side : there) {
            boolean isKnown = around.contains(side)
                    || paired.contains(side.id())
                    || after.service(side.id()).isEmpty();
            if (!isKnown) {
                open++;
            } else if (!around.contains(side)) {
                all += later.weight(side.id());
            }
        }
        // Who is not paired yet may be the same, and may not.
        all += Math.max(unknown, open) / 2.0;
        return new Candidate(
                old,
                now,
                name(old, now),
                all == 0 ? 0 : shared / all,
                both.stream().distinct().toList(),
                earlier.of(old).isEmpty() && there.isEmpty(),
                statements.of(old, now));
    }

    private double name(String old, String now) {
        Service one = before.service(old).orElseThrow();
        Service other = after.service(now).orElseThrow();
        double byId = names.of(old, now);
        boolean isNamed = !one.name().equals(old) && !other.name().equals(now);
        return isNamed ? Math.max(byId, names.of(one.name(), other.name())) : byId;
    }

    private static Set<String> marks(Service service, SortedSet<Neighbours.Side> around) {
        Set<String> marks = new HashSet<>();
        for (Neighbours.Side side : around) {
            marks.add((side.isNeeded() ? "to " : "from ") + side.id());
        }
        for (String word : NameWords.of(service.id())) {
            marks.add("word " + word);
            for (int at = 0; at + 3 <= word.length(); at++) {
                marks.add("part " + word.substring(at, at + 3));
            }
        }
        if (!service.name().equals(service.id())) {
            NameWords.of(service.name()).forEach(word -> marks.add("word " + word));
        }
        service.healthChecks().stream().map(HealthCheck::url).forEach(url -> marks.add("url " + url));
        service.owns().forEach(set -> marks.add("owns " + set));
        service.links().values().forEach(url -> marks.add("url " + url));
        return marks;
    }
}
