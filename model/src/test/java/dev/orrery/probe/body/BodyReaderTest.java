package dev.orrery.probe.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
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

        assertThat(health.components())
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
    void takesDeepNestingForAmbiguousAndNotForAnError() {
        String deep = "[".repeat(100_000);
        String deepStatus = "{\"status\":".repeat(10_000) + "1" + "}".repeat(10_000);

        assertThat(BodyReader.read(deep, "", true)).isInstanceOf(BodyReading.Ambiguous.class);
        assertThat(BodyReader.read(deepStatus, "", true)).isInstanceOf(BodyReading.Ambiguous.class);
    }

    @Test
    void doesNotTrustTheRootWhereAPartHasAWordOfItsOwn() {
        BodyHealth health = said("{\"status\":\"UP\",\"components\":{\"fraud\":{\"status\":\"FATAL\"},"
                + "\"legacy\":{\"status\":\"DISABLED\"},\"db\":{\"status\":\"UP\"}}}");

        assertThat(health.says()).isEqualTo(Health.UP);
        assertThat(health.badParts()).isEmpty();
        assertThat(health.oddParts()).containsExactly("fraud");
        assertThat(health.components().getFirst())
                .isEqualTo(new ComponentHealth("fraud", Health.UNKNOWN, "FATAL", List.of()));
    }

    @Test
    void readsAHundredThousandPartsInTimeAndKeepsTheFirstOfEachKind() {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            boolean isBad = i % 100 == 99;
            parts.append(i == 0 ? "" : ",").append("\"part-").append(i).append("\":{\"status\":\"");
            parts.append(isBad ? "DOWN" : "UP").append("\"}");
        }
        String body = "{\"status\":\"UP\",\"components\":{" + parts + "}}";
        said(body);

        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        BodyHealth health = said(body);
        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - began);

        assertThat(took).isLessThan(Duration.ofSeconds(1));
        assertThat(health.components()).hasSize(500);
        assertThat(health.components())
                .filteredOn(part -> part.health() == Health.DOWN)
                .hasSize(250);
        assertThat(health.badParts()).containsExactly("part-99", "part-199", "part-299", "…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[[[[[[[[[[[[[[[",
                "{\"a\":",
                "[+]x ok\n",
                "<applications><application>",
                "\"\\u0000",
                "{\"status\":\"UP\",\"components\":",
                "status:status:",
                "OK - ",
                "Cache(alias=('",
                "\ud800",
            })
    void endsInTimeWhateverIsRepeated(String piece) {
        String body = piece.repeat(2_000_000 / piece.length());
        String first = piece.charAt(0) + "\n" + body;

        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        assertThat(isUp(BodyReader.read(body, "", true))).isEqualTo(body.startsWith("OK - "));
        assertThat(isUp(BodyReader.read(first, "", true))).isFalse();

        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - began);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    private static boolean isUp(BodyReading reading) {
        return reading instanceof BodyReading.Said(BodyHealth health) && health.says() == Health.UP;
    }

    private static BodyHealth said(String body) {
        return ((BodyReading.Said) BodyReader.read(body, "", true)).health();
    }
}
