package dev.orrery.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"UP\",\"n\":[1,-2.50,1e5],\"t\":true,\"z\":null,\"e\":{},\"a\":[]}",
                "\"a \\\" \\\\ \\n 🚀\"",
                "[]",
                "null"
            })
    void whatIsReadIsWrittenAgainAsItWas(String text) {
        assertThat(JsonReader.read(text))
                .isInstanceOfSatisfying(
                        ParsedJson.Whole.class,
                        whole -> assertThat(JsonWriter.compact(whole.value())).isEqualTo(text));
    }

    @Test
    void writesALineForEachMember() {
        Json value =
                Json.object(Json.member("a", "x"), Json.member("b", Json.array(List.of(Json.number(1), Json.NULL))));
        assertThat(JsonWriter.pretty(value)).isEqualTo("""
                {
                  "a" : "x",
                  "b" : [
                    1,
                    null
                  ]
                }""");
    }

    @Test
    void keepsDuplicateKeys() {
        assertThat(JsonReader.read("{\"status\":\"UP\",\"status\":\"DOWN\"}"))
                .isInstanceOfSatisfying(ParsedJson.Whole.class, whole -> {
                    Json.Obj object = (Json.Obj) whole.value();
                    assertThat(object.count("status")).isEqualTo(2);
                    assertThat(object.get("status")).contains(new Json.Text("DOWN"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":",
                "{\"a\":1}x",
                "{} {}",
                "{'a':1}",
                "[1,]",
                "{\"a\":1,}",
                "NaN",
                "nul",
                "01"
            })
    void tellsWhatIsBroken(String text) {
        assertThat(JsonReader.read(text)).isInstanceOf(ParsedJson.Broken.class);
    }

    @Test
    void saysWhereItBreaks() {
        assertThat(JsonReader.read("{\n  \"a\": tru\n}")).isInstanceOfSatisfying(ParsedJson.Broken.class, broken -> {
            assertThat(broken.line()).isEqualTo(2);
            assertThat(broken.column()).isBetween(8, 12);
        });
    }

    @Test
    void refusesDeepNestingAndHugeNumbers() {
        assertThat(JsonReader.read("[".repeat(20_000))).isInstanceOf(ParsedJson.Broken.class);
        assertThat(new Json.Num("1e999999999").value()).isEmpty();
        assertThat(new Json.Num("12.5").value()).contains(new BigDecimal("12.5"));
    }
}
