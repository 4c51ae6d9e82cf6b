package dev.orrery.probe.body;

import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a body of any format. The first format that knows it decides.
public final class BodyReader {
    private static final List<BodyFormat> FORMATS =
            List.of(new SpringBoot(), new MicroProfile(), new HealthJson(), new JsonStatus(), new PlainWord());

    private BodyReader() {}

    /// @param body as much of it as was read; never throws for any text
    /// @param mediaType as declared, in lower case; empty where none is. Believed only where the content leaves it
    ///     open
    /// @param whole false where the body goes on beyond what was read
    public static BodyReading read(String body, String mediaType, boolean whole) {
        String text = body.startsWith("\ufeff") ? body.substring(1).strip() : body.strip();
        if (text.isEmpty()) {
            return new BodyReading.Silent();
        }
        boolean looksLikeJson = "{[\"".indexOf(text.charAt(0)) >= 0;
        if (looksLikeJson) {
            return whole ? json(text) : new BodyReading.Ambiguous(Messages.of("body.too-large"));
        }
        if (isPage(text, mediaType)) {
            return LoginPage.asksForPassword(text) ? new BodyReading.Login() : new BodyReading.Silent();
        }
        Optional<BodyReading> word = said(new Json.Text(text));
        if (word.isPresent()) {
            return word.get();
        }
        boolean claimsJson = mediaType.endsWith("/json") || mediaType.endsWith("+json");
        return claimsJson ? json(text) : new BodyReading.Silent();
    }

    private static BodyReading json(String text) {
        return switch (JsonReader.read(text)) {
            case ParsedJson.Broken(String why, int line, int column) ->
                new BodyReading.Ambiguous(
                        Messages.of("body.not-json", "" + line, "" + column, Untrusted.oneLine(why, 120)));
            case ParsedJson.Whole(Json value)
            when hasTwoStatuses(value) -> new BodyReading.Ambiguous(Messages.of("body.two-statuses"));
            case ParsedJson.Whole(Json value) -> said(value).orElseGet(BodyReading.Silent::new);
        };
    }

    private static Optional<BodyReading> said(Json value) {
        return FORMATS.stream()
                .flatMap(format -> format.read(value).stream())
                .findFirst()
                .map(BodyReading.Said::new);
    }

    private static boolean hasTwoStatuses(Json value) {
        return switch (value) {
            case Json.Obj object ->
                object.count("status") > 1
                        || object.members().stream().anyMatch(member -> hasTwoStatuses(member.value()));
            case Json.Arr(List<Json> items) -> items.stream().anyMatch(BodyReader::hasTwoStatuses);
            case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> false;
        };
    }

    private static boolean isPage(String text, String mediaType) {
        String head = text.substring(0, Math.min(text.length(), 200)).toLowerCase(Locale.ROOT);
        return mediaType.contains("html") || head.startsWith("<!doctype html") || head.contains("<html");
    }
}
