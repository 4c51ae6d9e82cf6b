package dev.orrery.probe.http;

import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.JsonWriter;
import dev.orrery.json.ParsedJson;
import dev.orrery.probe.Latency;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Expectation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An answer beside what its descriptor expects of it.
///
/// An answer of another service says nothing about the one that was meant, so it is no failure of it. Anything else
/// that is not as expected is one.
final class Expected {
    private static final int SHOWN = 80;
    /// Where services say who they are.
    private static final Set<String> NAMES = Set.of(
            "service",
            "serviceName",
            "service_name",
            "serviceId",
            "name",
            "application",
            "applicationName",
            "app",
            "appName",
            "component");

    private static final List<String> NAMING_HEADERS =
            List.of("X-Service", "X-Service-Name", "X-Application", "X-App-Name");

    /// @param verdict `FAIL`, or `NONE` where the answer is another service's
    record Unmet(Verdict verdict, Reason reason) {}

    private final Answer answer;
    private final Expectation expectation;
    private final Json body;

    private Expected(Answer answer, Expectation expectation) {
        this.answer = answer;
        this.expectation = expectation;
        this.body = parsed(answer, expectation);
    }

    /// The first thing that is not as expected; empty where all is. The status is judged elsewhere.
    static Optional<Unmet> unmet(Answer answer, Expectation expectation, Duration took) {
        if (expectation.equals(Expectation.NONE)) {
            return Optional.empty();
        }
        Expected expected = new Expected(answer, expectation);
        return expected.identity()
                .map(reason -> new Unmet(Verdict.NONE, reason))
                .or(() -> expected.words(took).map(words -> new Unmet(Verdict.FAIL, Reason.of("expectation", words))));
    }

    /// The body as JSON where that is asked for; null where it is none.
    private static Json parsed(Answer answer, Expectation expectation) {
        boolean isWanted = !expectation.json().isEmpty() || expectation.identity() != null;
        String text = answer.text();
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        return isWanted && answer.whole() && JsonReader.read(bare) instanceof ParsedJson.Whole(Json value)
                ? value
                : Json.NULL;
    }

    private Optional<Reason> identity() {
        String wanted = expectation.identity();
        if (wanted == null) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>();
        NAMING_HEADERS.forEach(header -> answer.header(header).ifPresent(said::add));
        if (body instanceof Json.Obj(List<Json.Member> members)) {
            for (Json.Member member : members) {
                if (NAMES.contains(member.name())) {
                    name(member.value()).ifPresent(said::add);
                }
            }
        }
        if (said.stream().anyMatch(wanted::equalsIgnoreCase)) {
            return Optional.empty();
        }
        return Optional.of(
                said.isEmpty()
                        ? Reason.of("identity-unsaid", wanted)
                        : Reason.of("identity", shown(said.getFirst()), wanted));
    }

    private static Optional<String> name(Json value) {
        return switch (value) {
            case Json.Text(String text) -> Optional.of(text.strip());
            case Json.Obj object ->
                object.get("name")
                        .flatMap(inner ->
                                inner instanceof Json.Text(String text) ? Optional.of(text.strip()) : Optional.empty());
            case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
        };
    }

    private Optional<String> words(Duration took) {
        for (Map.Entry<String, String> pointed : expectation.json().entrySet()) {
            Optional<String> wrong = compared(pointed.getKey(), pointed.getValue());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        for (Map.Entry<String, String> header : expectation.headers().entrySet()) {
            Optional<String> wrong = header(header.getKey(), header.getValue());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        String part = expectation.body();
        if (part != null && !answer.text().contains(part)) {
            return Optional.of(Messages.of("expect.body", shown(part)));
        }
        Duration within = expectation.within();
        return within != null && took.compareTo(within) > 0
                ? Optional.of(Messages.of("expect.within", Latency.inWords(took), Latency.inWords(within)))
                : Optional.empty();
    }

    private Optional<String> compared(String pointer, String wanted) {
        String place = pointer.isEmpty() ? "/" : pointer;
        Optional<Json> found = JsonPointer.find(body, pointer);
        if (found.isEmpty()) {
            return Optional.of(Messages.of("expect.json-missing", place, shown(wanted)));
        }
        return isSame(found.get(), wanted)
                ? Optional.empty()
                : Optional.of(Messages.of("expect.json", place, shown(written(found.get())), shown(wanted)));
    }

    private static boolean isSame(Json found, String wanted) {
        if (found instanceof Json.Num number && JsonReader.read(wanted) instanceof ParsedJson.Whole(Json.Num other)) {
            return number.value()
                    .flatMap(one -> other.value().map(two -> one.compareTo(two) == 0))
                    .orElse(number.digits().equals(wanted));
        }
        return written(found).equals(wanted);
    }

    private static String written(Json value) {
        return value instanceof Json.Text(String text) ? text : JsonWriter.compact(value);
    }

    private Optional<String> header(String name, String wanted) {
        Optional<String> found = answer.header(name);
        if (found.isEmpty()) {
            return Optional.of(Messages.of("expect.header-missing", name));
        }
        return found.get().equals(wanted.strip())
                ? Optional.empty()
                : Optional.of(Messages.of("expect.header", name, shown(found.get()), shown(wanted)));
    }

    private static String shown(String text) {
        return Untrusted.oneLine(text, SHOWN);
    }
}
