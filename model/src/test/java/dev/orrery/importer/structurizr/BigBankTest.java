package dev.orrery.importer.structurizr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import dev.orrery.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Big Bank plc, against a list of its elements and relationships that was made by other means.
class BigBankTest {
    @TempDir
    private Path folder;

    @Test
    void givesTheServicesAndDependenciesThatTheRulesSay() throws IOException {
        Truth truth = Truth.read();
        assertThat(truth.services()).hasSize(8);
        Loaded loaded = TopologyLoader.standard().load(List.of(truth.file()));
        assertThat(Told.ids(loaded)).containsExactlyElementsOf(truth.services());
        assertThat(Told.edges(loaded)).containsExactlyElementsOf(truth.edges());
        assertThat(loaded.problems()).noneMatch(problem -> problem.severity() == Severity.ERROR);
        assertThat(Told.boundaries(loaded)).contains("Internet Banking System system in Big Bank plc");
    }

    @Test
    void renamedServicesAreTheSameUnderTheirNewNames() throws IOException {
        Truth truth = Truth.read();
        String text = Files.readString(truth.file())
                .replace("\"API Application\"", "\"Façade / v2\"")
                .replace("\"E-mail System\"", "\"no\"");
        Path renamed = folder.resolve("anything.json");
        Files.writeString(renamed, text);
        Loaded loaded = TopologyLoader.standard().load(List.of(renamed));
        assertThat(Told.edges(loaded))
                .containsExactlyInAnyOrderElementsOf(truth.edges().stream()
                        .map(edge ->
                                edge.replace("API Application", "Façade / v2").replace("E-mail System", "no"))
                        .toList());
    }

    /// What the corpus says of the workspace.
    ///
    /// @param paths ids of systems and containers, by name
    private record Truth(Path file, Map<String, String> paths, Map<String, String> kinds, Json.Obj said) {
        static Truth read() throws IOException {
            Path found = Corpus.path("truth").resolve("big-bank-plc.json");
            Json.Obj said = (Json.Obj) ((ParsedJson.Whole) JsonReader.read(Files.readString(found))).value();
            Map<String, String> paths = new HashMap<>();
            Map<String, String> kinds = new HashMap<>();
            for (Json.Obj element : objects(said, "elements")) {
                String name = text(element, "name").orElseThrow();
                String kind = text(element, "kind").orElseThrow();
                String parent = text(element, "parent").orElse("");
                kinds.put(name, kind);
                switch (kind) {
                    case "SoftwareSystem" -> paths.put(name, name);
                    case "Container" -> paths.put(name, parent + "/" + name);
                    case "Component" -> paths.put(name, "in " + parent);
                    default -> {}
                }
            }
            String file = text(objects(said, "files").getFirst(), "file").orElseThrow();
            return new Truth(Corpus.path(file), paths, kinds, said);
        }

        List<String> services() {
            return paths.entrySet().stream()
                    .filter(entry -> "Container".equals(kinds.get(entry.getKey()))
                            || ("SoftwareSystem".equals(kinds.get(entry.getKey()))
                                    && !opened().contains(entry.getKey())))
                    .map(Map.Entry::getValue)
                    .sorted()
                    .toList();
        }

        List<String> edges() {
            Set<List<String>> edges = new TreeSet<>((left, right) -> {
                int byFrom = left.getFirst().compareTo(right.getFirst());
                return byFrom != 0 ? byFrom : left.getLast().compareTo(right.getLast());
            });
            for (Json.Obj edge : objects(said, "declared_edges")) {
                String from = risen(text(edge, "from").orElseThrow());
                String to = risen(text(edge, "to").orElseThrow());
                if (services().contains(from) && services().contains(to) && !from.equals(to)) {
                    edges.add(List.of(from, to));
                }
            }
            return edges.stream().map(edge -> String.join(" -> ", edge)).toList();
        }

        private String risen(String name) {
            String path = paths.getOrDefault(name, "");
            return path.startsWith("in ") ? paths.getOrDefault(path.substring(3), "") : path;
        }

        private Set<String> opened() {
            return objects(said, "elements").stream()
                    .filter(element -> text(element, "kind").orElseThrow().equals("Container"))
                    .map(element -> text(element, "parent").orElseThrow())
                    .collect(Collectors.toSet());
        }

        private static List<Json.Obj> objects(Json.Obj in, String name) {
            return ((Json.Arr) in.get(name).orElseThrow())
                    .items().stream().map(Json.Obj.class::cast).toList();
        }

        private static Optional<String> text(Json.Obj in, String name) {
            return in.get(name)
                    .filter(Json.Text.class::isInstance)
                    .map(Json.Text.class::cast)
                    .map(Json.Text::text);
        }
    }
}
