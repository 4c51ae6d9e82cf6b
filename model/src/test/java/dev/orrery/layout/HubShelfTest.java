package dev.orrery.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Measures;
import dev.orrery.graph.Hubs;
import dev.orrery.graph.Leaning;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Topologies;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HubShelfTest {
    private final LayoutEngine engine = new HubShelf(new LayeredEngine());

    @Test
    void hubsWithoutLinesLieAboveTheRestInARow() {
        Layout layout = layout(Leaning.on(30), List.of());
        Box db = box(layout, "db");
        assertThat(box(layout, "broker").y()).isEqualTo(db.y());
        assertThat(layout.boxes()).allSatisfy((id, box) -> {
            if (id.id().startsWith("worker")) {
                assertThat(box.y()).as(id.id()).isGreaterThan(db.bottom());
            }
        });
        assertThat(overlaps(layout)).isZero();
        assertThat(layout.routes().keySet()).noneMatch(edge -> edge.to().id().equals("db"));
    }

    @Test
    void aHubThatIsPinnedStaysWhereItWasPut() {
        Pin pin = new Pin(NodeId.service("db"), 40, 900);
        Box db = box(layout(Leaning.on(30), List.of(pin)), "db");
        assertThat(db.x()).isEqualTo(40);
        assertThat(db.y()).isEqualTo(900);
    }

    @Test
    void aHubInABoundaryStaysInIt() {
        Topologies topology = Topologies.topology().boundaries("data").services("db@data", "other@data");
        for (int i = 0; i < 12; i++) {
            topology.services("s" + i).needs("s" + i + ">db");
        }
        Layout layout = layout(topology.build(), List.of());
        assertThat(layout.frames().get("data"))
                .isNotNull()
                .satisfies(
                        frame -> assertThat(frame.contains(box(layout, "db"))).isTrue());
    }

    @Test
    void theSameRequestGivesTheSamePlaces() {
        assertThat(layout(Leaning.on(30), List.of())).isEqualTo(layout(Leaning.on(30), List.of()));
    }

    private Layout layout(Topology topology, List<Pin> pins) {
        VisibleGraph graph = VisibleGraph.of(topology, Visibility.ALL);
        return engine.layout(Measures.request(topology, graph, Hubs.of(graph), pins), Cancellation.NEVER);
    }

    private static Box box(Layout layout, String service) {
        return layout.boxes().getOrDefault(NodeId.service(service), new Box(0, 0, 0, 0));
    }

    private static long overlaps(Layout layout) {
        List<Box> boxes = List.copyOf(layout.boxes().values());
        long found = 0;
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                found += boxes.get(i).overlaps(boxes.get(j)) ? 1 : 0;
            }
        }
        return found;
    }
}
