package dev.orrery.layout.layered;

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
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures with opened boundaries.
class NestedPictureTest {
    private final LayeredEngine engine = new LayeredEngine();

    @ParameterizedTest
    @ValueSource(longs = {0, 50, 100, 150})
    void everyPictureKeepsTheRules(long first) {
        int borders = 0;
        int shared = 0;
        int routes = 0;
        for (long seed = first; seed < first + 25; seed++) {
            LayoutRequest request = RandomPictures.request(seed);
            Layout layout = engine.layout(request, Cancellation.NEVER);
            PictureRules.check(request, layout);
            assertThat(engine.layout(request, Cancellation.NEVER)).isEqualTo(layout);
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

    private void checkPinned(LayoutRequest request, Layout layout, long seed) {
        Random random = new Random(seed);
        List<NodeId> nodes = List.copyOf(layout.boxes().keySet());
        NodeId moved = nodes.get(random.nextInt(nodes.size()));
        Box box = Objects.requireNonNull(layout.boxes().get(moved));
        LayoutRequest pinned = new LayoutRequest(
                request.graph(),
                request.sizes(),
                request.titles(),
                List.of(new Pin(moved, box.x() + random.nextInt(900) - 450, box.y() + random.nextInt(600) - 300)));
        Layout settled = engine.layout(pinned, Cancellation.NEVER);
        PictureRules.check(pinned, settled);
        assertThat(engine.layout(pinned, Cancellation.NEVER)).isEqualTo(settled);
    }

    @Test
    void aCancelledLayoutEndsWithoutAResult() {
        LayoutRequest request = RandomPictures.request(new Random(1), 200, 12, 400);
        AtomicInteger asked = new AtomicInteger();
        Cancellation soon = () -> asked.incrementAndGet() > 20;

        assertThatThrownBy(() -> engine.layout(request, soon)).isInstanceOf(CancellationException.class);
    }
}
