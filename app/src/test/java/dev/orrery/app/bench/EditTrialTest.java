package dev.orrery.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.Decoded;
import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A small part of `bench edits`. The trial itself throws where an edit does something else than it should.
class EditTrialTest {
    private static final Path SAMPLES = Path.of("../samples");
    private static final long SEED = 4;
    private static final String CLUSTER = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop, labels: {app.kubernetes.io/part-of: front}}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: web, env: [{name: CART, value: "http://cart:8080"}]}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: cart
              namespace: shop
              annotations:
                team: team-cart
            spec:
              template:
                metadata: {labels: {app: cart}}
                spec: {containers: [{name: cart, image: cart}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: cart, namespace: shop}
            spec: {selector: {app: cart}}
            """;
    private static final String ALIASES = """
            topology: Aliases
            boundaries: {a: {}, b: {}}
            x-team: &team us
            services:
              web: {owner: *team, depends_on: &needs [cart, mail]}
              admin:
                owner: *team   # too
                depends_on: *needs
              cart: &body
                tags: &tags [x, y]
                boundary: a
              second: *body
              mail: {tags: *tags, owner: *team}
            """;

    @TempDir
    private Path folder;

    @Test
    void randomEditsOfSamplesDoWhatTheyMeanAndNothingElse() {
        EditTrial trial = new EditTrial(SEED);
        for (String sample : List.of(
                "shop/shop.yaml",
                "booking/monolith.yaml",
                "booking/microservices.yaml",
                "petclinic/docker-compose.yml",
                "mixed")) {
            Loaded loaded = TopologyLoader.standard().load(List.of(SAMPLES.resolve(sample)));
            assertThat(loaded.topology().services()).as(sample).isNotEmpty();
            for (int run = 0; run < 5; run++) {
                trial.topology(loaded, 5);
            }
        }
        assertThat(trial.made()).isGreaterThan(60);
        assertThat(trial.refused()).containsKey("no-home");
        assertThat(trial.refused().getOrDefault("not-as-meant", 0)).isLessThan(trial.made() / 10);
    }

    @Test
    void randomEditsOfAllFormatsDoWhatTheyMeanAndNothingElse() throws IOException {
        EditTrial trial = new EditTrial(SEED);
        Path cluster = Files.writeString(folder.resolve("cluster.yaml"), CLUSTER);
        Path aliases = Files.writeString(folder.resolve("aliases.yaml"), ALIASES);
        for (Path path : List.of(SAMPLES.resolve("catalog/catalog-info.yaml"), cluster, aliases)) {
            Loaded loaded = TopologyLoader.standard().load(List.of(path));
            assertThat(loaded.topology().services()).as(path.toString()).isNotEmpty();
            for (int run = 0; run < 15; run++) {
                trial.topology(loaded, 5);
            }
        }
        assertThat(trial.made()).isGreaterThan(100);
        assertThat(trial.kept()).isGreaterThan(20);
        assertThat(trial.refused().getOrDefault("not-as-meant", 0)).isLessThan(trial.made() / 8);
    }

    @Test
    void randomEditsOfTextsDoWhatTheyMeanAndNothingElse() throws IOException {
        EditTrial trial = new EditTrial(SEED);
        for (String sample : List.of(
                "shop/shop.yaml",
                "petclinic/docker-compose.yml",
                "catalog/catalog-info.yaml",
                "streaming/streaming.json")) {
            SourceText text = text(SAMPLES.resolve(sample));
            for (int run = 0; run < 15; run++) {
                trial.tree(text, 5);
                trial.tree(new SourceText("crlf.yaml", text.content().replace("\n", "\r\n")), 2);
            }
        }
        assertThat(trial.made()).isGreaterThan(250);
        assertThat(trial.refused().getOrDefault("not-proven", 0)).isLessThan(trial.made() / 50);
    }

    @Test
    void randomEditsOfTheOddestTextsDoWhatTheyMeanAndNothingElse() throws IOException {
        Path odd = Path.of(System.getProperty("orrery.corpus", "../../shared/corpus"), "yaml-odd");
        Assumptions.assumeTrue(Files.isDirectory(odd), "skipped: no corpus at ../shared/corpus");
        EditTrial trial = new EditTrial(SEED);
        try (var files = Files.walk(odd)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                if (SourceText.decode("odd.yaml", Files.readAllBytes(file)) instanceof Decoded.Text(SourceText text)) {
                    trial.tree(text, 5);
                }
            }
        }
        assertThat(trial.made()).isGreaterThan(500);
        assertThat(trial.refused()).containsKeys("alias", "marked", "text-broken");
    }

    private static SourceText text(Path path) throws IOException {
        return new SourceText(path.getFileName().toString(), Files.readString(path));
    }
}
