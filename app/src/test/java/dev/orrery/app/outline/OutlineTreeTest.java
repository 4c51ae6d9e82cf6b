package dev.orrery.app.outline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.shell.Explored;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.session.Session;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutlineTreeTest {
    @TempDir
    Path folder;

    @Test
    void aBoundaryShowsTheWorstOfItsMembers() {
        List<OutlineTree.Branch> branches =
                OutlineTree.of(Explored.incident(folder).session(), "");

        assertThat(branch(branches, "booking").line().health()).isEqualTo(Health.DOWN);
        assertThat(branch(branches, "web").line().health()).isEqualTo(Health.DEGRADED);
        assertThat(branch(branches, "customers").line().health()).isEqualTo(Health.UP);
    }

    @Test
    void onlyWhatIsNotUpSaysForHowLong() {
        OutlineTree.Branch booking =
                branch(OutlineTree.of(Explored.incident(folder).session(), ""), "booking");
        OutlineTree.Branch customers =
                branch(OutlineTree.of(Explored.incident(folder).session(), ""), "customers");

        assertThat(booking.branches()).extracting(b -> b.line().note()).containsExactly("3 min", "3 min", "4 min");
        assertThat(customers.branches()).extracting(b -> b.line().note()).containsOnly("");
    }

    @Test
    void theFilterLooksAtTechnologyAndOwnerTooAndLeavesEmptyBoundariesOut() {
        Session session = Explored.sample(folder, "booking/microservices.yaml").session();

        assertThat(OutlineTree.of(session, "postgres"))
                .flatExtracting(OutlineTree.Branch::branches)
                .extracting(branch -> branch.line().node().id())
                .contains("reservations-db")
                .doesNotContain("reservations");
        assertThat(OutlineTree.of(session, "nothing is called so")).isEmpty();
    }

    @Test
    void whatIsDefinedNowhereComesLast() {
        Session session = Explored.text(folder, """
                        topology: T
                        services:
                          z: {depends_on: [a-ghost]}
                        """).session();

        assertThat(OutlineTree.of(session, ""))
                .extracting(branch -> branch.line().node())
                .containsExactly(NodeId.service("z"), NodeId.missing("a-ghost"));
    }

    private static OutlineTree.Branch branch(List<OutlineTree.Branch> branches, String boundary) {
        return branches.stream()
                .filter(branch -> branch.line().node().equals(NodeId.boundary(boundary)))
                .findFirst()
                .orElseThrow();
    }
}
