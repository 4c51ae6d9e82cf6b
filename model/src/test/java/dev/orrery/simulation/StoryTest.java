package dev.orrery.simulation;

import static dev.orrery.graph.Topologies.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.simulation.Story.Step;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoryTest {
    @Test
    void theDataStoreThatStopsMostServicesDies() {
        Topology plain = topology()
                .services("web", "api", "users", "db-big", "db-small", "hub")
                .needs("web>api", "api>db-big", "users>db-small", "api?db-small", "web>hub", "api>hub", "users>hub")
                .build();
        assertThat(Story.of(withStores(plain, Set.of("db-big", "db-small")))
                        .orElseThrow()
                        .victim())
                .isEqualTo("db-big");
        assertThat(Story.of(plain).orElseThrow().victim())
                .as("where there is no data store")
                .isEqualTo("hub");
        assertThat(Story.of(Topology.EMPTY)).isEmpty();
    }

    @Test
    void ofVeryManyServicesOnlySomeAreHit() {
        var written = topology();
        for (int i = 0; i < 500; i++) {
            written.services("s%03d".formatted(i)).needs("s%03d".formatted(i), "all", true);
            if (i < 20) {
                written.needs("s%03d".formatted(i), "some", true);
            }
        }
        Topology plain = written.services("all", "some").build();

        assertThat(Story.of(withStores(plain, Set.of("all", "some")))
                        .orElseThrow()
                        .victim())
                .isEqualTo("some");
    }

    @Test
    void itIsToldInOrderAndInLessThanAMinute() {
        List<Step> steps =
                Story.of(topology().services("db").build()).orElseThrow().steps();
        assertThat(steps).extracting(Step::at).isSorted();
        assertThat(steps).extracting(Step::scene).containsExactly(Story.Scene.values());
        assertThat(steps.getLast().at()).isLessThan(Duration.ofMinutes(1));
        assertThat(steps).allSatisfy(step -> assertThat(step.caption()).doesNotContain("{"));
    }

    private static Topology withStores(Topology plain, Set<String> stores) {
        SourceLocation here = new SourceLocation("test.yaml", 1, 1);
        List<Service> services = plain.services().stream()
                .map(service ->
                        stores.contains(service.id()) ? Service.of(service.id(), ServiceKind.DATABASE, here) : service)
                .toList();
        return new Topology(plain.name(), services, plain.dependencies(), plain.boundaries());
    }
}
