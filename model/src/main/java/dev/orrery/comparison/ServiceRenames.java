package dev.orrery.comparison;

import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds services that have another id now. Each pair that is found tells of its neighbours, so it is done in rounds.
final class ServiceRenames {
    private static final int MOST_ROUNDS = 12;

    private final Topology before;
    private final Topology after;
    private final ServiceLikeness likeness;
    private final SortedMap<String, String> ids = new TreeMap<>();
    private final SortedMap<String, Rename> renames = new TreeMap<>();
    private final SortedSet<String> gone = new TreeSet<>();
    private final SortedSet<String> come = new TreeSet<>();

    /// @param boundaries ids before to ids after
    ServiceRenames(Topology before, Topology after, SortedMap<String, String> boundaries) {
        this.before = before;
        this.after = after;
        this.likeness = new ServiceLikeness(before, after, boundaries);
    }

    Pairing pairing() {
        after.services().forEach(service -> come.add(service.id()));
        for (Service service : before.services()) {
            if (come.remove(service.id())) {
                ids.put(service.id(), service.id());
            } else {
                gone.add(service.id());
            }
        }
        pairKnown();
        for (int round = 0; round < MOST_ROUNDS && !gone.isEmpty() && !come.isEmpty(); round++) {
            if (!pairAlike()) {
                break;
            }
        }
        return new Pairing(ids, renames);
    }

    /// One that is known by the id of the other, where no third is.
    private void pairKnown() {
        Map<String, List<String>> known = new HashMap<>();
        for (String old : gone) {
            before.service(old).orElseThrow().aliases().stream()
                    .filter(now -> come.contains(now))
                    .forEach(now ->
                            known.computeIfAbsent(old, _ -> new ArrayList<>()).add(now));
        }
        for (String now : come) {
            after.service(now).orElseThrow().aliases().stream()
                    .filter(old -> gone.contains(old))
                    .forEach(old ->
                            known.computeIfAbsent(old, _ -> new ArrayList<>()).add(now));
        }
        Map<String, Long> claims = new HashMap<>();
        known.values().forEach(all -> all.stream().distinct().forEach(now -> claims.merge(now, 1L, Long::sum)));
        new TreeMap<>(known).forEach((old, all) -> {
            String now = all.getFirst();
            if (all.stream().distinct().count() == 1 && claims.getOrDefault(now, 0L) == 1) {
                accept(new Rename(old, now, 1, List.of(new Agreement(Agreement.Term.ALIAS, 1, List.of()))));
            }
        });
    }

    /// @return whether any pair was found
    private boolean pairAlike() {
        List<Candidate> candidates = likeness.candidates(gone, come, ids);
        Rivals rivals = new Rivals();
        candidates.forEach(each -> rivals.add(each.old(), each.now(), each.likeness()));
        List<Candidate> clear = candidates.stream()
                .filter(each -> each.isEnough() && rivals.areBeatenBy(each.old(), each.now(), each.likeness()))
                .toList();
        clear.forEach(candidate -> accept(candidate.rename()));
        return !clear.isEmpty();
    }

    private void accept(Rename rename) {
        ids.put(rename.before(), rename.after());
        renames.put(rename.before(), rename);
        gone.remove(rename.before());
        come.remove(rename.after());
    }
}
