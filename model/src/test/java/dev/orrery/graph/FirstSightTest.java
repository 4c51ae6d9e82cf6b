package dev.orrery.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FirstSightTest {
    @Test
    void aSmallTopologyIsAllOpen() {
        assertThat(FirstSight.of(Crowds.nested(400, 900, 3))).isEqualTo(Visibility.ALL);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 700, 2_000, 10_000})
    void aLargeOneIsFewBoxes(int services) {
        for (long seed = 0; seed < (services > 1_000 ? 1 : 4); seed++) {
            for (Topology topology : new Topology[] {
                Crowds.flat(services, 3 * services, seed), Crowds.nested(services, 3 * services, seed)
            }) {
                Topology pictured = Communities.of(topology).in(topology);
                Visibility seen = FirstSight.of(pictured);

                assertThat(VisibleGraph.of(pictured, seen).nodes()).hasSizeBetween(5, 90);
                assertThat(FirstSight.of(pictured)).isEqualTo(seen);
            }
        }
    }

    @Test
    void outerBoundariesOpenWhereThatFits() {
        Topologies written = Topologies.topology().boundaries("platform", "shop");
        for (int i = 0; i < 20; i++) {
            written.boundaries("p%02d<platform".formatted(i), "s%02d<shop".formatted(i));
            for (int j = 0; j < 25; j++) {
                written.services("p%02d-%02d@p%02d".formatted(i, j, i), "s%02d-%02d@s%02d".formatted(i, j, i));
            }
        }

        VisibleGraph seen = VisibleGraph.of(written.build(), FirstSight.of(written.build()));

        assertThat(seen.boundaries()).extracting(VisibleGraph.Frame::id).containsExactly("platform", "shop");
        assertThat(seen.nodes())
                .hasSize(40)
                .allSatisfy(node -> assertThat(node.id().of()).isEqualTo(NodeId.Of.BOUNDARY));
    }

    @Test
    void theLargestBoundariesCollapseFirstAndThoseOfOneSizeAlike() {
        Topologies written = Topologies.topology();
        for (int size : new int[] {3, 5, 40, 40, 40, 300}) {
            String boundary = "b" + size + "-" + written.build().boundaries().size();
            written.boundaries(boundary);
            for (int i = 0; i < size; i++) {
                written.services("%s-%03d@%s".formatted(boundary, i, boundary));
            }
        }

        assertThat(FirstSight.of(written.build()).collapsed())
                .containsExactlyInAnyOrder("b40-2", "b40-3", "b40-4", "b300-5");
    }

    @Test
    void aBoundaryAroundOneThingIsNoStepOfItsOwn() {
        Topologies written = Topologies.topology().boundaries("a", "b<a", "c<b");
        for (int i = 0; i < 35; i++) {
            written.boundaries("d%02d<c".formatted(i));
            for (int j = 0; j < 12; j++) {
                written.services("s%02d-%d@d%02d".formatted(i, j, i));
            }
        }

        VisibleGraph seen = VisibleGraph.of(written.build(), FirstSight.of(written.build()));

        assertThat(seen.boundaries()).extracting(VisibleGraph.Frame::id).containsExactly("a", "b", "c");
        assertThat(seen.nodes()).hasSize(35);
    }

    @Test
    void openingABoundaryShowsTheNextLevelAndNoMore() {
        for (long seed = 0; seed < 5; seed++) {
            Topology topology = Crowds.nested(1_500, 4_000, seed);
            Topology pictured = Communities.of(topology).in(topology);
            Visibility seen = FirstSight.of(pictured);
            int boxes = VisibleGraph.of(pictured, seen).nodes().size();

            for (String boundary : seen.collapsed()) {
                int more =
                        VisibleGraph.of(pictured, seen.expand(boundary)).nodes().size() - boxes;
                assertThat(more).as(boundary).isLessThan(Communities.CROWD);
            }
        }
    }

    @Test
    void communitiesStartAsCards() {
        Topology topology = Crowds.flat(1_000, 3_000, 8);
        Topology pictured = Communities.of(topology).in(topology);

        assertThat(VisibleGraph.of(pictured, FirstSight.of(pictured)).boundaries())
                .isEmpty();
    }
}
