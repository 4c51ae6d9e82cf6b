package dev.orrery.history;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What was offered and is not written yet. Offering takes a moment and never waits for the disk.
///
/// It is bounded: of the roll-ups the oldest go first; entries have a bound far above, beyond which the newest are not
/// taken, so that what is kept has no holes but an end.
final class Waiting {
    /// How much goes into one transaction, so that it takes some fifty milliseconds.
    static final int BATCH = 5_000;

    private record Of(String environment, CheckId check) {}

    private final Limits limits;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final NavigableMap<Instant, Map<Of, Rollup>> minutes = new TreeMap<>();
    private int rollups;
    private long dropped;

    Waiting(Limits limits) {
        this.limits = limits;
    }

    /// What goes into one transaction.
    record Batch(List<Entry> entries, List<Minute> minutes) {
        int size() {
            return entries.size() + minutes.size();
        }
    }

    synchronized void offer(Entry entry) {
        if (entries.size() < limits.changes()) {
            entries.add(entry);
        } else {
            dropped++;
        }
    }

    synchronized void add(String environment, Collection<Observation> answers) {
        for (Observation answer : answers) {
            add(new Minute(environment, answer.check(), Rollup.of(answer)));
        }
    }

    private void add(Minute minute) {
        Map<Of, Rollup> all = minutes.computeIfAbsent(minute.rollup().from(), _ -> new LinkedHashMap<>());
        int before = all.size();
        all.merge(new Of(minute.environment(), minute.check()), minute.rollup(), Rollup::plus);
        rollups += all.size() - before;
        while (rollups > limits.waiting()) {
            Map.Entry<Instant, Map<Of, Rollup>> oldest = minutes.firstEntry();
            Iterator<Of> of = oldest.getValue().keySet().iterator();
            of.next();
            of.remove();
            rollups--;
            dropped++;
            if (oldest.getValue().isEmpty()) {
                minutes.remove(oldest.getKey());
            }
        }
    }

    /// The oldest of what waits.
    ///
    /// @param before roll-ups that began earlier are complete; others wait on
    synchronized Batch take(Instant before) {
        List<Entry> changes = new ArrayList<>();
        while (changes.size() < BATCH && !entries.isEmpty()) {
            changes.add(entries.remove());
        }
        List<Minute> complete = new ArrayList<>();
        while (complete.size() + changes.size() < BATCH
                && !minutes.isEmpty()
                && minutes.firstKey().isBefore(before)) {
            Map.Entry<Instant, Map<Of, Rollup>> oldest = minutes.firstEntry();
            Iterator<Map.Entry<Of, Rollup>> all = oldest.getValue().entrySet().iterator();
            while (all.hasNext() && complete.size() + changes.size() < BATCH) {
                Map.Entry<Of, Rollup> next = all.next();
                complete.add(
                        new Minute(next.getKey().environment(), next.getKey().check(), next.getValue()));
                all.remove();
                rollups--;
            }
            if (oldest.getValue().isEmpty()) {
                minutes.remove(oldest.getKey());
            }
        }
        return new Batch(changes, complete);
    }

    /// What could not be written waits again, before all that came since.
    synchronized void putBack(Batch batch) {
        batch.entries().reversed().forEach(entries::addFirst);
        batch.minutes().forEach(this::add);
    }

    /// Forgets everything: another one writes.
    synchronized void clear() {
        entries.clear();
        minutes.clear();
        rollups = 0;
    }

    /// How many roll-ups and entries were given up so far.
    synchronized long dropped() {
        return dropped;
    }
}
