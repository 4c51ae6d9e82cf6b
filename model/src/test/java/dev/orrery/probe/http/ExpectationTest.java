package dev.orrery.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Expectation;
import dev.orrery.topology.Expectation.StatusRange;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
    private static final Duration SOON = Duration.ofMillis(20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | hello              | PASS answers",
                "204 | hello              | FAIL expectation",
                "301 | hello              | NONE redirect-nowhere",
                "401 | hello              | PASS answers",
                "403 | hello              | NONE not-allowed",
                "503 | hello              | PASS answers",
                "500 | hello              | FAIL status-5xx",
                "503 | {'status':'DOWN'}  | FAIL body-down",
                "401 | {'status':'UP'     | NONE ambiguous",
            })
    void aStatusThatIsExpectedCountsAsAnAnswerAndNoOtherDoes(int status, String body, String verdict) {
        Expectation expected =
                statuses(new StatusRange(200, 203), new StatusRange(401, 401), new StatusRange(503, 503));

        assertThat(judged(status, body.replace('\'', '"'), expected, SOON)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/status      | UP    | {'status':'UP'}               | PASS body-up",
                "/status      | ready | {'status':'UP'}               | FAIL expectation",
                "/a/1/b~1c    | x     | {'a':[0,{'b/c':'x'}]}         | PASS answers",
                "/a/2         | x     | {'a':[0,'x']}                 | FAIL expectation",
                "/n           | 1     | {'n':1.0}                     | PASS answers",
                "/n           | 1     | {'n':'1'}                     | PASS answers",
                "/b           | true  | {'b':true}                    | PASS answers",
                "/b           | null  | {'b':null}                    | PASS answers",
                "/b           | x     | {'b':'x','b':'x'}             | FAIL expectation",
                "/b           | x     | hello                         | FAIL expectation",
                "/status      | DOWN  | {'status':'DOWN'}             | FAIL body-down",
                "/status      | starting | {'status':'starting'}      | NONE body-unknown",
                "/status      | x     | {'status':'warn'}             | FAIL expectation",
            })
    void aPointerMustLeadToTheValue(String pointer, String value, String body, String verdict) {
        Expectation expected =
                new Expectation(List.of(), new TreeMap<>(Map.of(pointer, value)), null, new TreeMap<>(), null, null);

        assertThat(judged(200, body.replace('\'', '"'), expected, SOON)).isEqualTo(verdict);
    }

    @Test
    void theBodyTheHeadersAndTheTimeMustBeAsExpected() {
        assertThat(judged(200, "all is well", body("is well"), SOON)).isEqualTo("PASS answers");
        assertThat(judged(200, "all is not well", body("is well"), SOON)).isEqualTo("FAIL expectation");
        assertThat(judged(200, "ok", header("x-service", "orders"), SOON)).isEqualTo("PASS body-up");
        assertThat(judged(200, "ok", header("X-Service", "users"), SOON)).isEqualTo("FAIL expectation");
        assertThat(judged(200, "ok", header("X-Other", "users"), SOON)).isEqualTo("FAIL expectation");
        Expectation within =
                new Expectation(List.of(), new TreeMap<>(), null, new TreeMap<>(), Duration.ofSeconds(1), null);
        assertThat(judged(200, "ok", within, Duration.ofSeconds(1))).isEqualTo("PASS body-up");
        assertThat(judged(200, "ok", within, Duration.ofMillis(1001))).isEqualTo("FAIL expectation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders | hello                                   | PASS answers",
                "users  | hello                                   | NONE identity",
                "users  | {'service':'users'}                     | PASS answers",
                "users  | {'status':'OK','component':{'name':'users','version':'1'}} | PASS body-up",
                "users  | {'status':'DOWN','service':'orders'}    | FAIL body-down",
            })
    void anotherServicesAnswerSaysNothing(String identity, String body, String verdict) {
        assertThat(judged(200, body.replace('\'', '"'), identity(identity), SOON))
                .isEqualTo(verdict);
    }

    @Test
    void whoDoesNotSayWhoItIsMayBeAnybody() {
        Answer answer =
                new Answer(200, Optional.empty(), new TreeMap<>(), "", new Answer.Body.Text("hello"), true, false);

        assertThat(inShort(Judgement.of(answer, answer.reading(), check(identity("orders")), SOON)))
                .isEqualTo("NONE identity-unsaid");
    }

    @Test
    void theReasonSaysWhatWasThereAndWhatWasNot() {
        Answer answer = answer(200, "{\"db\":\"closed\\u001b[0m\"}");
        Judgement judgement = Judgement.of(
                answer,
                answer.reading(),
                check(new Expectation(
                        List.of(), new TreeMap<>(Map.of("/db", "open")), null, new TreeMap<>(), null, null)),
                SOON);

        assertThat(judgement.reason().text())
                .isEqualTo("Answers, but not as its descriptor expects: at /db there is “closed[0m”, not “open”");
    }

    private static Expectation statuses(StatusRange... ranges) {
        return new Expectation(List.of(ranges), new TreeMap<>(), null, new TreeMap<>(), null, null);
    }

    private static Expectation body(String part) {
        return new Expectation(List.of(), new TreeMap<>(), part, new TreeMap<>(), null, null);
    }

    private static Expectation header(String name, String value) {
        return new Expectation(List.of(), new TreeMap<>(), null, new TreeMap<>(Map.of(name, value)), null, null);
    }

    private static Expectation identity(String name) {
        return new Expectation(List.of(), new TreeMap<>(), null, new TreeMap<>(), null, name);
    }

    private static String judged(int status, String body, Expectation expected, Duration took) {
        Answer answer = answer(status, body);
        return inShort(Judgement.of(answer, answer.reading(), check(expected), took));
    }

    private static String inShort(Judgement judgement) {
        return judgement.verdict() + " " + judgement.reason().code();
    }

    private static Answer answer(int status, @Nullable String body) {
        TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("X-Service", "orders");
        return new Answer(
                status,
                Optional.empty(),
                headers,
                "text/plain",
                new Answer.Body.Text(body == null ? "" : body),
                true,
                false);
    }

    private static HealthCheck check(Expectation expected) {
        return new HealthCheck(
                "http://localhost:1/health",
                HealthCheck.DEFAULT_INTERVAL,
                HealthCheck.DEFAULT_TIMEOUT,
                null,
                expected,
                new SourceLocation("test.yaml", 1, 1));
    }
}
