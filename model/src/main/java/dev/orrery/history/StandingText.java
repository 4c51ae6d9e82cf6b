package dev.orrery.history;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.CheckId;
import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Flaps;
import dev.orrery.health.Health;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import dev.orrery.health.Verdict;
import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.JsonWriter;
import dev.orrery.json.ParsedJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A service's health as one line of JSON, which any tool that opens the file can read. What is as usual is left out.
final class StandingText {
    private StandingText() {}

    static String of(ServiceHealth health) {
        List<Json.Member> members = new ArrayList<>();
        members.add(Json.member("health", health.health().name()));
        since(members, health.since());
        reason(members, health.reason());
        members.add(Json.member(
                "checks",
                Json.array(health.checks().stream().map(StandingText::check).toList())));
        return JsonWriter.compact(new Json.Obj(members));
    }

    /// @throws IllegalArgumentException where the text is not what [#of] wrote
    static ServiceHealth read(String service, String text) {
        if (!(JsonReader.read(text) instanceof ParsedJson.Whole(Json.Obj object))) {
            throw new IllegalArgumentException("no object: " + text);
        }
        List<CheckHealth> checks = new ArrayList<>();
        for (Json check : items(object, "checks")) {
            checks.add(check(new CheckId(service, checks.size()), object(check)));
        }
        return new ServiceHealth(service, health(object, "health"), reason(object), instant(object, "since"), checks);
    }

    private static Json check(CheckHealth check) {
        List<Json.Member> members = new ArrayList<>();
        members.add(Json.member("health", check.health().name()));
        since(members, check.since());
        reason(members, check.reason());
        if (check.run() > 0) {
            members.add(Json.member("run", Json.number(check.run())));
            members.add(Json.member("towards", check.towards().name()));
        }
        if (check.starting()) {
            members.add(Json.member("starting", Json.bool(true)));
        }
        if (check.stale()) {
            members.add(Json.member("stale", Json.bool(true)));
        }
        Reason gap = check.gap();
        if (gap != null) {
            List<Json.Member> missed = new ArrayList<>();
            reason(missed, gap);
            members.add(Json.member("missed", new Json.Obj(missed)));
        }
        if (check.flaps().flapping()) {
            members.add(Json.member("flapping", check.flaps().worst().name()));
            members.add(Json.member("changes", Json.number(check.flaps().changes())));
        }
        Observation last = check.last();
        if (last != null) {
            members.add(Json.member("last", answer(last)));
        }
        return new Json.Obj(members);
    }

    private static CheckHealth check(CheckId id, Json.Obj check) {
        Health health = health(check, "health");
        int run = (int) number(check, "run").orElse(0L).longValue();
        Optional<Json> last = check.get("last");
        Optional<Json> missed = check.get("missed");
        return new CheckHealth(
                health,
                instant(check, "since"),
                reason(check),
                run,
                run > 0 ? health(check, "towards") : health,
                check.get("starting").isPresent(),
                check.get("stale").isPresent(),
                last.isPresent() ? answer(id, object(last.get())) : null,
                missed.isPresent() ? reason(object(missed.get())) : null,
                flaps(check),
                0);
    }

    private static Flaps flaps(Json.Obj check) {
        return check.get("flapping").isPresent()
                ? new Flaps(Math.toIntExact(number(check, "changes").orElse(0L)), true, health(check, "flapping"))
                : Flaps.NONE;
    }

    private static Json answer(Observation last) {
        List<Json.Member> members = new ArrayList<>();
        members.add(Json.member("at", Json.number(last.at().toEpochMilli())));
        members.add(Json.member("micros", Json.number(last.took().toNanos() / 1_000)));
        members.add(Json.member("verdict", last.verdict().name()));
        reason(members, last.reason());
        Integer status = last.httpStatus();
        if (status != null) {
            members.add(Json.member("status", Json.number(status)));
        }
        if (last.format() != null) {
            members.add(Json.member("format", last.format()));
        }
        if (!last.components().isEmpty()) {
            members.add(Json.member("parts", parts(last.components())));
        }
        return new Json.Obj(members);
    }

    private static Observation answer(CheckId check, Json.Obj last) {
        return new Observation(
                check,
                Instant.ofEpochMilli(number(last, "at").orElse(0L)),
                Duration.ofNanos(Math.multiplyExact(number(last, "micros").orElse(0L), 1_000)),
                Verdict.valueOf(string(last, "verdict")),
                reason(last),
                number(last, "status").map(Math::toIntExact).orElse(null),
                last.get("format").isPresent() ? string(last, "format") : null,
                parts(last),
                null);
    }

    private static Json parts(List<ComponentHealth> parts) {
        return Json.array(parts.stream()
                .map(part -> part.parts().isEmpty()
                        ? Json.object(
                                Json.member("name", part.name()),
                                Json.member("health", part.health().name()))
                        : Json.object(
                                Json.member("name", part.name()),
                                Json.member("health", part.health().name()),
                                Json.member("parts", parts(part.parts()))))
                .toList());
    }

    private static List<ComponentHealth> parts(Json.Obj within) {
        return items(within, "parts").stream()
                .map(StandingText::object)
                .map(part -> new ComponentHealth(string(part, "name"), health(part, "health"), null, parts(part)))
                .toList();
    }

    private static void since(List<Json.Member> members, @Nullable Instant since) {
        if (since != null) {
            members.add(Json.member("since", Json.number(since.toEpochMilli())));
        }
    }

    private static void reason(List<Json.Member> members, Reason reason) {
        members.add(Json.member("reason", reason.code()));
        if (!reason.arguments().isEmpty()) {
            members.add(Json.member(
                    "arguments",
                    Json.array(reason.arguments().stream().map(Json.Text::new).toList())));
        }
    }

    private static Reason reason(Json.Obj of) {
        return new Reason(
                string(of, "reason"),
                items(of, "arguments").stream().map(StandingText::string).toList());
    }

    private static Health health(Json.Obj of, String name) {
        return Health.valueOf(string(of, name));
    }

    private static @Nullable Instant instant(Json.Obj of, String name) {
        return number(of, name).map(Instant::ofEpochMilli).orElse(null);
    }

    private static Optional<Long> number(Json.Obj of, String name) {
        return of.get(name)
                .flatMap(value -> value instanceof Json.Num number ? number.value() : Optional.empty())
                .map(BigDecimal::longValueExact);
    }

    private static String string(Json.Obj of, String name) {
        return string(of.get(name).orElse(Json.NULL));
    }

    private static String string(Json value) {
        if (value instanceof Json.Text(String text)) {
            return text;
        }
        throw new IllegalArgumentException("no text: " + value);
    }

    private static Json.Obj object(Json value) {
        if (value instanceof Json.Obj object) {
            return object;
        }
        throw new IllegalArgumentException("no object: " + value);
    }

    private static List<Json> items(Json.Obj of, String name) {
        return of.get(name).orElse(Json.NULL) instanceof Json.Arr array ? array.items() : List.of();
    }
}
