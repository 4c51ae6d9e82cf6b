package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"15s, PT15S", "500ms, PT0.5S", "1m30s, PT1M30S", "1.5h, PT1H30M", "24h, PT24H", "2500us, PT0.0025S"})
    void readsDurations(String text, Duration expected) {
        assertThat(Durations.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "s", "15 s", "-1s", "0s", "1d", "25h", "1us", "15s!", "9999999999h", "1s.5"})
    void refusesWhatIsNone(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
