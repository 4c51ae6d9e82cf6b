package dev.orrery.query;

import dev.orrery.descriptor.Spelling;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The values that the services of one topology have.
public final class Vocabulary {
    public static final Vocabulary EMPTY = of(Topology.EMPTY);

    private final Map<Key, SortedMap<String, Integer>> values = new EnumMap<>(Key.class);
    private final Set<String> names = new HashSet<>();

    private Vocabulary() {}

    public static Vocabulary of(Topology topology) {
        Vocabulary all = new Vocabulary();
        for (Key key : Key.values()) {
            all.values.put(key, new TreeMap<>());
        }
        for (Service service : topology.services()) {
            for (Key key : new Key[] {Key.KIND, Key.OWNER, Key.TAG, Key.TECHNOLOGY, Key.BOUNDARY}) {
                Facet.values(key, service, topology).forEach(value -> all.count(key, value));
            }
            all.count(Key.TEXT, service.id());
            all.names.add(service.name().toLowerCase(Locale.ROOT));
        }
        topology.dependencies().stream()
                .filter(dependency -> dependency.dangling())
                .forEach(dependency -> all.names.add(dependency.to().toLowerCase(Locale.ROOT)));
        return all;
    }

    private void count(Key key, String value) {
        Map<String, Integer> counted = values.get(key);
        if (counted != null) {
            counted.merge(value, 1, Integer::sum);
        }
    }

    /// The values under a key with the number of services that have each; ids of services where those are its values.
    SortedMap<String, Integer> of(Key key) {
        SortedMap<String, Integer> found = values.get(key.namesServices() ? Key.TEXT : key);
        return found == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(found);
    }

    /// Whether a typed value can fit anything.
    boolean has(Key key, String typed) {
        if (key == Key.TEXT || typed.equalsIgnoreCase(Key.NONE)) {
            return true;
        }
        Predicate<String> fits = Facet.fits(typed);
        return of(key).keySet().stream().anyMatch(fits)
                || (key.namesServices() && names.stream().anyMatch(fits));
    }

    Optional<String> nearest(Key key, String typed) {
        return Spelling.nearest(typed, of(key).keySet());
    }
}
