package dev.orrery.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;

/// Reads a JSON text that is mostly one long list, without keeping the list.
public final class JsonStream {
    private final JsonParser parser;
    private final Consumer<Json> items;

    private JsonStream(JsonParser parser, Consumer<Json> items) {
        this.parser = parser;
        this.items = items;
    }

    /// Never throws for any text. What the items say was handed over before it is known whether
    /// the text is whole.
    ///
    /// @param path names of the members, from the outermost, that lead to the list
    /// @param items takes each item of that list, in its order
    /// @return the whole, with that list empty
    /// @throws IOException where the stream fails
    public static ParsedJson read(InputStream text, List<String> path, Consumer<Json> items) throws IOException {
        try (JsonParser parser = JsonReader.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return JsonReader.broken("the text is empty", parser.currentLocation());
            }
            Json value = new JsonStream(parser, items).value(first, path);
            return parser.nextToken() == null
                    ? new ParsedJson.Whole(value)
                    : JsonReader.broken("there is more text after the value", parser.currentTokenLocation());
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        } catch (JacksonException refused) {
            return JsonReader.broken(refused.getOriginalMessage(), refused.getLocation());
        }
    }

    private Json value(JsonToken token, List<String> path) {
        if (path.isEmpty() && token == JsonToken.START_ARRAY) {
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                items.accept(JsonReader.value(parser, next));
            }
            return new Json.Arr(List.of());
        }
        if (path.isEmpty() || token != JsonToken.START_OBJECT) {
            return JsonReader.value(parser, token);
        }
        List<Json.Member> members = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken begins = parser.nextToken();
            boolean leads = name.equals(path.getFirst());
            Json value = leads ? value(begins, path.subList(1, path.size())) : JsonReader.value(parser, begins);
            members.add(new Json.Member(name, value));
        }
        return new Json.Obj(members);
    }
}
