package dev.orrery.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.health.ReportedHealth;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighbourTest {
    private final Neighbours.Neighbour database =
            new Neighbours.Neighbour(NodeId.service("db"), "Database", Health.UP, "data, required", List.of());

    @Test
    void whatAServiceReportsOfAnotherStandsInTheNoteAndChangesNoColour() {
        Neighbours.Neighbour reported =
                database.reportedAs(new ReportedHealth("orders", "db", "db", Health.DOWN, "refused"));

        assertThat(reported.note()).isEqualTo("data, required, reported down from here");
        assertThat(reported.health()).isEqualTo(Health.UP);
    }

    @Test
    void nothingIsAddedWhereAllIsWellOrNothingIsReported() {
        assertThat(database.reportedAs(null)).isSameAs(database);
        assertThat(database.reportedAs(new ReportedHealth("orders", "db", "db", Health.UP, null)))
                .isSameAs(database);
    }
}
