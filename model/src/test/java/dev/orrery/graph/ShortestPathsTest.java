package dev.orrery.graph;

import static dev.orrery.graph.Topologies.topology;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ShortestPathsTest {
    @Test
    void ofSeveralShortestPathsAllAreFoundInOrder() {
        ServiceGraph graph = ServiceGraph.of(topology()
                .services("a", "b", "c", "d", "e")
                .needs("a>c", "a>b", "b>d", "c>d", "a>e", "e>b")
                .build());

        ShortestPaths paths = ShortestPaths.between(graph, List.of("a"), List.of("d"));

        assertThat(paths.ways()).containsExactly(List.of("a", "b", "d"), List.of("a", "c", "d"));
        assertThat(paths.count()).isEqualTo(2);
        assertThat(paths.steps()).isEqualTo(2);
    }

    @Test
    void againstTheDependenciesThereIsNoPath() {
        ServiceGraph graph =
                ServiceGraph.of(topology().services("a", "b").needs("a>b").build());
        assertThat(ShortestPaths.between(graph, List.of("b"), List.of("a"))).isEqualTo(ShortestPaths.NONE);
        assertThat(ShortestPaths.between(graph, List.of("b"), List.of("unknown"))
                        .isNone())
                .isTrue();
    }

    @Test
    void aPathMayEndAtWhatNothingDefines() {
        ServiceGraph graph = ServiceGraph.of(
                topology().services("a", "b").needs("a>b", "b>gone").build());
        assertThat(ShortestPaths.between(graph, List.of("a"), List.of("gone")).ways())
                .containsExactly(List.of("a", "b", "gone"));
    }

    @Test
    void ofTwoBoundariesTheNearestMembersAreJoined() {
        ServiceGraph graph = ServiceGraph.of(topology()
                .services("a1", "a2", "b1", "b2", "x")
                .needs("a1>x", "x>b1", "a2>b2")
                .build());
        assertThat(ShortestPaths.between(graph, List.of("a1", "a2"), List.of("b1", "b2"))
                        .ways())
                .containsExactly(List.of("a2", "b2"));
    }

    @Test
    void moreShortestPathsThanAnyoneLooksAtAreOnlyCounted() {
        Topologies topology = topology().services("s0");
        for (int step = 1; step <= 64; step++) {
            topology.services("l" + step, "r" + step, "s" + step)
                    .needs("s" + (step - 1) + ">l" + step, "s" + (step - 1) + ">r" + step)
                    .needs("l" + step + ">s" + step, "r" + step + ">s" + step);
        }
        ShortestPaths paths = ShortestPaths.between(ServiceGraph.of(topology.build()), List.of("s0"), List.of("s64"));
        assertThat(paths.ways()).hasSize(ShortestPaths.MOST).doesNotHaveDuplicates();
        assertThat(paths.steps()).isEqualTo(128);
        assertThat(paths.count()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void everyPathIsAsShortAsTheShortestAndRunsAlongDependencies() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Topologies topology = topology();
            for (int i = 0; i < 20; i++) {
                topology.services("s" + i);
            }
            for (int i = 0; i < 20; i++) {
                for (int j = 0; j < 20; j++) {
                    if (i != j && random.nextInt(12) == 0) {
                        topology.needs("s" + i + ">s" + j);
                    }
                }
            }
            ServiceGraph graph = ServiceGraph.of(topology.build());
            ShortestPaths paths = ShortestPaths.between(graph, List.of("s0"), List.of("s1"));
            assertThat(paths.ways().isEmpty())
                    .isEqualTo(graph.shortestPath("s0", "s1").isEmpty());
            assertThat(paths.ways())
                    .isSortedAccordingTo((one, other) -> one.toString().compareTo(other.toString()));
            for (List<String> way : paths.ways()) {
                assertThat(way).hasSameSizeAs(graph.shortestPath("s0", "s1"));
                for (int at = 1; at < way.size(); at++) {
                    assertThat(graph.dependencies(way.get(at - 1))).contains(way.get(at));
                }
            }
        }
    }
}
