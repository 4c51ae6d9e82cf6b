package dev.orrery.graph;

import static dev.orrery.graph.Topologies.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.ServiceGraph.Follow;
import dev.orrery.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceGraphTest {
    private final ServiceGraph booking = ServiceGraph.of(topology()
            .services("ui", "api", "reservations", "db", "mail", "payments", "alone")
            .needs("ui>api", "api>reservations", "reservations>db", "reservations?mail", "reservations>payments")
            .needs("payments>provider")
            .build());

    @Test
    void directNeighboursAreServicesInOrder() {
        assertThat(booking.dependencies("reservations")).containsExactly("db", "mail", "payments");
        assertThat(booking.dependents("db")).containsExactly("reservations");
        assertThat(booking.dependencies("alone")).isEmpty();
        assertThat(booking.dependencies("nobody")).isEmpty();
    }

    @Test
    void theImpactOfAFailureIsEveryoneWhoLeansOnIt() {
        assertThat(booking.impact("db", Follow.ALL)).containsExactly("api", "reservations", "ui");
        assertThat(booking.impact("mail", Follow.ALL)).containsExactly("api", "reservations", "ui");
    }

    @Test
    void anOptionalDependencyPassesNoFailureOn() {
        assertThat(booking.impact("mail", Follow.REQUIRED)).isEmpty();
        assertThat(booking.reach("api", Follow.REQUIRED)).containsExactly("db", "payments", "reservations");
    }

    @Test
    void aMissingTargetMayBeAskedAboutButIsNoAnswer() {
        assertThat(booking.dependencies("payments")).isEmpty();
        assertThat(booking.impact("provider", Follow.ALL)).containsExactly("api", "payments", "reservations", "ui");
    }

    @Test
    void theShortestPathNamesBothEnds() {
        ServiceGraph graph = ServiceGraph.of(topology()
                .services("a", "b", "c", "d")
                .needs("a>b", "b>c", "c>d", "a>c")
                .build());
        assertThat(graph.shortestPath("a", "d")).containsExactly("a", "c", "d");
        assertThat(graph.shortestPath("d", "a")).isEmpty();
        assertThat(graph.shortestPath("a", "nobody")).isEmpty();
        assertThat(graph.shortestPath("a", "a")).containsExactly("a");
    }

    @Test
    void cyclesAreListedOnceAndSorted() {
        Topology turning = topology()
                .services("a", "b", "c", "x", "y", "self")
                .needs("y>x", "x>y", "c>a", "a>b", "b>c", "a>x", "self>self")
                .build();
        ServiceGraph graph = ServiceGraph.of(turning);
        assertThat(Circles.of(turning)).containsExactly(List.of("a", "b", "c"), List.of("x", "y"));
        assertThat(graph.reach("a", Follow.ALL)).containsExactly("b", "c", "x", "y");
    }

    @Test
    void isolatedServicesHaveNoDependencyEitherWay() {
        assertThat(booking.isolated()).containsExactly("alone");
    }

    @Test
    void aChainOfTenThousandServicesFitsTheStack() {
        Topologies chain = topology();
        for (int i = 0; i < 10_000; i++) {
            chain.service(name(i), null);
            if (i > 0) {
                chain.needs(name(i - 1), name(i), true);
            }
        }
        Topology built = chain.build();
        ServiceGraph graph = ServiceGraph.of(built);
        assertThat(Circles.of(built)).isEmpty();
        assertThat(graph.reach(name(0), Follow.REQUIRED)).hasSize(9_999);
        assertThat(graph.impact(name(9_999), Follow.ALL)).hasSize(9_999);
        assertThat(graph.shortestPath(name(0), name(9_999))).hasSize(10_000);
    }

    private static String name(int i) {
        return "s%05d".formatted(i);
    }
}
