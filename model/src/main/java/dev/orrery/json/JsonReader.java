package dev.orrery.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON as RFC 8259 has it, at most 100 levels deep.
public final class JsonReader {
    private static final int DEEPEST = 100;
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonReader() {}

    /// Never throws for any text.
    public static ParsedJson read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return read(parser);
        } catch (JacksonException refused) {
            return broken(refused.getOriginalMessage(), refused.getLocation());
        }
    }

    private static ParsedJson read(JsonParser parser) {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return broken("the text is empty", parser.currentLocation());
            }
            Json value = value(parser, first);
            return isAtEnd(parser)
                    ? new ParsedJson.Whole(value)
                    : broken("there is more text after the value", parser.currentLocation());
        } catch (StreamConstraintsException limit) {
            boolean deep = parser.streamReadContext().getNestingDepth() >= DEEPEST;
            String why = deep ? "it is nested deeper than " + DEEPEST + " levels" : "a part of it is too long";
            return broken(why, parser.currentLocation());
        } catch (UnexpectedEndOfInputException cut) {
            return broken("it ends in the middle", parser.currentLocation());
        }
    }

    private static boolean isAtEnd(JsonParser parser) {
        try {
            return parser.nextToken() == null;
        } catch (JacksonException noValue) {
            return false;
        }
    }

    static Json value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getString());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> Json.NULL;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value begins with " + token);
        };
    }

    private static Json object(JsonParser parser) {
        List<Json.Member> members = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            members.add(new Json.Member(name, value(parser, parser.nextToken())));
        }
        return new Json.Obj(members);
    }

    private static Json array(JsonParser parser) {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new Json.Arr(items);
    }

    static ParsedJson broken(String why, @Nullable TokenStreamLocation place) {
        if (place == null) {
            // A limit that is exceeded has no place.
            return new ParsedJson.Broken(why, 1, 1);
        }
        return new ParsedJson.Broken(why, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }
}
