package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Well-known systems, whose services and declared dependencies were listed by hand. Skipped where that list is
/// missing.
class TruthTest {
    private static final Path CORPUS = Path.of(System.getProperty("orrery.corpus", "../../shared/corpus"));

    private final Terminal terminal = new Terminal();

    @ParameterizedTest
    @ValueSource(strings = {"voting-app", "petclinic", "robot-shop"})
    void showGivesExactlyTheServicesAndDeclaredDependencies(String system) throws IOException {
        Path list = CORPUS.resolve("truth").resolve(system + ".json");
        assumeTrue(Files.exists(list), "the corpus is not here");
        Json truth = ((ParsedJson.Whole) JsonReader.read(Files.readString(list))).value();
        String file = text(items(truth, "files").getFirst(), "file");

        assertThat(terminal.run("show", "--format", "json", CORPUS.resolve(file)))
                .isZero();

        Set<String> services = new TreeSet<>();
        items(truth, "services").forEach(id -> services.add(((Json.Text) id).text()));
        Set<String> edges = new TreeSet<>();
        items(truth, "declared_edges").forEach(edge -> edges.add(text(edge, "from") + " > " + text(edge, "to")));
        Set<String> shownServices = new TreeSet<>();
        items(terminal.json(), "services").forEach(service -> shownServices.add(text(service, "id")));
        Set<String> shownEdges = new TreeSet<>();
        for (Json dependency : items(terminal.json(), "dependencies")) {
            if (items(dependency, "evidence").stream()
                    .anyMatch(evidence -> text(evidence, "certainty").equals("declared"))) {
                shownEdges.add(text(dependency, "from") + " > " + text(dependency, "to"));
            }
        }
        assertThat(shownServices).isEqualTo(services);
        assertThat(shownEdges).isEqualTo(edges);
    }

    private static List<Json> items(Json object, String key) {
        return ((Json.Arr) ((Json.Obj) object).get(key).orElseThrow()).items();
    }

    private static String text(Json object, String key) {
        return ((Json.Text) ((Json.Obj) object).get(key).orElseThrow()).text();
    }
}
