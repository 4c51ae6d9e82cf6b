package dev.orrery.probe.prometheus;

import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many of the series of one metric say yes, and how many no.
///
/// @param old series whose newest sample is so old that it says nothing
/// @param newest of those that count; null where none does
/// @param parts one for each, those that say no first
record Tally(int good, int bad, int old, @Nullable Instant newest, List<ComponentHealth> parts) {
    private static final int MOST_PARTS = 50;

    /// A sample counts for one and a half times as long as it takes until the next one, and for
    /// what it takes to write it.
    private static final double COUNTS_FOR = 1.5;

    private static final Duration SLACK = Duration.ofSeconds(2);

    static Tally of(List<Series> series, Instant now, Duration interval) {
        int good = 0;
        int bad = 0;
        int old = 0;
        Instant newest = null;
        List<ComponentHealth> wrong = new ArrayList<>();
        List<ComponentHealth> right = new ArrayList<>();
        for (Series one : series) {
            Sample sample = one.newest();
            if (!isFresh(one, now, interval)) {
                old++;
                wrong.add(part(one, Health.UNKNOWN));
                continue;
            }
            newest = newest == null || sample.at().isAfter(newest) ? sample.at() : newest;
            if (sample.value() == 1) {
                good++;
                right.add(part(one, Health.UP));
            } else {
                bad++;
                wrong.addFirst(part(one, Health.DOWN));
            }
        }
        wrong.addAll(right);
        return new Tally(
                good, bad, old, newest, wrong.stream().limit(MOST_PARTS).toList());
    }

    static boolean isFresh(Series series, Instant now, Duration interval) {
        Duration age = Duration.between(series.newest().at(), now);
        return age.compareTo(lifetime(series.spacing(), interval)) <= 0;
    }

    private static Duration lifetime(@Nullable Duration spacing, Duration interval) {
        Duration longer = spacing == null || spacing.compareTo(interval) < 0 ? interval : spacing;
        return Duration.ofMillis((long) (longer.toMillis() * COUNTS_FOR)).plus(SLACK);
    }

    boolean isEmpty() {
        return good + bad == 0;
    }

    Health health() {
        if (isEmpty()) {
            return Health.UNKNOWN;
        }
        return bad == 0 ? Health.UP : good == 0 ? Health.DOWN : Health.DEGRADED;
    }

    /// All of it, with what each instance says where there are several.
    ComponentHealth part(Metric metric) {
        boolean several = good + bad + old > 1;
        String detail = old == 0 ? null : Messages.of("prometheus.old", old);
        return new ComponentHealth(metric.word(), health(), detail, several ? parts : List.of());
    }

    private static ComponentHealth part(Series series, Health health) {
        Labels labels = series.labels();
        String name = labels.get("instance").or(() -> labels.get("job")).orElse("?");
        return new ComponentHealth(Untrusted.oneLine(name, 120), health, null, List.of());
    }
}
