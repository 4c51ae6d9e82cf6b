package dev.orrery.json;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes JSON, the same text for the same value on every machine.
public final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWriter() {}

    /// On one line, without a line end.
    public static String compact(Json value) {
        return write(value, ObjectWriteContext.empty());
    }

    /// A line for each member and item, two spaces a level, without a line end at the end.
    public static String pretty(Json value) {
        return write(value, new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                DefaultIndenter lines = new DefaultIndenter("  ", "\n");
                return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        });
    }

    private static String write(Json value, ObjectWriteContext context) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(context, text)) {
            write(value, generator);
        }
        return text.toString();
    }

    private static void write(Json value, JsonGenerator out) {
        switch (value) {
            case Json.Obj object -> {
                out.writeStartObject();
                for (Json.Member member : object.members()) {
                    out.writeName(member.name());
                    write(member.value(), out);
                }
                out.writeEndObject();
            }
            case Json.Arr array -> {
                out.writeStartArray();
                array.items().forEach(item -> write(item, out));
                out.writeEndArray();
            }
            case Json.Text text -> out.writeString(text.text());
            case Json.Num number -> out.writeNumber(number.digits());
            case Json.Bool bool -> out.writeBoolean(bool.value());
            case Json.Null _ -> out.writeNull();
        }
    }
}
