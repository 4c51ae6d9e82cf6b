package dev.orrery.probe.http;

import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Latency;
import dev.orrery.probe.body.BodyHealth;
import dev.orrery.probe.body.BodyReading;
import dev.orrery.text.Messages;
import dev.orrery.topology.Expectation;
import dev.orrery.topology.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an answer counts as: the health table, rows tried from the top, and beside it what the descriptor expects. A
/// status that is expected counts as 2xx does; all else that is expected can only make a verdict worse.
///
/// @param format of the body; null where none was recognised
record Judgement(Verdict verdict, Reason reason, @Nullable String format, List<ComponentHealth> parts) {

    /// @param reading of the answer's body
    static Judgement of(Answer answer, BodyReading reading, HealthCheck check, Duration took) {
        Judgement byTable = beside(judge(answer, reading, check.expect()), answer, check.expect(), took);
        if (byTable.verdict == Verdict.PASS && check.request().http2() && !answer.http2()) {
            return new Judgement(Verdict.WARN, Reason.of("http2-not-offered"), byTable.format, byTable.parts);
        }
        Duration bound = check.degradedAbove();
        if (byTable.verdict == Verdict.PASS && bound != null && took.compareTo(bound) > 0) {
            Reason slow = Reason.of("slow", Latency.inWords(took), Latency.inWords(bound));
            return new Judgement(Verdict.WARN, slow, byTable.format, byTable.parts);
        }
        return byTable;
    }

    /// What passes must be as expected, too; what fails by itself keeps its own reason.
    private static Judgement beside(Judgement byTable, Answer answer, Expectation expected, Duration took) {
        if (byTable.verdict != Verdict.PASS && byTable.verdict != Verdict.WARN) {
            return byTable;
        }
        return Expected.unmet(answer, expected, took)
                .map(unmet -> new Judgement(unmet.verdict(), unmet.reason(), byTable.format, byTable.parts))
                .orElse(byTable);
    }

    private static Judgement judge(Answer answer, BodyReading reading, Expectation expected) {
        BodyHealth health = reading instanceof BodyReading.Said(BodyHealth said) ? said : null;
        int status = answer.status();
        String code = Integer.toString(status);
        if (reading instanceof BodyReading.Login) {
            return of(Verdict.NONE, Reason.of("html-login"), health);
        }
        if (expected.names(status)) {
            return byBody(answer, reading, Verdict.PASS, Reason.of("answers", code));
        }
        boolean isOther = !expected.statuses().isEmpty();
        if (isOther && status >= 200 && status < 300) {
            String allowed = expected.statuses().stream().map(Object::toString).collect(Collectors.joining(", "));
            return of(Verdict.FAIL, Reason.of("expectation", Messages.of("expect.status", code, allowed)), health);
        }
        return switch (status) {
            case 429 -> byBody(answer, reading, Verdict.WARN, Reason.of("too-many-requests"));
            case 501 -> of(Verdict.NONE, Reason.of("not-implemented"), health);
            case 401, 403, 407 -> of(Verdict.NONE, Reason.of("not-allowed", code), health);
            case 404, 410 -> of(Verdict.NONE, Reason.of("not-found", code), health);
            default -> {
                if (status == 408 || (status >= 500 && status < 600)) {
                    yield of(Verdict.FAIL, failure(code, health), health);
                }
                if (status >= 400 && status < 500) {
                    yield of(Verdict.NONE, Reason.of("status-4xx", code), health);
                }
                if (status >= 300 && status < 400) {
                    yield of(Verdict.NONE, Reason.of("redirect-nowhere", code), health);
                }
                if (status >= 200 && status < 300) {
                    yield byBody(answer, reading, Verdict.PASS, Reason.of("answers", code));
                }
                yield of(Verdict.FAIL, Reason.of("protocol", code), health);
            }
        };
    }

    /// A failing status fails whatever the body says; a body that says so too adds its reason.
    private static Reason failure(String code, @Nullable BodyHealth health) {
        if (health == null || health.says() == Health.UP) {
            return Reason.of("status-5xx", code);
        }
        return health.says() == Health.DOWN
                ? Reason.of("body-down", grounds(health))
                : Reason.of("status-5xx-says", code, grounds(health));
    }

    /// @param otherwise where the body says nothing worse, with its reason
    private static Judgement byBody(Answer answer, BodyReading reading, Verdict otherwise, Reason reason) {
        if (answer.body() instanceof Answer.Body.Encoded(String encoding)) {
            return of(Verdict.NONE, Reason.of("encoding", encoding), null);
        }
        return switch (reading) {
            case BodyReading.Ambiguous(String why) -> of(Verdict.NONE, Reason.of("ambiguous", why), null);
            case BodyReading.Login _, BodyReading.Silent _ -> of(otherwise, reason, null);
            case BodyReading.Said(BodyHealth health) ->
                switch (health.says()) {
                    case DOWN -> of(Verdict.FAIL, Reason.of("body-down", grounds(health)), health);
                    case UNKNOWN, PENDING -> of(Verdict.NONE, Reason.of("body-unknown", health.word()), health);
                    case DEGRADED -> of(Verdict.WARN, Reason.of("body-warn", grounds(health)), health);
                    case UP -> up(health, otherwise, reason);
                };
        };
    }

    private static Judgement up(BodyHealth health, Verdict otherwise, Reason reason) {
        if (otherwise != Verdict.PASS) {
            return of(otherwise, reason, health);
        }
        if (!health.badParts().isEmpty()) {
            return of(Verdict.WARN, Reason.of("parts-bad", grounds(health)), health);
        }
        List<String> odd = health.oddParts();
        return odd.isEmpty()
                ? of(Verdict.PASS, Reason.of("body-up"), health)
                : of(Verdict.WARN, Reason.of("parts-odd", String.join(", ", odd)), health);
    }

    private static String grounds(BodyHealth health) {
        List<String> bad = health.badParts();
        return bad.isEmpty() ? health.word() : String.join(", ", bad);
    }

    private static Judgement of(Verdict verdict, Reason reason, @Nullable BodyHealth health) {
        return health == null
                ? new Judgement(verdict, reason, null, List.of())
                : new Judgement(verdict, reason, health.format(), health.components());
    }
}
