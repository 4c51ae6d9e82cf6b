package dev.orrery.comparison;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds boundaries that have another id now: they hold, directly or in inner boundaries, mostly the same services.
final class BoundaryRenames {
    private static final double ENOUGH = 0.5;

    private final Topology before;
    private final Topology after;
    private final SortedMap<String, String> same;
    private final Map<String, SortedSet<String>> held;
    private final Map<String, SortedSet<String>> holds;
    private final NameLikeness names;

    /// @param same ids of boundaries that are in both
    /// @param services ids before to ids after
    BoundaryRenames(
            Topology before, Topology after, SortedMap<String, String> same, SortedMap<String, String> services) {
        this.before = before;
        this.after = after;
        this.same = same;
        this.held = members(before, services);
        SortedMap<String, String> own = new TreeMap<>();
        services.values().forEach(id -> own.put(id, id));
        this.holds = members(after, own);
        this.names = new NameLikeness(Stream.of(before, after)
                .flatMap(topology -> topology.boundaries().stream().map(Boundary::id))
                .toList());
    }

    private record Found(Boundary old, Boundary now, double name, double members, List<String> both) {
        /// A boundary of the same kind and owner is a little more likely.
        double likeness() {
            boolean isAkin = old.kind().equals(now.kind()) && Objects.equals(old.owner(), now.owner());
            return 0.3 * name + 0.6 * members + (isAkin ? 0.1 : 0);
        }

        boolean isEnough() {
            boolean byMembers = members >= 0.5 && both.size() >= 2;
            boolean byNameToo = name >= 0.6 && members >= 0.3 && !both.isEmpty();
            return likeness() >= ENOUGH && (byMembers || byNameToo);
        }

        Rename rename() {
            List<Agreement> agreements = new ArrayList<>();
            if (name >= NameLikeness.WORTH_NAMING) {
                agreements.add(new Agreement(Agreement.Term.NAME, name, List.of()));
            }
            agreements.add(new Agreement(Agreement.Term.MEMBERS, members, both));
            return new Rename(old.id(), now.id(), likeness(), agreements);
        }
    }

    Pairing pairing() {
        SortedMap<String, String> ids = new TreeMap<>(same);
        SortedMap<String, Rename> renames = new TreeMap<>();
        List<Found> candidates = candidates();
        Rivals rivals = new Rivals();
        candidates.forEach(each -> rivals.add(each.old().id(), each.now().id(), each.likeness()));
        for (Found found : candidates) {
            String old = found.old().id();
            String now = found.now().id();
            if (found.isEnough() && rivals.areBeatenBy(old, now, found.likeness())) {
                ids.put(old, now);
                renames.put(old, found.rename());
            }
        }
        return new Pairing(ids, renames);
    }

    /// Boundaries without an equal id that hold a service in common.
    private List<Found> candidates() {
        Set<String> known = new HashSet<>(same.values());
        Map<String, SortedSet<String>> around = new HashMap<>();
        holds.forEach((boundary, services) -> {
            if (!known.contains(boundary)) {
                services.forEach(service ->
                        around.computeIfAbsent(service, _ -> new TreeSet<>()).add(boundary));
            }
        });
        List<Found> candidates = new ArrayList<>();
        for (Boundary old : before.boundaries()) {
            if (!same.containsKey(old.id())) {
                held.getOrDefault(old.id(), Collections.emptySortedSet()).stream()
                        .flatMap(service -> around.getOrDefault(service, Collections.emptySortedSet()).stream())
                        .distinct()
                        .map(now -> found(old, after.boundary(now).orElseThrow()))
                        .forEach(candidates::add);
            }
        }
        return candidates;
    }

    private Found found(Boundary old, Boundary now) {
        Set<String> here = held.getOrDefault(old.id(), Collections.emptySortedSet());
        Set<String> there = holds.getOrDefault(now.id(), Collections.emptySortedSet());
        List<String> both = here.stream().filter(there::contains).toList();
        int either = here.size() + there.size() - both.size();
        double byId = names.of(old.id(), now.id());
        return new Found(
                old,
                now,
                Math.max(byId, names.of(old.name(), now.name())),
                either == 0 ? 0 : both.size() / (double) either,
                both);
    }

    private static Map<String, SortedSet<String>> members(Topology topology, SortedMap<String, String> services) {
        Map<String, SortedSet<String>> members = new HashMap<>();
        for (Service service : topology.services()) {
            String id = services.getOrDefault(service.id(), service.id() + " alone");
            topology.enclosing(service.boundary())
                    .forEach(boundary -> members.computeIfAbsent(boundary.id(), _ -> new TreeSet<>())
                            .add(id));
        }
        return members;
    }
}
