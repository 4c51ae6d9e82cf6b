package dev.orrery.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.CardOrder.Direction;
import dev.orrery.diagram.Diagram;
import dev.orrery.graph.NodeId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardOrderTest {
    private static final CardOrder GRID = new CardOrder(Pictures.grid(3, 2));

    @Test
    void readsRowByRow() {
        assertThat(GRID.reading())
                .extracting(NodeId::id)
                .containsExactly(
                        "service-00-00",
                        "service-00-01",
                        "service-00-02",
                        "service-01-00",
                        "service-01-01",
                        "service-01-02");
    }

    @Test
    void goesToTheNearestInEachDirection() {
        assertThat(GRID.nearest(at(1, 0), Direction.RIGHT)).contains(at(2, 0));
        assertThat(GRID.nearest(at(1, 0), Direction.LEFT)).contains(at(0, 0));
        assertThat(GRID.nearest(at(1, 0), Direction.DOWN)).contains(at(1, 1));
        assertThat(GRID.nearest(at(1, 0), Direction.UP)).isEmpty();
    }

    @Test
    void readsATitleBeforeWhatIsInside() {
        Diagram booking = Pictures.sample("booking/microservices.yaml").diagram();

        List<NodeId> order = new CardOrder(booking).reading();

        assertThat(order)
                .hasSize(booking.cards().size() + booking.frames().size())
                .doesNotHaveDuplicates();
        int title = order.indexOf(NodeId.boundary("booking"));
        assertThat(order.subList(title + 1, title + 4))
                .containsExactlyInAnyOrder(
                        NodeId.service("booking-api"),
                        NodeId.service("reservations"),
                        NodeId.service("reservations-db"));
    }

    private static NodeId at(int column, int row) {
        return NodeId.service(Pictures.name(column, row));
    }
}
