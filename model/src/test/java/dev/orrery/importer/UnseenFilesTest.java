package dev.orrery.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Folders in the styles of many teams, with what is in them worked out by hand: `expected.txt` in each.
class UnseenFilesTest {
    @ParameterizedTest
    @MethodSource("folders")
    void aFolderGivesWhatWasWorkedOutByHand(String name) throws IOException {
        Path folder = unseen().resolve(name);
        Loaded loaded = TopologyLoader.standard().load(List.of(folder));
        assertThat(told(loaded)).containsExactlyElementsOf(Files.readAllLines(folder.resolve("expected.txt")));
    }

    static List<String> folders() {
        try (Stream<Path> folders = Files.list(unseen())) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> told(Loaded loaded) {
        Topology topology = loaded.topology();
        List<String> told = new ArrayList<>();
        topology.services().forEach(service -> told.add(service(topology, service)));
        topology.dependencies().forEach(dependency -> told.add(edge(topology, dependency)));
        topology.services()
                .forEach(service -> service.healthChecks()
                        .forEach(check -> told.add("health " + service.id() + ": " + check.url() + " "
                                + check.interval().toSeconds() + "s")));
        loaded.problems().forEach(problem -> told.add(problem.severity().word() + " " + problem.code()));
        return told;
    }

    private static String service(Topology topology, Service service) {
        return "service " + service.id() + ": " + service.kind().word() + within(topology, service.boundary());
    }

    private static String within(Topology topology, @Nullable String boundary) {
        StringBuilder path = new StringBuilder();
        for (String id = boundary; id != null; ) {
            Boundary known = topology.boundary(id).orElseThrow();
            path.insert(0, (path.isEmpty() ? known.name() : known.name() + "/"));
            id = known.within();
        }
        return path.isEmpty() ? "" : " in " + path;
    }

    /// The kind is told where the target's does not say it.
    private static String edge(Topology topology, Dependency dependency) {
        ServiceKind target =
                topology.service(dependency.to()).map(Service::kind).orElse(ServiceKind.SERVICE);
        boolean isAsync = dependency.kind() == DependencyKind.ASYNC && target != ServiceKind.QUEUE;
        return "edge " + dependency.from() + " -> " + dependency.to() + " "
                + dependency.certainty().word()
                + (isAsync ? " async" : "")
                + (dependency.required() ? "" : " optional")
                + (dependency.dangling() ? " dangling" : "");
    }

    private static Path unseen() {
        try {
            return Path.of(Objects.requireNonNull(UnseenFilesTest.class.getResource(
                                    "/dev/orrery/importer/unseen/k8s-istio/mesh.yaml"))
                            .toURI())
                    .resolve("../..")
                    .normalize();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
