package dev.orrery.probe.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.health.Health;
import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Bodies that the formats' own projects publish. Skipped where the corpus is not beside the repository.
class BodyCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("orrery.corpus", "../../shared/corpus"));

    @Test
    void readsWhatTheFormatsOwnProjectsPublish() throws IOException {
        Path expected = CORPUS.resolve("health/EXPECTED.json");
        assumeTrue(Files.exists(expected), "skipped: the corpus is not here");
        Map<String, String> read = new TreeMap<>();

        for (Json entry : ((Json.Arr) whole(Files.readString(expected))).items()) {
            String file = text((Json.Obj) entry, "file");
            BodyReading reading = BodyReader.read(Files.readString(CORPUS.resolve(file)), "", true);
            BodyHealth health = ((BodyReading.Said) reading).health();
            assertThat(health.says()).as(file).isEqualTo(meant((Json.Obj) entry));
            read.put(file.substring(file.lastIndexOf('/') + 1), health.format());
        }

        assertThat(read)
                .hasSizeGreaterThanOrEqualTo(14)
                .containsEntry("actuator-v2-nested.json", "spring-boot")
                .containsEntry("actuator-v1-legacy-flat.json", "spring-boot")
                .containsEntry("actuator-v2-unknown-children.json", "spring-boot")
                .containsEntry("mp-500-down.json", "microprofile")
                .containsEntry("mp-200-empty-checks.json", "microprofile")
                .containsEntry("ok.json", "nestjs-terminus")
                .containsEntry("error.json", "nestjs-terminus")
                .containsEntry("working.json", "django-health-check")
                .containsEntry("healthz-verbose-failed.txt", "kubernetes")
                .containsEntry("healthz-verbose-excluded.txt", "kubernetes")
                .containsEntry("healthz-ok.txt", "text");
    }

    /// The overall status in the words of the format's project; where the format has none, by the HTTP status.
    private static Health meant(Json.Obj entry) {
        return switch (text(entry, "overall").toLowerCase(Locale.ROOT)) {
            case "up", "ok", "passed" -> Health.UP;
            case "down", "error", "failed" -> Health.DOWN;
            case String none when none.contains("200 => ok") -> Health.UP;
            case String other -> throw new AssertionError(other);
        };
    }

    private static Json whole(String text) {
        return ((ParsedJson.Whole) JsonReader.read(text)).value();
    }

    private static String text(Json.Obj entry, String key) {
        return ((Json.Text) entry.get(key).orElseThrow()).text();
    }
}
