package dev.orrery.suggestion;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.NameWords;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How much each two services have to do with each other. What many need, and what many have in common, ties each of
/// them less; what more than half have in common ties nobody.
public final class Closeness {
    private static final double SYNC = 1;
    private static final double ASYNC = 0.6;
    private static final double DATA = 1.5;
    private static final double SHARED_DATA = 0.5;
    private static final double OWNER = 0.6;
    private static final double NAME = 0.5;
    private static final double DEPLOY_UNIT = 0.6;
    private static final double CO_CHANGE = 1.5;
    /// Of one that a service goes on without.
    private static final double OPTIONAL = 0.7;
    /// Larger groups would tie everybody to everybody.
    private static final int LARGEST_GROUP = 60;

    private final Topology topology;
    private final SortedMap<Couple, Map<Term, Double>> weights = new TreeMap<>();

    private Closeness(Topology topology) {
        this.topology = topology;
    }

    /// Of all services of a topology.
    public static Closeness of(Topology topology, CoChange coChange) {
        Closeness closeness = new Closeness(topology);
        closeness.byNeeds();
        closeness.byGroup(Term.OWNER, OWNER, closeness.groups(service -> present(service.owner())));
        closeness.byGroup(Term.NAME, NAME, closeness.groups(service -> Set.copyOf(NameWords.of(service.id()))));
        closeness.byGroup(Term.DEPLOY_UNIT, DEPLOY_UNIT, closeness.groups(Closeness::addresses));
        coChange.together().keySet().stream()
                .filter(couple -> topology.service(couple.one()).isPresent()
                        && topology.service(couple.other()).isPresent())
                .forEach(couple -> closeness.add(couple, Term.CO_CHANGE, CO_CHANGE * coChange.share(couple)));
        return closeness;
    }

    /// What ties two services, the most first.
    public List<Weight> terms(Couple couple) {
        List<Weight> terms = new ArrayList<>();
        weights.getOrDefault(couple, Map.of()).forEach((term, weight) -> terms.add(new Weight(term, weight)));
        terms.sort(Comparator.comparingDouble(Weight::weight).reversed().thenComparing(Weight::term));
        return terms;
    }

    /// The sum of what ties two services; 0 where nothing does.
    public double between(Couple couple) {
        return sum(weights.getOrDefault(couple, Map.of()));
    }

    SortedMap<Couple, Double> sums() {
        SortedMap<Couple, Double> sums = new TreeMap<>();
        weights.forEach((couple, terms) -> sums.put(couple, sum(terms)));
        return sums;
    }

    private static double sum(Map<Term, Double> terms) {
        double sum = 0;
        for (double weight : terms.values()) {
            sum += weight;
        }
        return sum;
    }

    private void byNeeds() {
        Map<String, SortedSet<String>> needing = new TreeMap<>();
        Map<String, SortedSet<String>> keeping = new TreeMap<>();
        List<Dependency> needs = topology.needs().stream()
                .filter(need -> !need.dangling() && !need.from().equals(need.to()))
                .toList();
        for (Dependency need : needs) {
            needing.computeIfAbsent(need.to(), _ -> new TreeSet<>()).add(need.from());
            if (need.kind() == DependencyKind.DATA) {
                keeping.computeIfAbsent(need.to(), _ -> new TreeSet<>()).add(need.from());
            }
        }
        for (Dependency need : needs) {
            int callers = needing.getOrDefault(need.to(), Collections.emptySortedSet())
                    .size();
            double weight = (need.required() ? 1 : OPTIONAL) / callers;
            Couple couple = new Couple(need.from(), need.to());
            switch (need.kind()) {
                case SYNC -> add(couple, Term.SYNC, SYNC * weight);
                case ASYNC -> add(couple, Term.ASYNC, ASYNC * weight);
                case DATA -> add(couple, Term.DATA, DATA * weight);
            }
        }
        byGroup(Term.SHARED_DATA, SHARED_DATA, keeping);
    }

    private interface Traits {
        Set<String> of(Service service);
    }

    private Map<String, SortedSet<String>> groups(Traits traits) {
        Map<String, SortedSet<String>> groups = new TreeMap<>();
        for (Service service : topology.services()) {
            traits.of(service)
                    .forEach(trait ->
                            groups.computeIfAbsent(trait, _ -> new TreeSet<>()).add(service.id()));
        }
        return groups;
    }

    private static Set<String> present(@Nullable String owner) {
        return owner == null ? Set.of() : Set.of(owner);
    }

    private static Set<String> addresses(Service service) {
        Set<String> addresses = new TreeSet<>();
        service.healthChecks().stream().map(HealthCheck::url).forEach(addresses::add);
        return addresses;
    }

    /// Each member is tied by the whole weight, shared among the others.
    private void byGroup(Term term, double weight, Map<String, SortedSet<String>> groups) {
        for (SortedSet<String> group : groups.values()) {
            boolean tells = group.size() <= LARGEST_GROUP
                    && 2 * group.size() <= topology.services().size();
            if (!tells) {
                continue;
            }
            List<String> members = List.copyOf(group);
            for (int one = 0; one < members.size(); one++) {
                for (int other = one + 1; other < members.size(); other++) {
                    add(new Couple(members.get(one), members.get(other)), term, weight / (members.size() - 1));
                }
            }
        }
    }

    private void add(Couple couple, Term term, double weight) {
        if (weight > 0) {
            weights.computeIfAbsent(couple, _ -> new EnumMap<>(Term.class)).merge(term, weight, Double::sum);
        }
    }
}
