package dev.orrery.health;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The health of several services taken together: the worst of those that are asked.
///
/// @param health `UNKNOWN` where none is asked
/// @param counts how many of those asked stand in each state, worst state first; every state has an entry
/// @param asked how many are asked
/// @param of how many there are
public record Rollup(Health health, Map<Health, Integer> counts, int asked, int of) {
    public Rollup {
        EnumMap<Health, Integer> complete = new EnumMap<>(Health.class);
        for (Health state : Health.values()) {
            complete.put(state, counts.getOrDefault(state, 0));
        }
        counts = Collections.unmodifiableMap(complete);
    }

    public static Rollup of(Collection<ServiceHealth> services) {
        EnumMap<Health, Integer> counts = new EnumMap<>(Health.class);
        int asked = 0;
        for (ServiceHealth service : services) {
            if (service.isAsked()) {
                asked++;
                counts.merge(service.health(), 1, Integer::sum);
            }
        }
        Health worst = counts.keySet().stream().min(Health::compareTo).orElse(Health.UNKNOWN);
        return new Rollup(worst, counts, asked, services.size());
    }

    public int count(Health state) {
        return counts.getOrDefault(state, 0);
    }

    public int notAsked() {
        return of - asked;
    }
}
