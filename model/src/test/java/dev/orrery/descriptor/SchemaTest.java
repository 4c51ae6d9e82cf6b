package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.ServiceKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void theSchemaHasTheKeysThatTheReaderKnows() throws IOException {
        Json.Obj schema = schema();
        Json.Obj parts = object(schema, "$defs");
        assertThat(keys(schema)).isEqualTo(NativeKeys.TOP);
        assertThat(keys(object(parts, "boundary"))).isEqualTo(NativeKeys.BOUNDARY);
        assertThat(keys(object(parts, "service"))).isEqualTo(NativeKeys.SERVICE);
        assertThat(keys(object(parts, "health"))).isEqualTo(NativeKeys.HEALTH);
        assertThat(keys(object(parts, "expect"))).isEqualTo(NativeKeys.EXPECT);
        assertThat(keys(object(parts, "release"))).isEqualTo(NativeKeys.RELEASE);
        assertThat(keys(object(parts, "dependency"))).isEqualTo(NativeKeys.DEPENDENCY);
        assertThat(keys(object(parts, "rule"))).isEqualTo(NativeKeys.RULE);
    }

    @Test
    void theSchemaHasTheKindsThatTheReaderKnows() throws IOException {
        Json.Obj parts = object(schema(), "$defs");
        assertThat(words(parts, "service"))
                .isEqualTo(Arrays.stream(ServiceKind.values())
                        .map(ServiceKind::word)
                        .toList());
        assertThat(words(parts, "dependency"))
                .isEqualTo(Arrays.stream(DependencyKind.values())
                        .map(DependencyKind::word)
                        .toList());
    }

    @Test
    void theSchemaTakesTheUrlsThatTheReaderTakes() throws IOException {
        Json.Obj url = object(object(object(object(schema(), "$defs"), "health"), "properties"), "url");
        Pattern pattern = Pattern.compile(((Json.Text) url.get("pattern").orElseThrow()).text());

        for (String scheme : List.of("http", "HTTPS", "grpc", "grpcs", "tcp", "tls", "dns")) {
            assertThat(scheme + "://shop.example:1").matches(pattern);
        }
        assertThat("ftp://shop.example").doesNotMatch(pattern);
        assertThat("https://me:secret@shop.example").doesNotMatch(pattern);
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        Json.Obj schema = schema();
        Set<String> defined = object(schema, "$defs").members().stream()
                .map(member -> "#/$defs/" + member.name())
                .collect(Collectors.toSet());
        assertThat(references(schema))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(defined).contains(reference));
    }

    private static List<String> references(Json value) {
        return switch (value) {
            case Json.Obj object ->
                object.members().stream()
                        .flatMap(member -> member.name().equals("$ref") && member.value() instanceof Json.Text text
                                ? List.of(text.text()).stream()
                                : references(member.value()).stream())
                        .toList();
            case Json.Arr array ->
                array.items().stream()
                        .flatMap(item -> references(item).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static List<String> words(Json.Obj parts, String part) {
        Json.Obj kind = object(object(object(parts, part), "properties"), "kind");
        return ((Json.Arr) kind.get("enum").orElseThrow())
                .items().stream().map(item -> ((Json.Text) item).text()).toList();
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
        try (InputStream in = Objects.requireNonNull(SchemaTest.class.getResourceAsStream("orrery-1.schema.json"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (Json.Obj) ((ParsedJson.Whole) JsonReader.read(text)).value();
        }
    }
}
