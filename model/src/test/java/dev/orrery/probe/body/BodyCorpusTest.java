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

        Json.Arr entries = (Json.Arr) whole(Files.readString(expected));
        for (Json entry : entries.items()) {
            String file = text((Json.Obj) entry, "file");
            BodyReading reading = BodyReader.read(Files.readString(CORPUS.resolve(file)), "", true);
            if (file.contains("spring-boot") || file.contains("microprofile")) {
                assertThat(((BodyReading.Said) reading).health().says())
                        .as(file)
                        .isEqualTo(Health.valueOf(text((Json.Obj) entry, "overall")));
            }
            read.put(file.substring(file.lastIndexOf('/') + 1), inShort(reading));
        }

        assertThat(read)
                .containsEntry("actuator-v2-nested.json", "spring-boot DOWN")
                .containsEntry("actuator-v1-legacy-flat.json", "spring-boot DOWN")
                .containsEntry("actuator-v2-unknown-children.json", "spring-boot UP")
                .containsEntry("mp-200-up.json", "microprofile UP")
                .containsEntry("mp-503-down-mixed.json", "microprofile DOWN")
                .containsEntry("mp-200-empty-checks.json", "microprofile UP")
                .containsEntry("ok.json", "json-status UP")
                .containsEntry("error.json", "json-status DOWN")
                .containsEntry("healthz-ok.txt", "text UP");
    }

    private static String inShort(BodyReading reading) {
        return reading instanceof BodyReading.Said(BodyHealth health)
                ? health.format() + " " + health.says()
                : reading.getClass().getSimpleName();
    }

    private static Json whole(String text) {
        return ((ParsedJson.Whole) JsonReader.read(text)).value();
    }

    private static String text(Json.Obj entry, String key) {
        return ((Json.Text) entry.get(key).orElseThrow()).text();
    }
}
