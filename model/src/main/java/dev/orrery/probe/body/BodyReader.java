package dev.orrery.probe.body;

import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.xml.ParsedXml;
import dev.orrery.xml.XmlReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads a body of any format. The first format that knows it decides.
public final class BodyReader {
    /// Keys on which a verdict hangs, in lower case.
    private static final Set<String> DECISIVE = Set.of(
            "status",
            "state",
            "outcome",
            "health",
            "healthy",
            "ok",
            "alive",
            "ready",
            "success",
            "passed",
            "components",
            "details",
            "checks",
            "entries",
            "results",
            "services",
            "failures",
            "overriddenstatus");

    private static final int LONGEST_DECISIVE = 16;

    private BodyReader() {}

    /// @param body as much of it as was read; never throws for any text
    /// @param mediaType as declared, in lower case; empty where none is. Believed only where the content leaves it
    ///     open
    /// @param whole false where the body goes on beyond what was read
    public static BodyReading read(String body, String mediaType, boolean whole) {
        String bare = body.strip();
        String text = bare.startsWith("\ufeff") ? bare.substring(1).strip() : bare;
        if (text.isEmpty()) {
            return new BodyReading.Silent();
        }
        Optional<BodyReading> lines = isLines(text) ? said(new Json.Text(text)) : Optional.empty();
        if (lines.isPresent()) {
            return lines.get();
        }
        boolean looksLikeJson = "{[\"".indexOf(text.charAt(0)) >= 0;
        if (looksLikeJson) {
            return whole ? json(text) : new BodyReading.Ambiguous(Messages.of("body.too-large"));
        }
        if (text.charAt(0) == '<' && Eureka.maybe(text)) {
            return whole ? xml(text) : new BodyReading.Ambiguous(Messages.of("body.too-large"));
        }
        if (isPage(text)) {
            return LoginPage.asksForPassword(text) ? new BodyReading.Login() : new BodyReading.Silent();
        }
        Optional<BodyReading> word = said(new Json.Text(text));
        if (word.isPresent()) {
            return word.get();
        }
        boolean claimsJson = mediaType.endsWith("/json") || mediaType.endsWith("+json");
        return claimsJson ? json(text) : new BodyReading.Silent();
    }

    /// No JSON begins like this, although it has a bracket first.
    private static boolean isLines(String text) {
        return text.startsWith("[+]") || text.startsWith("[-]");
    }

    private static BodyReading json(String text) {
        return switch (JsonReader.read(text)) {
            case ParsedJson.Broken(String why, int line, int column) -> broken(why, line, column, "body.not-json");
            case ParsedJson.Whole(Json value) ->
                twice(value)
                        .<BodyReading>map(key -> new BodyReading.Ambiguous(Messages.of("body.two-statuses", key)))
                        .or(() -> said(value))
                        .orElseGet(BodyReading.Silent::new);
        };
    }

    private static BodyReading xml(String text) {
        return switch (XmlReader.read(text)) {
            case ParsedXml.Broken(String why, int line, int column) -> broken(why, line, column, "body.not-xml");
            case ParsedXml.Doctype(int line, int column) -> broken("DOCTYPE", line, column, "body.not-xml");
            case ParsedXml.Whole whole ->
                Eureka.read(whole.root())
                        .<BodyReading>map(BodyReading.Said::new)
                        .orElseGet(BodyReading.Silent::new);
        };
    }

    private static BodyReading broken(String why, int line, int column, String sentence) {
        return new BodyReading.Ambiguous(Messages.of(sentence, "" + line, "" + column, Untrusted.oneLine(why, 120)));
    }

    private static Optional<BodyReading> said(Json value) {
        for (BodyFormat format : BodyFormats.ALL) {
            Optional<BodyHealth> read = format.read(value);
            if (read.isPresent()) {
                return Optional.of(new BodyReading.Said(read.get()));
            }
        }
        return Optional.empty();
    }

    /// A key that decides and stands twice in one object, so that two readers could read two things.
    private static Optional<String> twice(Json value) {
        return switch (value) {
            case Json.Obj(List<Json.Member> members) -> {
                Set<String> seen = new HashSet<>(4);
                for (Json.Member member : members) {
                    String name = member.name().length() > LONGEST_DECISIVE
                            ? ""
                            : member.name().toLowerCase(Locale.ROOT);
                    if (DECISIVE.contains(name) && !seen.add(name)) {
                        yield Optional.of(name);
                    }
                    Optional<String> inside = twice(member.value());
                    if (inside.isPresent()) {
                        yield inside;
                    }
                }
                yield Optional.empty();
            }
            case Json.Arr(List<Json> items) -> {
                for (Json item : items) {
                    Optional<String> inside = twice(item);
                    if (inside.isPresent()) {
                        yield inside;
                    }
                }
                yield Optional.empty();
            }
            case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
        };
    }

    /// Many servers call every text a page, so what they declare is not asked.
    private static boolean isPage(String text) {
        String head = text.substring(0, Math.min(text.length(), 200)).toLowerCase(Locale.ROOT);
        return head.startsWith("<") || head.contains("<html");
    }
}
