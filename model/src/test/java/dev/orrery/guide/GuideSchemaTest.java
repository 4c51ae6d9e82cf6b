package dev.orrery.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Lens;
import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GuideSchemaTest {
    @Test
    void theSchemaHasTheKeysAndWordsThatTheReaderKnows() throws IOException {
        Json.Obj schema = schema();
        Json.Obj view = object(object(schema, "$defs"), "view");
        assertThat(keys(object(object(schema, "properties"), "notes"))).isEqualTo(GuideText.SORT_KEYS);
        assertThat(keys(view)).isEqualTo(StatedView.KEYS);
        Json.Arr lenses = (Json.Arr)
                object(object(view, "properties"), "lens").get("enum").orElseThrow();
        assertThat(lenses.items().stream().map(word -> ((Json.Text) word).text()))
                .containsExactlyElementsOf(
                        Arrays.stream(Lens.values()).map(Lens::word).toList());
    }

    private static Set<String> keys(Json.Obj part) {
        return object(part, "properties").members().stream()
                .map(Json.Member::name)
                .collect(Collectors.toSet());
    }

    private static Json.Obj object(Json.Obj in, String name) {
        return (Json.Obj) in.get(name).orElseThrow();
    }

    private static Json.Obj schema() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(GuideSchemaTest.class.getResourceAsStream("orrery-guide-1.schema.json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (Json.Obj) ((ParsedJson.Whole) JsonReader.read(text)).value();
        }
    }
}
