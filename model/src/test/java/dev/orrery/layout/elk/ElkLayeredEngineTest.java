package dev.orrery.layout.elk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.PictureRules;
import dev.orrery.layout.Pin;
import dev.orrery.layout.RandomPictures;
import dev.orrery.layout.Spacing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElkLayeredEngineTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 25, 50, 75, 100, 125, 150, 175})
    void everyPictureKeepsTheRules(long first) {
        int borders = 0;
        int shared = 0;
        int routes = 0;
        for (long seed = first; seed < first + 25; seed++) {
            LayoutRequest request = RandomPictures.request(seed);
            Layout layout = new ElkLayeredEngine().layout(request, Cancellation.NEVER);
            PictureRules.check(request, layout);
            assertThat(new ElkLayeredEngine().layout(request, Cancellation.NEVER))
                    .isEqualTo(layout);
            if (seed % 3 == 0) {
                checkPinned(request, layout, seed);
            }
            routes += layout.routes().size();
            borders += PictureRules.needlessBorders(request, layout);
            shared += PictureRules.sharedLines(layout);
        }
        assertThat(borders).as("needless borders crossed by %s routes", routes).isLessThanOrEqualTo(routes / 50);
        assertThat(shared).as("lines shared by %s routes", routes).isLessThanOrEqualTo(routes / 50);
    }

    private static void checkPinned(LayoutRequest request, Layout layout, long seed) {
        Random random = new Random(seed);
        List<NodeId> nodes = List.copyOf(layout.boxes().keySet());
        NodeId moved = nodes.get(random.nextInt(nodes.size()));
        Box box = Objects.requireNonNull(layout.boxes().get(moved));
        LayoutRequest pinned = new LayoutRequest(
                request.graph(),
                request.sizes(),
                request.titles(),
                List.of(new Pin(moved, box.x() + random.nextInt(900) - 450, box.y() + random.nextInt(600) - 300)));
        Layout settled = new ElkLayeredEngine().layout(pinned, Cancellation.NEVER);
        PictureRules.check(pinned, settled);
        assertThat(new ElkLayeredEngine().layout(pinned, Cancellation.NEVER)).isEqualTo(settled);
    }

    @Test
    void aCancelledLayoutEndsWithoutAResult() {
        LayoutRequest request = RandomPictures.request(new Random(1), 200, 0, 400);
        AtomicInteger asked = new AtomicInteger();
        Cancellation soon = () -> asked.incrementAndGet() > 3;
        assertThatThrownBy(() -> new ElkLayeredEngine().layout(request, soon))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasPositiveValue();
    }

    @Test
    void whatNothingIsJoinedToIsSetApartInACloseBlock() {
        LayoutRequest request = RandomPictures.request(new Random(7), 3_000, 0, 12);
        Layout layout = new ElkLayeredEngine().layout(request, Cancellation.NEVER);
        Set<NodeId> joined = request.graph().edges().stream()
                .flatMap(edge -> Stream.of(edge.id().from(), edge.id().to()))
                .collect(Collectors.toSet());

        Box rest = extent(layout, joined::contains);
        Box alone = extent(layout, id -> !joined.contains(id));

        assertThat(alone.x() >= rest.right() + Spacing.APART || alone.y() >= rest.bottom() + Spacing.APART)
                .as("%s is apart from %s", alone, rest)
                .isTrue();
        assertThat(alone.width() * alone.height()).isLessThan(3_000 * 300 * 100);
        assertThat(Math.max(alone.right(), rest.right()) / Math.max(alone.bottom(), rest.bottom()))
                .isBetween(0.8, 3.0);
    }

    private static Box extent(Layout layout, Predicate<NodeId> wanted) {
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
    void anEmptyGraphIsAnEmptyPicture() {
        LayoutRequest nothing = RandomPictures.request(new Random(1), 0, 0, 0);
        assertThat(new ElkLayeredEngine().layout(nothing, Cancellation.NEVER)).isEqualTo(Layout.EMPTY);
    }

    @Test
    void servicesWithoutDependenciesFormAGridNearTheShapeOfAScreen() {
        LayoutRequest request = RandomPictures.request(new Random(3), 24, 0, 0);
        Layout layout = new ElkLayeredEngine().layout(request, Cancellation.NEVER);
        assertThat(layout.bounds().width() / layout.bounds().height()).isBetween(1.1, 2.4);
    }
}
