package dev.orrery.comparison;

import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// How far what is stated of two services agrees. What few services state tells more than what many do.
final class Statements {
    /// By how much less it counts that an own value is another one.
    private static final double OWN_AGAINST = 8;

    /// What is stated in one topology, by field; boundaries by their ids in the later one.
    private final Map<String, Map<Field, Set<String>>> before = new HashMap<>();
    private final Map<String, Map<Field, Set<String>>> after = new HashMap<>();
    private final Map<String, Integer> bearers = new HashMap<>();
    private final int services;

    Statements(Topology before, Topology after, SortedMap<String, String> boundaries) {
        this.services = before.services().size() + after.services().size();
        for (Service service : before.services()) {
            String place = service.boundary();
            this.before.put(service.id(), stated(service, place == null ? null : boundaries.get(place)));
        }
        after.services().forEach(service -> this.after.put(service.id(), stated(service, service.boundary())));
    }

    /// @param share the weight of what agrees in that of what either states
    /// @param isPeculiar whether something agrees that no other service states
    record Common(double share, List<String> fields, boolean isPeculiar) {}

    Common of(String old, String now) {
        Map<Field, Set<String>> left = before.getOrDefault(old, Map.of());
        Map<Field, Set<String>> right = after.getOrDefault(now, Map.of());
        double agreed = 0;
        double all = 0;
        boolean isPeculiar = false;
        List<String> fields = new ArrayList<>();
        for (Field field : Field.values()) {
            Set<String> here = left.getOrDefault(field, Set.of());
            Set<String> there = right.getOrDefault(field, Set.of());
            Set<String> either = new HashSet<>(here);
            either.addAll(there);
            double weight = 0;
            double common = 0;
            for (String value : either) {
                boolean isCommon = here.contains(value) && there.contains(value);
                double telling = telling(field, value);
                // An address or a data set mostly has the name in it, and changes with it.
                weight += isOwn(field) && !isCommon ? telling / OWN_AGAINST : telling;
                if (isCommon) {
                    common += telling;
                    isPeculiar |= isOwn(field) && bearers.getOrDefault(field + value, 0) <= 2;
                }
            }
            agreed += common;
            all += weight;
            if (common > 0) {
                fields.add(field.word());
            }
        }
        return new Common(all == 0 ? 0 : agreed / all, fields, isPeculiar);
    }

    /// Whether it is the nature of the field that each service has its own value.
    private static boolean isOwn(Field field) {
        return field == Field.HEALTH || field == Field.OWNS || field == Field.LINKS;
    }

    private double telling(Field field, String value) {
        double share = bearers.getOrDefault(field + value, 1) / (double) Math.max(2, services);
        double rarity = Math.max(0.1, Math.min(1, -Math.log(share) / Math.log(Math.max(4, services / 2.0))));
        return rarity * (isOwn(field) ? 2 : 1);
    }

    private Map<Field, Set<String>> stated(Service service, @Nullable String boundary) {
        Map<Field, Set<String>> stated = new LinkedHashMap<>();
        add(stated, Field.KIND, service.kind().word());
        add(stated, Field.BOUNDARY, boundary);
        add(stated, Field.OWNER, service.owner());
        add(stated, Field.TECHNOLOGY, service.technology());
        service.tags().forEach(tag -> add(stated, Field.TAGS, tag));
        service.links().values().forEach(url -> add(stated, Field.LINKS, url));
        service.healthChecks().stream().map(HealthCheck::url).forEach(url -> add(stated, Field.HEALTH, url));
        service.owns().forEach(set -> add(stated, Field.OWNS, set));
        service.provides().keySet().forEach(api -> add(stated, Field.PROVIDES, api));
        return stated;
    }

    private void add(Map<Field, Set<String>> stated, Field field, @Nullable String value) {
        if (value != null && stated.computeIfAbsent(field, _ -> new HashSet<>()).add(value)) {
            bearers.merge(field + value, 1, Integer::sum);
        }
    }
}
