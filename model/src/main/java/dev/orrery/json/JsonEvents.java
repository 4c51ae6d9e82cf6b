package dev.orrery.json;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Goes through a JSON text and tells where everything stands. Nothing is kept, so depth and size are the listener's
/// business.
public final class JsonEvents {
    private static final Pattern PLACE = Pattern.compile("\\s*\\(start marker at \\[[^\\]]*\\]\\)|\\n at \\[.*");
    private static final StreamReadConstraints UNBOUNDED = StreamReadConstraints.builder()
            .maxNestingDepth(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .build();
    private static final JsonFactory STRICT =
            JsonFactory.builder().streamReadConstraints(UNBOUNDED).build();
    private static final JsonFactory COMMENTED = JsonFactory.builder()
            .streamReadConstraints(UNBOUNDED)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    /// How strictly a text is taken.
    public enum Grammar {
        /// RFC 8259.
        STRICT,
        /// With comments as in Java, and a comma after the last member or item, as editors' settings have it.
        COMMENTED
    }

    /// What stands at a place.
    public enum Event {
        OBJECT,
        ARRAY,
        /// The end of an object or an array.
        END,
        NAME,
        TEXT,
        /// A number, `true`, `false` or `null`.
        BARE
    }

    /// Hears of everything in the order in which it is written.
    public interface Listener {
        /// @param start in UTF-16 units
        /// @param end after its last unit; of an object or array that begins, after its bracket
        /// @param value what is meant; empty for brackets
        /// @return whether to go on
        boolean on(Event event, int start, int end, String value);
    }

    /// @param why in the parser's words
    /// @param offset in UTF-16 units
    public record Broken(String why, int offset) {}

    private JsonEvents() {}

    /// Never throws for any text.
    ///
    /// @return why the text is not one JSON value; empty where it is, and where the listener did not go on
    public static Optional<Broken> read(String text, Grammar grammar, Listener listener) {
        int begin = text.startsWith("\uFEFF") ? 1 : 0;
        JsonFactory factory = grammar == Grammar.STRICT ? STRICT : COMMENTED;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text.substring(begin))) {
            int depth = 0;
            boolean isWhole = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int start = begin + offset(parser.currentTokenLocation(), text.length());
                if (isWhole) {
                    return Optional.of(new Broken("there is more text after the value", start));
                }
                if (!tell(token, parser, start, text, listener)) {
                    return Optional.empty();
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                isWhole = depth == 0;
            }
            return isWhole ? Optional.empty() : Optional.of(new Broken("the text is empty", text.length()));
        } catch (JacksonException refused) {
            String why =
                    PLACE.matcher(String.valueOf(refused.getOriginalMessage())).replaceAll("");
            int offset = begin + offset(refused.getLocation(), text.length());
            return Optional.of(new Broken(why, Math.min(text.length(), offset)));
        }
    }

    private static boolean tell(JsonToken token, JsonParser parser, int start, String text, Listener listener) {
        return switch (token) {
            case START_OBJECT -> listener.on(Event.OBJECT, start, start + 1, "");
            case START_ARRAY -> listener.on(Event.ARRAY, start, start + 1, "");
            case END_OBJECT, END_ARRAY -> listener.on(Event.END, start, start + 1, "");
            case PROPERTY_NAME -> listener.on(Event.NAME, start, afterQuote(text, start), parser.currentName());
            case VALUE_STRING -> {
                String value = parser.getString();
                yield listener.on(Event.TEXT, start, afterQuote(text, start), value);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {
                String value = parser.getString();
                yield listener.on(Event.BARE, start, start + value.length(), value);
            }
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no text has the token " + token);
        };
    }

    /// The parser has gone further than a name already when it tells of it.
    private static int afterQuote(String text, int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + 1);
    }

    private static int offset(@Nullable TokenStreamLocation place, int length) {
        return place == null || place.getCharOffset() < 0 ? length : (int) place.getCharOffset();
    }
}
