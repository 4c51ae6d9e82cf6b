package dev.orrery.layout.layered;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.PictureRules;
import dev.orrery.layout.RandomPictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines that come to a picture that is there already.
class KeptWaysTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 41, 81, 121})
    void linesThatComeLaterMoveNoBoxAndNoOtherLine(long first) {
        int shared = 0;
        int routes = 0;
        for (long seed = first; seed < first + 40; seed++) {
            LayoutRequest whole = RandomPictures.request(seed);
            Random random = new Random(seed);
            List<VisibleGraph.Edge> early = new ArrayList<>(whole.graph().edges());
            early.removeIf(_ -> random.nextInt(5) == 0);
            VisibleGraph before =
                    new VisibleGraph(whole.graph().nodes(), whole.graph().boundaries(), early);
            Layout layout = new LayeredEngine().layout(whole.withGraph(before), Cancellation.NEVER);

            LayoutRequest more = whole.withPlaced(layout.boxes()).withKept(layout.routes());
            Layout later = new LayeredEngine().layout(more, Cancellation.NEVER);

            PictureRules.check(whole, later);
            assertThat(later.boxes()).isEqualTo(layout.boxes());
            assertThat(later.frames()).isEqualTo(layout.frames());
            assertThat(later.routes()).containsAllEntriesOf(layout.routes());
            assertThat(new LayeredEngine().layout(more, Cancellation.NEVER)).isEqualTo(later);
            shared += PictureRules.sharedLines(later);
            routes += later.routes().size();
        }
        assertThat(shared).as("lines shared by %s routes", routes).isLessThanOrEqualTo(routes / 25);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 60})
    void whereNoLineIsNewNothingChanges(long seed) {
        LayoutRequest whole = RandomPictures.request(seed);
        Layout layout = new LayeredEngine().layout(whole, Cancellation.NEVER);

        assertThat(new LayeredEngine()
                        .layout(whole.withPlaced(layout.boxes()).withKept(layout.routes()), Cancellation.NEVER))
                .isEqualTo(layout);
        assertThat(new TreeMap<>(layout.withRoutesOf(layout.routes().keySet()).routes()))
                .isEqualTo(layout.routes());
    }
}
