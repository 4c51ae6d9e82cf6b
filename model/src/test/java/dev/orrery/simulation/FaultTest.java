package dev.orrery.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    @Test
    void everyFaultHasAWord() {
        assertThat(Fault.parse("down")).contains(new Fault.Down());
        assertThat(Fault.parse("degraded")).contains(new Fault.Degraded());
        assertThat(Fault.parse("hang")).contains(new Fault.Hang());
        assertThat(Fault.parse("slow:2s")).contains(new Fault.Slow(Duration.ofSeconds(2)));
        assertThat(Fault.parse("slow:250ms")).contains(new Fault.Slow(Duration.ofMillis(250)));
        assertThat(Fault.parse("flap:1m")).contains(new Fault.Flap(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Down", "slow", "slow:", "slow:0s", "flap:-1s", "slow:2", "slow:99999999s", "down:2s"})
    void anyOtherWordIsNone(String word) {
        assertThat(Fault.parse(word)).isEmpty();
    }

    @Test
    void aFaultNeedsTime() {
        assertThatThrownBy(() -> new Fault.Slow(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
