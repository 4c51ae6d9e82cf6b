package dev.orrery.graph;

import static dev.orrery.graph.Topologies.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Topology;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NeighbourhoodTest {
    @Test
    void whatNeedsItIsBelowZeroAndWhatItNeedsAbove() {
        Topology topology = topology()
                .services("a", "b", "c", "d", "e", "other")
                .needs("a>b", "b>c", "c>d", "d>e")
                .build();
        assertThat(levels(topology, "c", 1)).isEqualTo(Map.of("b", -1, "c", 0, "d", 1));
        assertThat(levels(topology, "c", 2)).isEqualTo(Map.of("a", -2, "b", -1, "c", 0, "d", 1, "e", 2));
    }

    @Test
    void onACircleTheNearerSideCountsAndWhatItNeedsWhereBothAreAsNear() {
        Topology circle = topology()
                .services("a", "b", "c", "d")
                .needs("a>b", "b>c", "c>d", "d>a")
                .build();
        assertThat(levels(circle, "a", 5)).isEqualTo(Map.of("a", 0, "b", 1, "c", 2, "d", -1));
    }

    @Test
    void allAndOnlyWhatIsWithinReachIsThereOnTheNearerSide() {
        for (int seed = 0; seed < 80; seed++) {
            Random random = new Random(seed);
            int size = 4 + random.nextInt(24);
            Topologies topology = topology();
            for (int i = 0; i < size; i++) {
                topology.services("s" + i);
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    if (i != j && random.nextInt(8) == 0) {
                        topology.needs("s" + i + ">s" + j);
                    }
                }
            }
            Topology built = topology.build();
            ServiceGraph graph = ServiceGraph.of(built);
            int hops = 1 + random.nextInt(4);
            Map<String, Integer> expected = new HashMap<>();
            expected.put("s0", 0);
            for (int i = 1; i < size; i++) {
                int right = graph.shortestPath("s0", "s" + i).size() - 1;
                int left = graph.shortestPath("s" + i, "s0").size() - 1;
                boolean isRight = right > 0 && right <= hops;
                boolean isLeft = left > 0 && left <= hops;
                if (isRight && (!isLeft || right <= left)) {
                    expected.put("s" + i, right);
                } else if (isLeft) {
                    expected.put("s" + i, -left);
                }
            }
            assertThat(levels(built, "s0", hops)).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void aCollapsedBoundaryIsOneBoxWithItsNeighbours() {
        Topology topology = topology()
                .boundaries("team")
                .services("a", "b@team", "c@team", "d")
                .needs("a>b", "b>c", "c>d")
                .build();
        VisibleGraph graph = VisibleGraph.of(topology, new Visibility(Set.of("team")));
        Neighbourhood near = Neighbourhood.of(graph, NodeId.boundary("team"), 1);
        assertThat(near.levels())
                .isEqualTo(Map.of(NodeId.service("a"), -1, NodeId.boundary("team"), 0, NodeId.service("d"), 1));
        assertThat(near.dependents()).isEqualTo(1);
        assertThat(near.dependencies()).isEqualTo(1);
    }

    private static Map<String, Integer> levels(Topology topology, String center, int hops) {
        Map<String, Integer> levels = new HashMap<>();
        Neighbourhood.of(VisibleGraph.of(topology, Visibility.ALL), NodeId.service(center), hops)
                .levels()
                .forEach((id, level) -> levels.put(id.id(), level));
        return levels;
    }
}
