package dev.orrery.probe.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.ComponentHealth;
import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.JsonWriter;
import dev.orrery.json.ParsedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenBodyTest {
    static Stream<Golden> all() {
        return Golden.all().stream();
    }

    static Stream<Golden> said() {
        return all().filter(Golden::isSaid);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isReadAsItIs(Golden golden) {
        BodyReading reading = BodyReader.read(golden.body(), "", true);

        switch (golden.format()) {
            case "silent" -> assertThat(reading).isInstanceOf(BodyReading.Silent.class);
            case "ambiguous" -> assertThat(reading).isInstanceOf(BodyReading.Ambiguous.class);
            default -> {
                assertThat(reading).isInstanceOf(BodyReading.Said.class);
                BodyHealth health = ((BodyReading.Said) reading).health();
                assertThat(health.format()).isEqualTo(golden.format());
                assertThat(health.says().name()).isEqualTo(golden.state());
                assertThat(flat("", health.components())).isEqualTo(golden.parts());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("said")
    void meansTheSameWithAnotherDeclaredTypeAndSpaceAround(Golden golden) {
        BodyReading plain = BodyReader.read(golden.body(), "", true);

        assertThat(BodyReader.read("\n \t" + golden.body() + "\r\n\r\n", "text/html", true))
                .isEqualTo(plain);
        assertThat(BodyReader.read(golden.body(), "application/json", true)).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("said")
    void meansTheSameWithKeysThatNobodyKnows(Golden golden) {
        if (JsonReader.read(golden.body().strip()) instanceof ParsedJson.Whole(Json.Obj(List<Json.Member> members))
                && !List.of("django-health-check", "dropwizard", "terminus").contains(golden.format())
                && !golden.file().contains("/up-only-")
                && !golden.file().contains("/down-only-")) {
            List<Json.Member> more = new ArrayList<>(members);
            more.add(Json.member("requestId", "7f3a"));
            more.addFirst(Json.member("took", Json.number(12)));
            String body = JsonWriter.pretty(new Json.Obj(more));

            assertThat(BodyReader.read(body, "", true)).isEqualTo(BodyReader.read(golden.body(), "", true));
        } else {
            assertThat(golden.format()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("said")
    void isTakenByItsOwnFormatAlone(Golden golden) {
        List<String> takers = BodyFormats.EXACT.stream()
                .flatMap(format -> format.read(value(golden.body())).stream())
                .map(BodyHealth::format)
                .toList();

        boolean isLoose = golden.format().equals("text") || golden.format().equals("json-status");
        assertThat(takers).isEqualTo(isLoose || golden.file().endsWith(".xml") ? List.of() : List.of(golden.format()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UP", "DEGRADED", "DOWN", "UNKNOWN"})
    void everyStateOfAFormatHasThreeBodies(String state) {
        Map<String, Long> few =
                new TreeMap<>(said().filter(golden -> golden.state().equals(state))
                        .collect(Collectors.groupingBy(Golden::format, Collectors.counting())));
        few.values().removeIf(count -> count >= 3);

        assertThat(few).isEmpty();
    }

    @Test
    void everyFormatHasBodiesThatAreUpAndDown() {
        for (String state : List.of("UP", "DOWN")) {
            assertThat(said().filter(golden -> golden.state().equals(state))
                            .map(Golden::format)
                            .distinct())
                    .as(state)
                    .hasSize(BodyFormats.EXACT.size() + BodyFormats.LOOSE.size());
        }
    }

    static List<String> flat(String within, List<ComponentHealth> components) {
        List<String> flat = new ArrayList<>();
        for (ComponentHealth component : components) {
            String name = within + component.name();
            flat.add(name + "=" + component.health());
            flat.addAll(flat(name + "/", component.parts()));
        }
        return flat;
    }

    private static Json value(String body) {
        String text = body.startsWith("\ufeff") ? body.substring(1).strip() : body.strip();
        return JsonReader.read(text) instanceof ParsedJson.Whole(Json value) ? value : new Json.Text(text);
    }
}
