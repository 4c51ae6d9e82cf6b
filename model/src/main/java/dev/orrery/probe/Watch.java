package dev.orrery.probe;

import dev.orrery.health.CheckId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Whether one zone can still be reached, judged by all answers from there together.
///
/// One who falls silent is gone; where most fall silent and nobody answers any more, it is the way
/// there. What counts is when a probe *began*: an answer to a probe that began later than a silent
/// one proves the way for both.
///
/// @param reached when the newest probe began that was answered well
/// @param silent those that fell silent since, by check
/// @param bad hosts that answered badly since, by check
/// @param outage null while the zone can be reached
/// @param back what began before this was on its way while the zone was lost
record Watch(
        Instant reached,
        SortedMap<CheckId, Silence> silent,
        SortedMap<CheckId, String> bad,
        @Nullable Outage outage,
        Instant back) {
    /// Fewer than these prove nothing.
    static final int FEWEST_CHECKS = 3;

    static final int FEWEST_HOSTS = 2;

    /// As many are enough, however large the zone is.
    static final int ENOUGH_CHECKS = 16;

    /// This share of a zone, and of those that were heard of, has to be silent.
    static final double SHARE = 0.8;

    private static final int MOST_KEPT = 100;

    static final Watch NEW =
            new Watch(Instant.MIN, Collections.emptySortedMap(), Collections.emptySortedMap(), null, Instant.MIN);

    /// One that was asked and did not answer.
    ///
    /// @param began by the steady clock
    /// @param at the same by the wall clock
    record Silence(String host, Instant began, Instant at) {}

    /// @param since by the wall clock
    /// @param began by the steady clock, of the first probe that was lost
    record Outage(Instant since, Instant began) {}

    /// How much there is in a zone that does not fail.
    record Size(int checks, int hosts) {
        boolean isTellable() {
            return checks >= FEWEST_CHECKS && hosts >= FEWEST_HOSTS;
        }

        int enough() {
            return Math.clamp((long) Math.ceil(checks * SHARE), FEWEST_CHECKS, ENOUGH_CHECKS);
        }
    }

    boolean isLost() {
        return outage != null;
    }

    /// Whether the way was open at a time when the probe that began then was under way.
    boolean isProvenFor(Instant began) {
        return !reached.isBefore(began);
    }

    /// A probe that began then was answered well.
    Watch answered(Instant began) {
        if (outage != null) {
            return began.isAfter(outage.began) ? found(began) : this;
        }
        if (!began.isAfter(reached)) {
            return this;
        }
        if (silent.isEmpty() && bad.isEmpty()) {
            return new Watch(began, silent, bad, null, back);
        }
        SortedMap<CheckId, Silence> later = new TreeMap<>(silent);
        later.values().removeIf(silence -> !silence.began.isAfter(began));
        return new Watch(began, later, Collections.emptySortedMap(), null, back);
    }

    /// A probe that began then was answered badly. A single bad answer proves nothing for
    /// others: a proxy on the way may give it. Several from a zone that was lost do.
    Watch answeredBadly(CheckId check, String host, Instant began) {
        if (bad.size() >= MOST_KEPT || (outage != null && !began.isAfter(outage.began))) {
            return this;
        }
        SortedMap<CheckId, String> more = new TreeMap<>(bad);
        more.put(check, host);
        boolean isBack = outage != null && hosts(more.values()) >= FEWEST_HOSTS;
        return isBack ? found(began) : new Watch(reached, silent, more, outage, back);
    }

    /// Nobody answered a probe.
    Watch fellSilent(CheckId check, Silence silence, Size size) {
        if (outage != null || isProvenFor(silence.began) || silent.size() >= MOST_KEPT) {
            return this;
        }
        SortedMap<CheckId, Silence> more = new TreeMap<>(silent);
        more.putIfAbsent(check, silence);
        SortedMap<CheckId, String> others = new TreeMap<>(bad);
        others.keySet().removeAll(more.keySet());
        boolean most = more.size() >= SHARE * (more.size() + others.size());
        long hosts = hosts(more.values().stream().map(Silence::host).toList());
        if (more.size() < size.enough() || !most || hosts < FEWEST_HOSTS) {
            return new Watch(reached, more, bad, null, back);
        }
        Silence first = more.values().stream()
                .min((one, other) -> one.began.compareTo(other.began))
                .orElseThrow();
        Outage lost = new Outage(first.at, first.began);
        return new Watch(reached, Collections.emptySortedMap(), Collections.emptySortedMap(), lost, back);
    }

    private static Watch found(Instant began) {
        return new Watch(began, Collections.emptySortedMap(), Collections.emptySortedMap(), null, began);
    }

    private static long hosts(Collection<String> names) {
        return names.stream().distinct().count();
    }
}
