package dev.orrery.layout.layered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.Topologies;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.PictureRules;
import dev.orrery.layout.Pin;
import dev.orrery.layout.RandomPictures;
import dev.orrery.layout.Size;
import dev.orrery.layout.Spacing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredEngineTest {
    private final LayeredEngine engine = new LayeredEngine();

    @ParameterizedTest
    @ValueSource(longs = {0, 20, 40, 60})
    void everyFlatPictureKeepsTheRules(long first) {
        int shared = 0;
        int routes = 0;
        for (long seed = first; seed < first + 20; seed++) {
            Random random = new Random(seed);
            int services = 1 + random.nextInt(seed % 10 == 0 ? 80 : 30);
            LayoutRequest request = RandomPictures.request(random, services, 0, services * random.nextInt(6) / 2);
            Layout layout = engine.layout(request, Cancellation.NEVER);
            PictureRules.check(request, layout);
            assertThat(engine.layout(request, Cancellation.NEVER)).isEqualTo(layout);
            routes += layout.routes().size();
            shared += PictureRules.sharedLines(layout);
        }
        assertThat(shared).as("lines shared by %s routes", routes).isLessThanOrEqualTo(routes / 50);
    }

    @Test
    void theOrderInWhichAGraphIsGivenDoesNotMatter() {
        LayoutRequest request = RandomPictures.request(new Random(4), 40, 0, 70);
        List<VisibleGraph.Node> nodes = new ArrayList<>(request.graph().nodes());
        List<VisibleGraph.Edge> edges = new ArrayList<>(request.graph().edges());
        Collections.shuffle(nodes, new Random(1));
        Collections.shuffle(edges, new Random(2));
        LayoutRequest shuffled = request.withGraph(new VisibleGraph(nodes, List.of(), edges));

        assertThat(engine.layout(shuffled, Cancellation.NEVER)).isEqualTo(engine.layout(request, Cancellation.NEVER));
    }

    @Test
    void whatIsNeededLiesBelowWhatNeedsIt() {
        LayoutRequest request =
                request(Topologies.topology().services("web", "shop", "db").needs("web>shop", "shop>db", "web>db"));
        Layout layout = engine.layout(request, Cancellation.NEVER);

        assertThat(box(layout, "shop").y()).isGreaterThan(box(layout, "web").bottom());
        assertThat(box(layout, "db").y()).isGreaterThan(box(layout, "shop").bottom());
    }

    @Test
    void aPinHolds() {
        for (int seed = 0; seed < 10; seed++) {
            LayoutRequest request = RandomPictures.request(new Random(seed), 20, 0, 30);
            NodeId node = request.graph().nodes().get(seed).id();
            LayoutRequest pinned = new LayoutRequest(
                    request.graph(), request.sizes(), request.titles(), List.of(new Pin(node, 300 - seed, 77)));
            PictureRules.check(pinned, engine.layout(pinned, Cancellation.NEVER));
        }
    }

    @Test
    void aChainOfTenThousandIsDrawn() {
        Topologies topology = Topologies.topology().service(id(0), null);
        for (int i = 1; i < 10_000; i++) {
            topology.service(id(i), null).needs(id(i - 1), id(i), true);
        }
        Layout layout = engine.layout(request(topology), Cancellation.NEVER);

        assertThat(layout.bounds().width()).isEqualTo(190);
        assertThat(layout.routes().values())
                .hasSize(9_999)
                .allMatch(route -> route.points().size() == 2);
    }

    @Test
    void aStarOfTenThousandIsDrawn() {
        Topologies topology = Topologies.topology().service(id(0), null);
        for (int i = 1; i < 10_000; i++) {
            topology.service(id(i), null).needs(id(0), id(i), true);
        }
        Layout layout = engine.layout(request(topology), Cancellation.NEVER);

        List<Box> boxes = layout.boxes().values().stream()
                .sorted((one, other) -> Double.compare(one.x(), other.x()))
                .filter(box -> box.y() > 0)
                .toList();
        assertThat(boxes).hasSize(9_999);
        for (int i = 1; i < boxes.size(); i++) {
            assertThat(boxes.get(i).x()).isGreaterThanOrEqualTo(boxes.get(i - 1).right() + 40);
        }
    }

    @Test
    void aCancelledLayoutEndsWithoutAResult() {
        LayoutRequest request = RandomPictures.request(new Random(1), 200, 0, 400);
        AtomicInteger asked = new AtomicInteger();
        Cancellation soon = () -> asked.incrementAndGet() > 3;

        assertThatThrownBy(() -> engine.layout(request, soon)).isInstanceOf(CancellationException.class);
    }

    @Test
    void anEmptyGraphIsAnEmptyPicture() {
        LayoutRequest nothing = RandomPictures.request(new Random(1), 0, 0, 0);

        assertThat(engine.layout(nothing, Cancellation.NEVER)).isEqualTo(Layout.EMPTY);
    }

    private static String id(int number) {
        return "s%05d".formatted(number);
    }

    private static LayoutRequest request(Topologies topology) {
        VisibleGraph graph = VisibleGraph.of(topology.build(), Visibility.ALL);
        SortedMap<NodeId, Size> sizes = new TreeMap<>();
        graph.nodes().forEach(node -> sizes.put(node.id(), new Size(190, 52)));
        return new LayoutRequest(graph, sizes, new TreeMap<>(), List.of());
    }

    private static Box box(Layout layout, String service) {
        return layout.boxes().entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(service))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatNothingIsJoinedToIsSetApartInACloseBlock() {
        LayoutRequest request = RandomPictures.request(new Random(7), 3_000, 0, 12);
        Layout layout = engine.layout(request, Cancellation.NEVER);
        Set<NodeId> joined = request.graph().edges().stream()
                .flatMap(edge -> Stream.of(edge.id().from(), edge.id().to()))
                .collect(Collectors.toSet());

        Box rest = extentOf(layout, joined::contains);
        Box alone = extentOf(layout, id -> !joined.contains(id));

        assertThat(alone.x() >= rest.right() + Spacing.APART || alone.y() >= rest.bottom() + Spacing.APART)
                .as("%s is apart from %s", alone, rest)
                .isTrue();
        assertThat(alone.width() * alone.height()).isLessThan(3_000 * 300 * 100);
        assertThat(Math.max(alone.right(), rest.right()) / Math.max(alone.bottom(), rest.bottom()))
                .isBetween(0.8, 3.0);
    }

    private static Box extentOf(Layout layout, Predicate<NodeId> wanted) {
        List<Box> boxes = layout.boxes().entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        double left = boxes.stream().mapToDouble(Box::x).min().orElseThrow();
        double top = boxes.stream().mapToDouble(Box::y).min().orElseThrow();
        double right = boxes.stream().mapToDouble(Box::right).max().orElseThrow();
        double bottom = boxes.stream().mapToDouble(Box::bottom).max().orElseThrow();
        return new Box(left, top, right - left, bottom - top);
    }

    @Test
    void servicesWithoutDependenciesFormAGridNearTheShapeOfAScreen() {
        LayoutRequest request = RandomPictures.request(new Random(3), 24, 0, 0);
        Layout layout = engine.layout(request, Cancellation.NEVER);
        assertThat(layout.bounds().width() / layout.bounds().height()).isBetween(1.1, 2.4);
    }
}
