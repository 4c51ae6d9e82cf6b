package dev.orrery.topology;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Who was seen to call whom, by one measurement of one server.
///
/// @param measurement that tells it
/// @param since whom it does not name called nobody since then
/// @param at when it was told
/// @param calls sorted; one for each pair
/// @param ended when a pair was told last that was told once and is not any more
/// @param leftOut how many more pairs the server told than are heeded
public record Sighting(
        Measurement measurement,
        Instant since,
        Instant at,
        List<ObservedCall> calls,
        SortedMap<Pair, Instant> ended,
        int leftOut) {
    public Sighting {
        calls = calls.stream().sorted().toList();
        ended = Collections.unmodifiableSortedMap(new TreeMap<>(ended));
    }

    /// This answer with what is known from the one before: calls that are missing were missing for longer.
    ///
    /// @param stated the pairs that are worth being missed
    public Sighting after(Sighting earlier, Collection<Pair> stated) {
        if (since.isAfter(earlier.at)) {
            // Nobody looked between the two.
            return this;
        }
        SortedMap<Pair, Instant> missing = new TreeMap<>(earlier.ended);
        earlier.calls.forEach(call -> missing.put(call.pair(), earlier.at));
        missing.keySet().removeAll(pairs());
        missing.keySet().retainAll(stated);
        return new Sighting(measurement, earlier.since, at, calls, missing, leftOut);
    }

    /// Since when a call that is not told was not made.
    public Instant missingSince(Pair pair) {
        return ended.getOrDefault(pair, since);
    }

    /// Those that are told.
    public SortedSet<Pair> pairs() {
        return calls.stream().map(ObservedCall::pair).collect(Collectors.toCollection(TreeSet::new));
    }
}
