package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PulseTest {
    private static final Instant WALL = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant STEADY = Instant.EPOCH;

    /// Seconds that went by on the wall and on the steady clock since the last beat; what was
    /// missed.
    @ParameterizedTest
    @CsvSource(
            nullValues = "nothing",
            value = {
                "1, 1, nothing",
                "10, 10, nothing",
                "6, 1, nothing",
                "7, 1, asleep 0 to 7",
                "28800, 1, asleep 0 to 28800",
                "3601, 1, asleep 0 to 3601",
                "-3599, 1, nothing",
                "11, 11, late 0 to 11",
                "28800, 28800, late 0 to 28800",
                "-3589, 11, late -3600 to -3589",
            })
    void noticesThatThisComputerWasAway(long wall, long steady, String missed) {
        String found = new Pulse(WALL, STEADY)
                .missedUntil(WALL.plusSeconds(wall), STEADY.plusSeconds(steady))
                .map(gap -> gap.reason().code() + " " + seconds(gap.from()) + " to " + seconds(gap.to()))
                .orElse(null);

        assertThat(found).isEqualTo(missed);
    }

    private static long seconds(Instant moment) {
        return moment.getEpochSecond() - WALL.getEpochSecond();
    }
}
