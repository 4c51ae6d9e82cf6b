package dev.orrery.importer.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.ServiceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KubernetesCorpusTest {
    private static final String BOUTIQUE = "kubernetes/GoogleCloudPlatform+microservices-demo/";

    @Test
    void onlineBoutiqueHasNothingToComplainOfButItsProbes() {
        Loaded loaded = load(Corpus.path(BOUTIQUE + "release/kubernetes-manifests.yaml"));
        assertThat(loaded.problems()).extracting(Problem::code).containsExactly("kubernetes-probe-not-reachable");
    }

    @Test
    void whatKustomizeRendersIsWhatItsFilesSay() {
        sameAs(
                "kubernetes-rendered/BuoyantIO+emojivoto__kustomize__deployment.yaml",
                "kubernetes/BuoyantIO+emojivoto/kustomize/deployment");
        sameAs(
                "kubernetes-rendered/GoogleCloudPlatform+microservices-demo__kustomize__base.yaml",
                BOUTIQUE + "kustomize/base");
        sameAs(
                "kubernetes-rendered/GoogleCloudPlatform+microservices-demo__kustomize__base.yaml",
                BOUTIQUE + "kustomize/base/kustomization.yaml");
        sameAs(
                "kubernetes-rendered/GoogleCloudPlatform+microservices-demo__kustomize__base.yaml",
                BOUTIQUE + "release/kubernetes-manifests.yaml");
    }

    @Test
    void oneNameInTwoNamespacesIsTwoServices() {
        Loaded loaded = load(Corpus.path("hostile-own/k8s/mixed.yaml"));
        assertThat(loaded.topology().services())
                .extracting(service -> service.id() + " " + service.kind())
                .containsExactly("x/a " + ServiceKind.SERVICE, "y/a " + ServiceKind.EXTERNAL);
        assertThat(loaded.topology().dependencies())
                .extracting(KubernetesCorpusTest::edge)
                .containsExactly("x/a -> y/a");
        assertThat(loaded.problems())
                .extracting(problem -> problem.code() + " " + problem.source().line() + " " + problem.arguments())
                .containsExactly(
                        "kubernetes-unknown-host 27 [x/a, pg.y]",
                        "kubernetes-unknown-host 28 [x/a, kafka-0.kafka.x.svc]",
                        "kubernetes-no-name 33 [Deployment]");
    }

    @TestFactory
    Stream<DynamicTest> everyFileAndFolderOpens() {
        return Stream.of("kubernetes", "kubernetes-rendered")
                .flatMap(folder -> within(Corpus.path(folder)))
                .map(path -> DynamicTest.dynamicTest(path.toString(), () -> {
                    Loaded loaded = assertTimeout(Duration.ofSeconds(20), () -> load(path));
                    assertThatCode(() -> loaded.problems().forEach(Problem::message))
                            .doesNotThrowAnyException();
                    assertThat(loaded.topology().services().size()
                                    + loaded.problems().size())
                            .isPositive();
                }));
    }

    private static void sameAs(String rendered, String raw) {
        Loaded expected = load(Corpus.path(rendered));
        Loaded found = load(Corpus.path(raw));
        assertThat(found.topology().services())
                .isNotEmpty()
                .extracting(service -> service.id() + service.kind() + service.boundary() + service.aliases())
                .isEqualTo(expected.topology().services().stream()
                        .map(service -> service.id() + service.kind() + service.boundary() + service.aliases())
                        .toList());
        assertThat(found.topology().dependencies())
                .extracting(KubernetesCorpusTest::edge)
                .isEqualTo(expected.topology().dependencies().stream()
                        .map(KubernetesCorpusTest::edge)
                        .toList());
    }

    private static Stream<Path> within(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all
                    .filter(path -> Files.isDirectory(path) || path.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Loaded load(Path path) {
        return TopologyLoader.standard().load(List.of(path));
    }

    private static String edge(Dependency dependency) {
        return dependency.from() + " -> " + dependency.to();
    }
}
