package dev.orrery.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private static final SourceLocation HERE = SourceLocation.startOf("shop.yaml");

    @Test
    void sortsServicesById() {
        Topology topology = new Topology("shop", List.of(service("web"), service("api")), List.of(), List.of());

        assertThat(topology.services()).extracting(Service::id).containsExactly("api", "web");
        assertThat(topology.service("web")).isPresent();
        assertThat(topology.service("db")).isEmpty();
    }

    @Test
    void refusesADependencyThatStartsNowhere() {
        Dependency fromNowhere = dependency("web", "api", false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topology("shop", List.of(service("api")), List.of(fromNowhere), List.of()));
    }

    @Test
    void keepsADependencyOnNothingOnlyWhereItSaysSo() {
        List<Service> services = List.of(service("web"));

        assertThat(new Topology("shop", services, List.of(dependency("web", "api", true)), List.of()).dependencies())
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topology("shop", services, List.of(dependency("web", "api", false)), List.of()));
    }

    @Test
    void refusesBoundariesThatEncloseThemselves() {
        List<Boundary> ring = List.of(boundary("a", "b"), boundary("b", "a"));

        assertThatIllegalArgumentException().isThrownBy(() -> new Topology("shop", List.of(), List.of(), ring));
    }

    @Test
    void listsEnclosingBoundariesInnermostFirst() {
        Topology topology = new Topology(
                "shop", List.of(), List.of(), List.of(boundary("inner", "outer"), boundary("outer", null)));

        assertThat(topology.enclosing("inner")).extracting(Boundary::id).containsExactly("inner", "outer");
    }

    private static Service service(String id) {
        return Service.of(id, ServiceKind.SERVICE, HERE);
    }

    private static Boundary boundary(String id, @Nullable String within) {
        return new Boundary(id, id, "boundary", within, null, HERE);
    }

    private static Dependency dependency(String from, String to, boolean dangling) {
        Evidence stated = new Evidence(Certainty.DECLARED, "native.depends_on", HERE);
        return new Dependency(from, to, DependencyKind.SYNC, true, null, null, List.of(stated), dangling);
    }
}
