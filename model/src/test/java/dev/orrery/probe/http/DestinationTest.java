package dev.orrery.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.Health;
import dev.orrery.probe.body.BodyReading;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {
    private static final String UP = "{\"status\":\"UP\"}";

    private final Destination destination =
            Destination.of("http://localhost:1/health").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "HTTP://LocalHost:1/a, http://localhost:1/a",
        "http://me:secret@127.0.0.1:1/a, http://127.0.0.1:1/a",
        "https://example.org./a?b, https://example.org/a?b",
    })
    void isSentInOneSpelling(String written, String sent) {
        assertThat(Destination.of(written).orElseThrow().url()).hasToString(sent);
    }

    @ParameterizedTest
    @CsvSource({"http://0177.0.0.1:1/a", "http:///a", "nowhere"})
    void isNoneWhereTwoReadersCouldReadTwo(String written) {
        assertThat(Destination.of(written)).isEmpty();
    }

    @Test
    void theSameBodySaysTheSameAgain() {
        BodyReading first = destination.reading(answer(UP, "application/json", true));

        assertThat(destination.reading(answer(UP, "application/json", true))).isSameAs(first);
        assertThat(says(first)).isEqualTo(Health.UP);
    }

    @Test
    void anotherBodyIsReadAnewEachTime() {
        assertThat(says(destination.reading(answer(UP, "application/json", true))))
                .isEqualTo(Health.UP);
        assertThat(says(destination.reading(answer("{\"status\":\"DOWN\"}", "application/json", true))))
                .isEqualTo(Health.DOWN);
        assertThat(says(destination.reading(answer(UP, "application/json", true))))
                .isEqualTo(Health.UP);
        assertThat(destination.reading(answer(UP, "application/json", false)))
                .isInstanceOf(BodyReading.Ambiguous.class);
        assertThat(destination.reading(answer("hello", "text/plain", true))).isInstanceOf(BodyReading.Silent.class);
        assertThat(destination.reading(answer("hello", "application/json", true)))
                .isInstanceOf(BodyReading.Ambiguous.class);
    }

    @Test
    void aLongBodyIsNotKept() {
        String padded = UP + " ".repeat(3_000);
        BodyReading first = destination.reading(answer(padded, "application/json", true));

        assertThat(destination.reading(answer(padded, "application/json", true)))
                .isEqualTo(first)
                .isNotSameAs(first);
    }

    private static Health says(BodyReading reading) {
        return ((BodyReading.Said) reading).health().says();
    }

    private static Answer answer(String body, String mediaType, boolean whole) {
        return new Answer(200, Optional.empty(), new TreeMap<>(), mediaType, new Answer.Body.Text(body), whole, false);
    }
}
