package dev.orrery.suggestion;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How often services changed, and how often two of them in one commit.
///
/// @param commits that changed a service, and count
/// @param changes by service
/// @param together by couple; those that never did are not here
public record CoChange(int commits, SortedMap<String, Integer> changes, SortedMap<Couple, Integer> together) {
    public static final CoChange NONE = new CoChange(0, new TreeMap<>(), new TreeMap<>());

    /// Fewer commits together may be chance.
    private static final int ENOUGH = 3;

    public CoChange {
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
        together = Collections.unmodifiableSortedMap(new TreeMap<>(together));
    }

    /// Of the commits that changed the one that changes less, the part that changed both; 0 where that was
    /// not three times.
    public double share(Couple couple) {
        int both = together.getOrDefault(couple, 0);
        int least = Math.min(changes.getOrDefault(couple.one(), 0), changes.getOrDefault(couple.other(), 0));
        return both < ENOUGH || least == 0 ? 0 : both / (double) least;
    }
}
