package dev.orrery.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orrery.graph.Communities;
import dev.orrery.graph.FirstSight;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Severity;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetailerTest {
    private final Topology retailer = Retailer.topology();

    @TempDir
    Path folder;

    @Test
    void itIsAsLargeAsItSaysAndTheSameEveryTime() {
        assertThat(retailer.services()).hasSize(Retailer.SERVICES);
        assertThat(retailer.boundaries()).hasSize(Retailer.BOUNDARIES);
        assertThat(retailer.boundaries())
                .filteredOn(boundary -> boundary.within() != null)
                .hasSize(48);
        assertThat(Retailer.topology()).isEqualTo(retailer);
    }

    @Test
    void itIsWovenAsRealSystemsAre() {
        Map<String, Long> kinds = retailer.services().stream()
                .collect(Collectors.groupingBy(service -> service.kind().word(), Collectors.counting()));
        assertThat(kinds).hasSize(ServiceKind.values().length);
        List<Dependency> dependencies = retailer.dependencies();
        assertThat(dependencies).hasSizeBetween(3_500, 9_000).noneMatch(Dependency::dangling);
        Map<String, String> boundaryOf = retailer.services().stream()
                .collect(Collectors.toMap(Service::id, service -> String.valueOf(service.boundary())));
        long inside = dependencies.stream()
                .filter(dependency ->
                        Objects.equals(boundaryOf.get(dependency.from()), boundaryOf.get(dependency.to())))
                .count();
        assertThat(inside).isBetween(dependencies.size() / 2L, dependencies.size() * 9L / 10);
        ServiceGraph graph = ServiceGraph.of(retailer);
        assertThat(graph.dependents("platform-telemetry")).hasSizeGreaterThan(150);
        assertThat(graph.isolated()).hasSizeLessThan(20);
        long asked = retailer.services().stream()
                .filter(service -> !service.healthChecks().isEmpty())
                .count();
        assertThat(asked).isBetween(1_850L, 1_970L);
    }

    @Test
    void itOpensAsWhatCanBeRead() {
        assertThat(Communities.of(retailer).found())
                .extracting(Boundary::within)
                .doesNotContainNull();

        Topology pictured = Communities.of(retailer).in(retailer);
        VisibleGraph seen = VisibleGraph.of(pictured, FirstSight.of(pictured));

        assertThat(seen.nodes()).hasSizeBetween(15, 40);
    }

    @Test
    void itsFileSaysTheSame() throws IOException {
        Samples samples = Samples.bundled(folder.resolve("nowhere"), folder);
        Path file = samples.path(samples.find("large").orElseThrow());
        assertThat(file).isEqualTo(samples.place(samples.find("large").orElseThrow()));
        assertThat(Files.size(file)).isLessThan(2_000_000);

        var loaded = TopologyLoader.standard().load(List.of(file));

        assertThat(loaded.problems()).noneMatch(problem -> problem.severity() != Severity.INFO);
        assertThat(loaded.topology().services())
                .extracting(Service::id)
                .isEqualTo(retailer.services().stream().map(Service::id).toList());
        assertThat(loaded.topology().dependencies())
                .extracting(Dependency::from, Dependency::to, Dependency::kind, Dependency::required)
                .isEqualTo(retailer.dependencies().stream()
                        .map(dependency ->
                                tuple(dependency.from(), dependency.to(), dependency.kind(), dependency.required()))
                        .toList());
    }
}
