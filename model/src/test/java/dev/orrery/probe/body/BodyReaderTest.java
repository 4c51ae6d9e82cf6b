package dev.orrery.probe.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    @ParameterizedTest
    @MethodSource("bodies")
    void readsAFormatByItsContent(String format, String title, String body, List<String> bad) {
        BodyReading reading = BodyReader.read(body, "", true);

        assertThat(reading).isInstanceOf(BodyReading.Said.class);
        BodyHealth health = ((BodyReading.Said) reading).health();
        assertThat(health.format()).isEqualTo(format);
        assertThat(health.says()).isEqualTo(Health.valueOf(title.split(" ")[0]));
        assertThat(health.badParts()).isEqualTo(bad);
    }

    @ParameterizedTest
    @MethodSource("silentBodies")
    void hearsNothingWhereNothingIsSaid(String title, String body) {
        assertThat(BodyReader.read(body, "", true)).as(title).isEqualTo(new BodyReading.Silent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "{\"status\":\"UP\"",
                "{\"status\":\"UP\"} {}",
                "{\"status\":\"UP\"}garbage",
                "{\"status\":\"UP\",}",
                "{'status':'UP'}",
                "{\"status\":UP}",
                "{\"status\":\"UP\",\"status\":\"UP\"}",
                "{\"status\":\"UP\",\"a\":[{\"b\":{\"status\":1,\"status\":2}}]}",
            })
    void callsAmbiguousWhatTwoReadersCouldReadDifferently(String body) {
        assertThat(BodyReader.read(body, "", true)).isInstanceOf(BodyReading.Ambiguous.class);
    }

    @Test
    void saysWhereJsonIsBroken() {
        BodyReading reading = BodyReader.read("{\n  \"status\": oops\n}", "", true);

        assertThat(((BodyReading.Ambiguous) reading).why()).startsWith("line 2, column ");
    }

    @Test
    void believesTheDeclaredTypeOnlyWhereTheContentLeavesItOpen() {
        assertThat(BodyReader.read("oops", "application/json", true)).isInstanceOf(BodyReading.Ambiguous.class);
        assertThat(BodyReader.read("oops", "text/plain", true)).isInstanceOf(BodyReading.Silent.class);
        assertThat(BodyReader.read("OK", "application/json", true)).isInstanceOf(BodyReading.Said.class);
        assertThat(BodyReader.read("{\"status\":\"DOWN\"}", "text/html", true)).isInstanceOf(BodyReading.Said.class);
        assertThat(BodyReader.read("", "application/json", true)).isInstanceOf(BodyReading.Silent.class);
    }

    @Test
    void readsPastAByteOrderMark() {
        assertThat(BodyReader.read("\ufeff{\"status\":\"DOWN\"}", "", true)).isInstanceOf(BodyReading.Said.class);
    }

    @Test
    void doesNotTrustJsonThatGoesOn() {
        assertThat(BodyReader.read("{\"status\":\"UP\"}", "", false)).isInstanceOf(BodyReading.Ambiguous.class);
        assertThat(BodyReader.read("ok", "", false)).isInstanceOf(BodyReading.Said.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><input type=\"password\"></html>",
                "<!doctype html><INPUT class=x TYPE=password name=p>",
                "<html><input name='u'><input\n type = 'password' /></html>",
            })
    void knowsAPageThatWantsAPassword(String page) {
        assertThat(BodyReader.read(page, "", true)).isEqualTo(new BodyReading.Login());
    }

    @Test
    void keepsTheTreeOfPartsWithWhatTheySay() {
        String body = """
                {"status":"DOWN","components":{"broker":{"status":"DOWN","components":{
                  "us1":{"status":"UP"},
                  "us2":{"status":"DOWN","details":{"error":"refused\\u001b[0m"}}}}}}""";

        BodyHealth health = ((BodyReading.Said) BodyReader.read(body, "", true)).health();

        assertThat(health.parts())
                .containsExactly(new ComponentHealth(
                        "broker",
                        Health.DOWN,
                        null,
                        List.of(
                                new ComponentHealth("us1", Health.UP, null, List.of()),
                                new ComponentHealth("us2", Health.DOWN, "refused[0m", List.of()))));
    }

    @Test
    void namesOnlyTheFirstFewOfManyBadParts() {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            parts.append(i == 0 ? "" : ",").append("\"p").append(i).append("\":{\"status\":\"DOWN\"}");
        }

        BodyReading reading = BodyReader.read("{\"status\":\"DOWN\",\"components\":{" + parts + "}}", "", true);

        assertThat(((BodyReading.Said) reading).health().badParts()).containsExactly("p0", "p1", "p2", "…");
    }

    @Test
    void survivesBodiesThatAreCutOrGarbled() throws IOException {
        Random random = new Random(11);
        List<String> all = new ArrayList<>();
        for (String format : FORMATS) {
            sections(format).forEach(section -> all.add(section[1]));
        }
        for (int i = 0; i < 5000; i++) {
            StringBuilder body = new StringBuilder(all.get(random.nextInt(all.size())));
            for (int edits = random.nextInt(4); edits > 0; edits--) {
                body.setCharAt(random.nextInt(body.length()), (char) random.nextInt(0x100));
            }
            body.setLength(1 + random.nextInt(body.length()));

            assertThat(BodyReader.read(body.toString(), "", true)).isNotNull();
        }
    }

    @Test
    void takesDeepNestingForAmbiguousAndNotForAnError() {
        String deep = "[".repeat(100_000);
        String deepStatus = "{\"status\":".repeat(10_000) + "1" + "}".repeat(10_000);

        assertThat(BodyReader.read(deep, "", true)).isInstanceOf(BodyReading.Ambiguous.class);
        assertThat(BodyReader.read(deepStatus, "", true)).isInstanceOf(BodyReading.Ambiguous.class);
    }

    private static final List<String> FORMATS =
            List.of("spring-boot", "microprofile", "health+json", "json-status", "text");

    static Stream<Object[]> bodies() throws IOException {
        List<Object[]> bodies = new ArrayList<>();
        for (String format : FORMATS) {
            for (String[] section : sections(format)) {
                String[] parts = section[1].split(" => ");
                List<String> bad =
                        parts.length == 1 ? List.of() : List.of(parts[1].strip().split(", "));
                bodies.add(new Object[] {format, section[0], parts[0], bad});
            }
        }
        return bodies.stream();
    }

    static Stream<Object[]> silentBodies() throws IOException {
        return sections("silent").stream().map(section -> new Object[] {section[0], section[1]});
    }

    private static List<String[]> sections(String name) throws IOException {
        List<String[]> sections = new ArrayList<>();
        try (InputStream in = BodyReaderTest.class.getResourceAsStream("bodies/" + name + ".txt")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String section : all.substring(4).split("\n### ")) {
                int end = section.indexOf('\n');
                sections.add(new String[] {
                    section.substring(0, end), section.substring(end + 1).strip()
                });
            }
        }
        return sections;
    }
}
