package dev.orrery.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void readsSecondsAndMoments() {
        assertThat(RetryAfter.read("120", NOON)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Mon, 23 Nov 2026 12:01:00 GMT", NOON)).contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.read("Mon, 23 Nov 2026 11:00:00 GMT", NOON)).contains(Duration.ZERO);
        assertThat(RetryAfter.read("99999999999999999999", NOON)).contains(RetryAfter.LONGEST);
    }

    @Test
    void readsNothingElse() {
        assertThat(RetryAfter.read("soon", NOON)).isEmpty();
        assertThat(RetryAfter.read("-1", NOON)).isEmpty();
    }
}
