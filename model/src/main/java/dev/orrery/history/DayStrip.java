package dev.orrery.history;

import dev.orrery.health.ServiceHealth;
import dev.orrery.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A stretch of a service's past, cut into equal parts to be drawn.
///
/// @param times how long it was seen in each state, to the millisecond; every state has an entry, and together they are
///     all of the stretch
/// @param latencies of all its answers
public record DayStrip(Instant from, Instant until, List<Part> parts, Map<Seen, Duration> times, Latencies latencies) {
    public DayStrip {
        parts = List.copyOf(parts);
        EnumMap<Seen, Duration> every = new EnumMap<>(Seen.class);
        for (Seen seen : Seen.values()) {
            every.put(seen, times.getOrDefault(seen, Duration.ZERO));
        }
        times = Collections.unmodifiableMap(every);
    }

    /// @param seen the worst of the part where it was down or degraded, however shortly; else how it was for most of
    /// it,
    ///     so that a moment of green makes no green part
    public record Part(Instant from, Instant until, Seen seen, Latencies latencies) {}

    /// @param changes of the service, with the one that held when the stretch began
    /// @param gaps of the service
    /// @param rollups of all its checks
    /// @param width of a part; the last one may be shorter
    static DayStrip of(
            Instant from,
            Instant until,
            Duration width,
            List<Watch> watches,
            List<Change> changes,
            List<Gap> gaps,
            Collection<Rollup> rollups) {
        NavigableMap<Instant, Seen> line = line(from, until, watches, changes, gaps);
        TreeMap<Instant, Latencies> latencies = new TreeMap<>();
        for (Rollup rollup : rollups) {
            latencies.merge(rollup.from(), rollup.latencies(), Latencies::plus);
        }
        List<Part> parts = new ArrayList<>();
        for (Instant at = from; at.isBefore(until); at = at.plus(width)) {
            Instant end = at.plus(width).isBefore(until) ? at.plus(width) : until;
            Latencies within =
                    latencies.subMap(at, true, end, false).values().stream().reduce(Latencies.EMPTY, Latencies::plus);
            parts.add(new Part(at, end, most(times(line, at, end)), within));
        }
        Latencies all = parts.stream().map(Part::latencies).reduce(Latencies.EMPTY, Latencies::plus);
        return new DayStrip(from, until, parts, times(line, from, until), all);
    }

    /// As in `up 23 h 40 m, down 12 m, not watched 8 m`.
    public String words() {
        List<String> words = new ArrayList<>();
        for (Seen seen : List.of(Seen.UP, Seen.DEGRADED, Seen.DOWN, Seen.UNKNOWN, Seen.UNWATCHED)) {
            Duration time = times.getOrDefault(seen, Duration.ZERO);
            // The present second is never watched to its end.
            Duration least = seen == Seen.UNWATCHED ? Duration.ofSeconds(30) : Duration.ZERO;
            if (time.compareTo(least) > 0) {
                words.add(Messages.of("seen.for", Messages.of(seen.messageKey()), words(time)));
            }
        }
        return String.join(", ", words);
    }

    private static String words(Duration time) {
        long minutes = time.plusSeconds(30).toMinutes();
        if (minutes == 0) {
            return Messages.of("seen.moment");
        }
        String rest = Long.toString(minutes % 60);
        return minutes < 60
                ? Messages.of("seen.minutes", rest)
                : Messages.of(
                        minutes % 60 == 0 ? "seen.hours" : "seen.hours.minutes", Long.toString(minutes / 60), rest);
    }

    /// From each key on it was seen so.
    private static NavigableMap<Instant, Seen> line(
            Instant from, Instant until, List<Watch> watches, List<Change> changes, List<Gap> gaps) {
        NavigableMap<Instant, Seen> line = new TreeMap<>();
        line.put(from, Seen.UNWATCHED);
        for (Watch watch : watches) {
            // Where the clock was set back, the newer watch counts.
            paint(line, watch.from(), watch.until(), Seen.UNWATCHED);
            List<Change> within = changes.stream()
                    .filter(change -> change.watch() == watch.number())
                    .toList();
            for (int i = 0; i < within.size(); i++) {
                Instant end = i + 1 < within.size() ? within.get(i + 1).at() : watch.until();
                paint(line, within.get(i).at(), end, seen(within.get(i).stands()));
            }
        }
        gaps.forEach(gap -> paint(line, gap.from(), gap.until(), Seen.UNWATCHED));
        line.headMap(from, false).entrySet().stream()
                .reduce((_, later) -> later)
                .ifPresent(before -> line.putIfAbsent(from, before.getValue()));
        line.headMap(from, false).clear();
        line.tailMap(until, true).clear();
        return line;
    }

    private static Seen seen(@Nullable ServiceHealth stands) {
        return stands == null ? Seen.UNWATCHED : Seen.of(stands.health());
    }

    private static void paint(NavigableMap<Instant, Seen> line, Instant from, Instant until, Seen seen) {
        if (!from.isBefore(until)) {
            return;
        }
        Map.Entry<Instant, Seen> after = line.floorEntry(until);
        Seen rest = after == null ? Seen.UNWATCHED : after.getValue();
        line.subMap(from, true, until, false).clear();
        line.put(from, seen);
        line.putIfAbsent(until, rest);
    }

    private static Map<Seen, Duration> times(NavigableMap<Instant, Seen> line, Instant from, Instant until) {
        EnumMap<Seen, Duration> times = new EnumMap<>(Seen.class);
        Instant at = from;
        while (at.isBefore(until)) {
            Instant next = line.higherKey(at);
            Instant end = next == null || next.isAfter(until) ? until : next;
            times.merge(line.floorEntry(at).getValue(), Duration.between(at, end), Duration::plus);
            at = end;
        }
        return times;
    }

    private static Seen most(Map<Seen, Duration> times) {
        if (times.containsKey(Seen.DOWN)) {
            return Seen.DOWN;
        }
        if (times.containsKey(Seen.DEGRADED)) {
            return Seen.DEGRADED;
        }
        return times.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Seen.UNWATCHED);
    }
}
