package dev.orrery.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Measures;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Topologies;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.layout.steady.SteadyEngine;
import dev.orrery.topology.Topology;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Pictures that nobody wants, and that are drawn all the same.
class HostilePicturesTest {
    private final LayoutEngine engine = new SteadyEngine(new HubShelf(new LayeredEngine()));

    @Test
    void nothing() {
        assertThat(draw(Topologies.topology().build(), List.of())).isEqualTo(Layout.EMPTY);
    }

    @Test
    void oneService() {
        Layout layout = draw(Topologies.topology().service("a", null).build(), List.of());
        assertThat(layout.boxes()).hasSize(1);
        assertThat(layout.bounds().width()).isBetween(100.0, 400.0);
    }

    @Test
    void aStarOfTenThousand() {
        Topologies star = Topologies.topology().service("hub", null);
        for (int i = 0; i < 10_000; i++) {
            star.service("s" + i, null).needs("s" + i, "hub", true);
        }
        Layout layout = draw(star.build(), List.of());
        assertThat(layout.boxes()).hasSize(10_001);
        assertThat(layout.routes()).hasSize(10_000);
        assertThat(overlaps(layout)).isFalse();
    }

    @Test
    void aChainOfTenThousand() {
        Topologies chain = Topologies.topology().service("s0", null);
        for (int i = 1; i < 10_000; i++) {
            chain.service("s" + i, null).needs("s" + (i - 1), "s" + i, true);
        }
        Layout layout = draw(chain.build(), List.of());
        assertThat(layout.routes()).hasSize(9_999);
        assertThat(overlaps(layout)).isFalse();
    }

    @Test
    void pinsAtTheEndOfTheWorld() {
        Topologies two = Topologies.topology()
                .boundaries("b")
                .service("a", "b")
                .service("c", "b")
                .needs("a", "c", true);
        Layout layout = draw(two.build(), List.of(new Pin(NodeId.service("a"), -1e9, 1e9)));
        Box a = Objects.requireNonNull(layout.boxes().get(NodeId.service("a")));
        assertThat(List.of(a.x(), a.y())).containsExactly(-1e9, 1e9);
        assertThat(layout.boxes().values()).allMatch(box -> Double.isFinite(box.x()) && Double.isFinite(box.y()));
    }

    private Layout draw(Topology topology, List<Pin> pins) {
        VisibleGraph graph = VisibleGraph.of(topology, Visibility.ALL);
        return engine.layout(Measures.request(topology, graph, pins), Cancellation.NEVER);
    }

    private static boolean overlaps(Layout layout) {
        List<Box> byX = layout.boxes().values().stream()
                .sorted(Comparator.comparingDouble(Box::x))
                .toList();
        for (int i = 0; i < byX.size(); i++) {
            for (int j = i + 1; j < byX.size() && byX.get(j).x() < byX.get(i).right(); j++) {
                if (byX.get(i).overlaps(byX.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }
}
