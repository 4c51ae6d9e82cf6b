package dev.orrery.health;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where every service of a topology stands at one moment.
///
/// @param services by id; every service of the topology has an entry
public record HealthBoard(SortedMap<String, ServiceHealth> services) {
    public static final HealthBoard EMPTY = new HealthBoard(new TreeMap<>());

    public HealthBoard {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }
}
