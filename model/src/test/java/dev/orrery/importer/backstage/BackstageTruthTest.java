package dev.orrery.importer.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.ParsedJson;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The example catalog of a fork, by the relations that were read off its files by hand.
class BackstageTruthTest {
    private static final String EXAMPLES = "backstage/ankurv37+backstage/packages/catalog-model/examples";

    private record Edge(String from, String relation, String to) {}

    @Test
    void theFolderGivesWhatItsEntitiesSay() throws IOException {
        assertTrue(TopologyLoader.standard().load(List.of(Corpus.path(EXAMPLES))), UnaryOperator.identity());
    }

    @Test
    void theSameHoldsWhenAllIsOneFileOfManyDocuments() throws IOException {
        assertTrue(read(oneFile(UnaryOperator.identity())), UnaryOperator.identity());
    }

    @Test
    void theSameHoldsWhenReferencesAreWrittenOutInAnyCase() throws IOException {
        String text = oneFile(UnaryOperator.identity())
                .replace("    - wayback-archive\n", "    - API:Default/Wayback-Archive\n")
                .replace("system: audio-playback", "system: {kind: System, namespace: default, name: Audio-Playback}")
                .replace("['resource:artists-db']", "[{kind: Resource, name: artists-db}]");
        assertThat(text).contains("API:Default", "kind: System,", "kind: Resource,");
        assertTrue(read(text), UnaryOperator.identity());
    }

    @Test
    void theSameHoldsWhenServicesHaveOtherNames() throws IOException {
        UnaryOperator<String> rename =
                text -> text.replace("wayback-archive", "zz-store").replace("artists-db", "the-db");
        assertTrue(read(rename.apply(oneFile(UnaryOperator.identity()))), rename);
    }

    @Test
    void aDependencyMayBeStatedAtItsOtherEnd() throws IOException {
        String text = oneFile(UnaryOperator.identity())
                .replace("  dependsOn: ['resource:artists-db']\n", "")
                .replace("  type: database\n", "  type: database\n  dependencyOf: ['component:artist-lookup']\n");
        assertThat(text).contains("dependencyOf");
        assertTrue(read(text), UnaryOperator.identity());
    }

    private static void assertTrue(Loaded loaded, UnaryOperator<String> rename) throws IOException {
        Json.Obj truth = (Json.Obj)
                ((ParsedJson.Whole) JsonReader.read(Files.readString(Corpus.path("truth/backstage-examples.json"))))
                        .value();
        List<String> entities = items(truth, "entities").stream()
                .map(item -> rename.apply(((Json.Text) item).text()))
                .toList();
        List<Edge> edges = items(truth, "declared_edges").stream()
                .map(Json.Obj.class::cast)
                .map(edge -> new Edge(
                        rename.apply(text(edge, "from")), text(edge, "relation"), rename.apply(text(edge, "to"))))
                .toList();
        assertThat(loaded.topology().services())
                .extracting(Service::id)
                .containsExactlyInAnyOrderElementsOf(entities.stream()
                        .filter(entity -> entity.startsWith("component:") || entity.startsWith("resource:"))
                        .toList());
        assertThat(loaded.topology().dependencies().stream()
                        .map(BackstageTruthTest::pair)
                        .toList())
                .containsExactlyElementsOf(expected(edges));
        Set<String> inside = edges.stream()
                .filter(edge -> Set.of("system", "domain", "subcomponentOf").contains(edge.relation()))
                .map(edge -> edge.from() + " in " + edge.to())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(inside).hasSizeGreaterThan(8).allSatisfy(statement -> {
            String[] ends = statement.split(" in ", 2);
            String within = loaded.topology()
                    .service(ends[0])
                    .map(Service::boundary)
                    .orElseGet(() ->
                            loaded.topology().boundary(ends[0]).orElseThrow().within());
            assertThat(within).as(statement).isEqualTo(ends[1]);
        });
    }

    private static Set<String> expected(List<Edge> edges) {
        Set<String> pairs = new TreeSet<>();
        for (Edge edge : edges) {
            if (edge.relation().equals("dependsOn")) {
                pairs.add(edge.from() + " -> " + edge.to());
            }
            if (edge.relation().equals("consumesApis")) {
                edges.stream()
                        .filter(other -> other.relation().equals("providesApis")
                                && other.to().equals(edge.to()))
                        .forEach(other -> pairs.add(edge.from() + " -> " + other.from()));
            }
        }
        assertThat(pairs).hasSize(2);
        return pairs;
    }

    private static String oneFile(UnaryOperator<String> change) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : Corpus.files(EXAMPLES, ".yaml")) {
            texts.add(change.apply(Files.readString(file)).stripTrailing());
        }
        return String.join("\n---\n", texts) + "\n";
    }

    private static Loaded read(String text) {
        Path root = Path.of("catalog").toAbsolutePath();
        SourceFile file = new SourceFile(
                root.resolve("all.yaml"), SourceFile.Role.NAMED, new SourceText("all.yaml", text), List.of());
        return TopologyLoader.standard().read(root, List.of(file));
    }

    private static String pair(Dependency dependency) {
        return dependency.from() + " -> " + dependency.to();
    }

    private static List<Json> items(Json.Obj object, String name) {
        return ((Json.Arr) object.get(name).orElseThrow()).items();
    }

    private static String text(Json.Obj object, String name) {
        return ((Json.Text) object.get(name).orElseThrow()).text();
    }
}
