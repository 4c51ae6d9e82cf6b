package dev.orrery.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.layout.layered.LayeredEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabelPlacementTest {
    private static final Size COUNT = new Size(24, 16);

    @Test
    void labelsLieOnTheirLineAndOverNothingElse() {
        int placed = 0;
        int edges = 0;
        for (int seed = 0; seed < 12; seed++) {
            LayoutRequest request = RandomPictures.request(new Random(seed), 18, 4, 26);
            Layout layout = new LayeredEngine().layout(request, Cancellation.NEVER);
            SortedMap<EdgeId, Size> sizes = new TreeMap<>();
            layout.routes().keySet().forEach(edge -> sizes.put(edge, COUNT));
            SortedMap<EdgeId, Point> places = LabelPlacement.place(layout, request.titles(), sizes);
            assertThat(LabelPlacement.place(layout, request.titles(), sizes)).isEqualTo(places);
            placed += places.size();
            edges += sizes.size();

            List<Box> taken = new ArrayList<>(layout.boxes().values());
            layout.frames()
                    .forEach((id, frame) ->
                            taken.add(Frames.title(frame, request.titles().getOrDefault(id, COUNT))));
            places.forEach((edge, point) -> {
                Box label = new Box(point.x() - 12, point.y() - 8, 24, 16);
                assertThat(taken).as("label of %s", edge).noneMatch(label::overlaps);
                assertThat(onLine(layout.routes().getOrDefault(edge, new Route(List.of(point, point))), point))
                        .isTrue();
                taken.add(label);
            });
        }
        assertThat(placed).isGreaterThan(edges * 9 / 10);
    }

    private static boolean onLine(Route route, Point point) {
        for (int i = 1; i < route.points().size(); i++) {
            Point a = route.points().get(i - 1);
            Point b = route.points().get(i);
            if (Math.min(a.x(), b.x()) <= point.x()
                    && point.x() <= Math.max(a.x(), b.x())
                    && Math.min(a.y(), b.y()) <= point.y()
                    && point.y() <= Math.max(a.y(), b.y())) {
                return true;
            }
        }
        return false;
    }
}
