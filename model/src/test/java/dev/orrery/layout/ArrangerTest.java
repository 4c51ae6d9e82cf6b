package dev.orrery.layout;

import static dev.orrery.graph.Topologies.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.Topologies;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.elk.ElkLayeredEngine;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArrangerTest {
    private final Arranger arranger = new Arranger(new ElkLayeredEngine());
    private final LayoutRequest open = request(shop(), Visibility.ALL, List.of());
    private final Layout layout = new ElkLayeredEngine().layout(open, Cancellation.NEVER);

    private static Topologies shop() {
        return topology()
                .boundaries("booking", "data")
                .services("ui", "api@booking", "rooms@booking", "db@data", "cache@data")
                .needs("ui>api", "api>rooms", "rooms>db", "api>cache", "rooms>cache");
    }

    @Test
    void nothingChangedGivesTheSameLayout() {
        LayoutRequest again = request(shop(), Visibility.ALL, List.of());
        assertThat(arranger.next(open, layout, again, null, Cancellation.NEVER)).isSameAs(layout);
    }

    @Test
    void anotherDependencyMovesNoBox() {
        LayoutRequest more = request(shop().needs("ui>rooms"), Visibility.ALL, List.of());
        Layout next = arranger.next(open, layout, more, null, Cancellation.NEVER);
        assertThat(next.boxes()).isEqualTo(layout.boxes());
        assertThat(next.routes()).hasSize(6);
    }

    @Test
    void aDraggedBoxPushesOnlyWhatIsInItsWay() {
        Box api = Objects.requireNonNull(layout.boxes().get(NodeId.service("api")));
        Pin pin = new Pin(NodeId.service("ui"), api.x() + 30, api.y() + 10);
        LayoutRequest pinned = request(shop(), Visibility.ALL, List.of(pin));
        Layout next = arranger.next(open, layout, pinned, null, Cancellation.NEVER);
        PictureRules.check(pinned, next);
        assertThat(next.boxes().get(NodeId.service("api"))).isNotEqualTo(api);

        Pin nudge = new Pin(NodeId.service("ui"), 4 + at("ui").x(), at("ui").y());
        LayoutRequest nudged = request(shop(), Visibility.ALL, List.of(nudge));
        SortedMap<NodeId, Box> boxes =
                arranger.next(open, layout, nudged, null, Cancellation.NEVER).boxes();
        assertThat(boxes.tailMap(NodeId.service("v"))).isEqualTo(layout.boxes().tailMap(NodeId.service("v")));
        assertThat(boxes.headMap(NodeId.service("ui"))).isEqualTo(layout.boxes().headMap(NodeId.service("ui")));
    }

    @Test
    void aBoundaryKeepsItsCornerWhenItIsCollapsedAndWhenItIsOpenedAgain() {
        LayoutRequest collapsed = request(shop(), Visibility.ALL.collapse("booking"), List.of());
        NodeId booking = NodeId.boundary("booking");
        Layout closed = arranger.next(open, layout, collapsed, booking, Cancellation.NEVER);
        Box frame = Objects.requireNonNull(layout.frames().get("booking"));
        Box card = Objects.requireNonNull(closed.boxes().get(booking));
        assertThat(new Point(card.x(), card.y())).isEqualTo(new Point(frame.x(), frame.y()));

        Layout reopened = arranger.next(collapsed, closed, open, booking, Cancellation.NEVER);
        assertThat(reopened.frames().get("booking")).isEqualTo(frame);
        PictureRules.check(open, reopened);
    }

    @Test
    void pinsThatContradictEachOtherAreBothHeeded() {
        List<Pin> both = List.of(new Pin(NodeId.service("ui"), 10, 10), new Pin(NodeId.service("db"), 20, 20));
        SortedMap<NodeId, Box> boxes = arranger.next(
                        open, layout, request(shop(), Visibility.ALL, both), null, Cancellation.NEVER)
                .boxes();
        assertThat(boxes.get(NodeId.service("ui"))).isEqualTo(new Box(10, 10, 190, 52));
        assertThat(boxes.get(NodeId.service("db"))).isEqualTo(new Box(20, 20, 190, 52));
    }

    private Box at(String service) {
        return Objects.requireNonNull(layout.boxes().get(NodeId.service(service)));
    }

    private static LayoutRequest request(Topologies topology, Visibility visibility, List<Pin> pins) {
        VisibleGraph graph = VisibleGraph.of(topology.build(), visibility);
        SortedMap<NodeId, Size> sizes = new TreeMap<>();
        graph.nodes().forEach(node -> sizes.put(node.id(), new Size(190, 52)));
        SortedMap<String, Size> titles = new TreeMap<>();
        graph.boundaries().forEach(frame -> titles.put(frame.id(), new Size(80, 28)));
        return new LayoutRequest(graph, sizes, titles, pins);
    }
}
