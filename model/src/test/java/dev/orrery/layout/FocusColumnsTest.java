package dev.orrery.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.Neighbourhood;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Topologies;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FocusColumnsTest {
    @Test
    void dependentsLieLeftDependenciesRightByTheirStepsAndNothingOverlaps() {
        for (int seed = 1; seed < 60; seed++) {
            VisibleGraph graph = RandomPictures.request(seed).graph();
            NodeId center = graph.nodes().getFirst().id();
            Neighbourhood near = Neighbourhood.of(graph, center, 1 + seed % 4);
            FocusColumns columns = FocusColumns.of(graph, near, sizes(graph));

            assertThat(columns.boxes().keySet()).isEqualTo(near.levels().keySet());
            noOverlaps(columns);
            Box middle = columns.boxes().getOrDefault(center, new Box(0, 0, 0, 0));
            assertThat(middle.centerX()).isZero();
            columns.boxes().forEach((id, box) -> {
                int level = near.levels().getOrDefault(id, 0);
                if (level < 0) {
                    assertThat(box.right()).isLessThan(middle.x());
                } else if (level > 0) {
                    assertThat(box.x()).isGreaterThan(middle.right());
                }
                near.at(level + Integer.signum(level)).stream()
                        .filter(_ -> level != 0)
                        .flatMap(other -> Stream.ofNullable(columns.boxes().get(other)))
                        .forEach(other -> assertThat(Math.abs(other.centerX())).isGreaterThan(Math.abs(box.centerX())));
            });
            assertThat(FocusColumns.of(graph, near, sizes(graph))).isEqualTo(columns);
        }
    }

    @Test
    void aLevelWithManyWrapsAndOneWithTooManyIsCounted() {
        assertThat(star(20).counters()).isEmpty();
        noOverlaps(star(20));

        FocusColumns many = star(200);
        assertThat(many.boxes()).hasSize(1 + FocusColumns.MOST - 1);
        assertThat(many.counters()).containsOnlyKeys(-1);
        assertThat(many.left().getOrDefault(-1, List.of())).hasSize(200 - FocusColumns.MOST + 1);
        noOverlaps(many);
    }

    private static FocusColumns star(int dependents) {
        Topologies topology = Topologies.topology().services("hub");
        for (int i = 0; i < dependents; i++) {
            topology.services("s" + i).needs("s" + i + ">hub");
        }
        VisibleGraph graph = VisibleGraph.of(topology.build(), Visibility.ALL);
        return FocusColumns.of(graph, Neighbourhood.of(graph, NodeId.service("hub"), 1), sizes(graph));
    }

    private static SortedMap<NodeId, Size> sizes(VisibleGraph graph) {
        SortedMap<NodeId, Size> sizes = new TreeMap<>();
        graph.nodes()
                .forEach(node ->
                        sizes.put(node.id(), new Size(190 + node.id().id().length() % 3 * 40, 52)));
        return sizes;
    }

    private static void noOverlaps(FocusColumns columns) {
        List<Box> all = new ArrayList<>(columns.boxes().values());
        all.addAll(columns.counters().values());
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(all.get(i).overlaps(all.get(j))).isFalse();
            }
        }
    }
}
