package dev.orrery.app.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MomentTest {
    /// Two hours ahead of UTC in summer, one in winter.
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-03-01T02:16:00Z");

    @ParameterizedTest
    @CsvSource({
        "45m, 2026-03-01T03:01:00Z",
        "45 min, 2026-03-01T03:01:00Z",
        "3h, 2026-03-01T05:16:00Z",
        "1h 30m, 2026-03-01T03:46:00Z",
        "2d, 2026-03-03T02:16:00Z",
        "17:30, 2026-03-01T16:30:00Z",
        "3:17, 2026-03-01T02:17:00Z",
        "03:16, 2026-03-02T02:16:00Z",
        "02:00, 2026-03-02T01:00:00Z",
        "2026-03-02 08:00, 2026-03-02T07:00:00Z",
        "2026-04-02T08:00, 2026-04-02T06:00:00Z",
        "' 2026-03-02  08:00 ', 2026-03-02T07:00:00Z",
    })
    void isReadAsPeopleWriteIt(String text, Instant at) {
        assertThat(Moment.read(text, NOW, ZONE)).isEqualTo(new Moment.At(at));
    }

    @ParameterizedTest
    @CsvSource({
        "'', form",
        "soon, form",
        "7, form",
        "24:00, form",
        "08:61, form",
        "2026-02-30 08:00, form",
        "m, form",
        "0m, past",
        "2026-03-01 03:16, past",
        "2025-12-31 08:00, past",
        "93d, far",
        "9999d, far",
        "2027-03-01 08:00, far",
    })
    void whatCannotBeSaysWhy(String text, String why) {
        assertThat(Moment.read(text, NOW, ZONE)).isEqualTo(new Moment.Wrong("attention.wrong." + why));
    }

    @Test
    void theMorningIsTheNextThatIsWorthWaitingFor() {
        assertThat(Moment.morning(NOW, ZONE)).isEqualTo("2026-03-01T07:00:00Z");
        assertThat(Moment.morning(Instant.parse("2026-03-01T06:30:00Z"), ZONE)).isEqualTo("2026-03-02T07:00:00Z");
        assertThat(Moment.morning(Instant.parse("2026-03-28T18:00:00Z"), ZONE))
                .as("after the clocks were put forward")
                .isEqualTo("2026-03-29T06:00:00Z");
    }
}
