package dev.orrery.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the soak makes of what it sees.
class SoakTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final CheckId CHECK = new CheckId("a", 0);

    private final Attendance attendance = new Attendance(Duration.ofSeconds(20));

    @Test
    void aCheckThatIsHeardOfInTimeIsNotForgotten() {
        attendance.expect(List.of(CHECK), BEGIN);
        for (int second = 2; second <= 60; second += 2) {
            attendance.hear(List.of(answer(second, Verdict.PASS)));
        }
        attendance.end(BEGIN.plusSeconds(70));

        assertThat(attendance.forgotten()).isZero();
    }

    @Test
    void aSilenceThatNothingAnnouncedCounts() {
        attendance.expect(List.of(CHECK), BEGIN);
        attendance.hear(List.of(answer(2, Verdict.PASS)));
        attendance.hear(List.of(answer(30, Verdict.PASS)));
        attendance.end(BEGIN.plusSeconds(60));

        assertThat(attendance.forgotten()).isEqualTo(2);
    }

    @Test
    void aSilenceAfterAGapHasItsReason() {
        attendance.expect(List.of(CHECK), BEGIN);
        attendance.hear(List.of(answer(2, Verdict.GAP)));
        attendance.hear(List.of(answer(50, Verdict.PASS)));
        attendance.end(BEGIN.plusSeconds(60));

        assertThat(attendance.forgotten()).isZero();
    }

    @Test
    void whatIsNotAskedAnyMoreIsNotMissed() {
        attendance.expect(List.of(CHECK), BEGIN);
        attendance.expect(List.of(), BEGIN.plusSeconds(5));
        attendance.end(BEGIN.plusSeconds(60));

        assertThat(attendance.forgotten()).isZero();
    }

    @Test
    void aTrendIsTheSlopeThroughAllPoints() {
        Trend rising = new Trend(List.of(new Trend.Point(1, 12), new Trend.Point(2, 13.5), new Trend.Point(3, 16)));

        assertThat(rising.slope()).isCloseTo(2, within(1e-9));
        assertThat(new Trend(List.of(new Trend.Point(1, 5))).slope()).isZero();
        assertThat(new Trend(List.of()).slope()).isZero();
    }

    private static Observation answer(int second, Verdict verdict) {
        Instant at = BEGIN.plusSeconds(second);
        return new Observation(CHECK, at, Duration.ZERO, verdict, Reason.of("late"), null, null, List.of(), null);
    }
}
