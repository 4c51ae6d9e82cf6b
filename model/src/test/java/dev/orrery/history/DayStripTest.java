package dev.orrery.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.Health;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import dev.orrery.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DayStripTest {
    private static final Instant DAY = Fleet.START;
    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void aDayIsToldInWords() {
        DayStrip strip = strip(
                List.of(watch(1, 0, 1_432)),
                List.of(change(1, -200, Health.UP), change(1, 600, Health.DOWN), change(1, 612, Health.UP)),
                List.of());
        assertThat(strip.words()).isEqualTo("up 23 h 40 m, down 12 m, not watched 8 m");
        assertThat(strip.parts()).hasSize(288);
        assertThat(strip.times().values().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aMomentOfTroubleIsSeenAndAMomentOfGreenIsNot() {
        DayStrip strip = DayStrip.of(
                DAY,
                DAY.plus(Duration.ofMinutes(30)),
                FIVE,
                List.of(watch(1, 0, 10), watch(2, 16, 17)),
                List.of(
                        change(1, 0, Health.UP),
                        new Change(2, 1, DAY.plusSeconds(70), "s", stands(Health.DOWN)),
                        new Change(3, 1, DAY.plusSeconds(90), "s", stands(Health.UP)),
                        change(2, 16, Health.UP)),
                List.of(),
                List.of());
        assertThat(seen(strip)).isEqualTo("DOWN UP UNWATCHED UNWATCHED UNWATCHED UNWATCHED");
        assertThat(strip.words()).isEqualTo("up 11 m, down less than a minute, not watched 19 m");
    }

    @Test
    void gapsAndTheTimeBeforeTheFirstAnswerAreNotWatched() {
        DayStrip strip = DayStrip.of(
                DAY,
                DAY.plus(Duration.ofMinutes(30)),
                FIVE,
                List.of(watch(1, 0, 30)),
                List.of(change(1, 5, Health.UNKNOWN), change(1, 10, Health.DEGRADED)),
                List.of(new Gap(null, Reason.of("no-route", "x"), at(15), at(20))),
                List.of());
        assertThat(seen(strip)).isEqualTo("UNWATCHED UNKNOWN DEGRADED UNWATCHED DEGRADED DEGRADED");
    }

    @Test
    void whatStoodBeforeAWatchDoesNotHoldWithinIt() {
        DayStrip strip = DayStrip.of(
                DAY,
                DAY.plus(Duration.ofMinutes(15)),
                FIVE,
                List.of(watch(1, -60, 5), watch(2, 10, 15)),
                List.of(change(1, -30, Health.DOWN), new Change(9, 2, at(12), "s", null)),
                List.of(),
                List.of());
        assertThat(seen(strip)).isEqualTo("DOWN UNWATCHED UNWATCHED");
    }

    @Test
    void latenciesFallIntoTheirParts() {
        Rollup early = Rollup.of(Fleet.answer("s", at(1), Verdict.PASS, Duration.ofMillis(10)));
        Rollup late = Rollup.of(Fleet.answer("s", at(11), Verdict.PASS, Duration.ofMillis(90)));
        DayStrip strip = DayStrip.of(
                DAY, DAY.plus(Duration.ofMinutes(15)), FIVE, List.of(), List.of(), List.of(), List.of(early, late));
        assertThat(strip.parts()).extracting(part -> part.latencies().count()).containsExactly(1L, 0L, 1L);
        assertThat(strip.parts().getLast().latencies().max().toMillis()).isBetween(88L, 92L);
        assertThat(strip.latencies().count()).isEqualTo(2);
    }

    private static DayStrip strip(List<Watch> watches, List<Change> changes, List<Gap> gaps) {
        return DayStrip.of(DAY, DAY.plus(Duration.ofDays(1)), FIVE, watches, changes, gaps, List.of());
    }

    private static Instant at(int minute) {
        return DAY.plus(Duration.ofMinutes(minute));
    }

    private static Watch watch(long number, int from, int until) {
        return new Watch(number, History.NO_ENVIRONMENT, at(from), at(until));
    }

    private static Change change(long watch, int minute, Health health) {
        return new Change(minute, watch, at(minute), "s", stands(health));
    }

    private static ServiceHealth stands(Health health) {
        return new ServiceHealth("s", health, Reason.NOT_ASKED, null, List.of());
    }

    private static String seen(DayStrip strip) {
        return strip.parts().stream().map(part -> part.seen().name()).collect(Collectors.joining(" "));
    }
}
