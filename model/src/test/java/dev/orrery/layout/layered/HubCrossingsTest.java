package dev.orrery.layout.layered;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.Hubs;
import dev.orrery.graph.Leaning;
import dev.orrery.graph.Topologies;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Cancellation;
import dev.orrery.topology.Topology;
import org.junit.jupiter.api.Test;

final class HubCrossingsTest {
    @Test
    void whereMostLinesLeadToHubsFoldingAtLeastHalvesTheCrossings() {
        assertThat(halved(Leaning.on(40))).isTrue();
    }

    @Test
    void whereNoLinesCrossThereIsNothingToHalve() {
        Topologies star = Topologies.topology().services("hub");
        for (int i = 0; i < 20; i++) {
            star.services("s" + i).needs("s" + i + ">hub");
        }
        assertThat(halved(star.build())).isFalse();
    }

    @Test
    void whereTheOthersCrossMostFoldingDoesNotHelpEnough() {
        Topologies tangle = Topologies.topology().services("hub");
        for (int i = 0; i < 15; i++) {
            tangle.services("a" + i, "b" + i).needs("b" + i + ">hub");
            for (int step = 1; step < 9; step += 2) {
                tangle.needs("a" + i + ">b" + (i + step) % 15);
            }
        }
        assertThat(halved(tangle.build())).isFalse();
    }

    @Test
    void aLineBackAndForthIsCountedOnce() {
        Topologies pair = Topologies.topology().services("a", "b").needs("a>b", "b>a");
        assertThat(HubCrossings.of(VisibleGraph.of(pair.build(), Visibility.ALL), Cancellation.NEVER))
                .isZero();
    }

    @Test
    void countingIsTheSameEveryTime() {
        VisibleGraph graph = VisibleGraph.of(Leaning.on(40), Visibility.ALL);
        long once = HubCrossings.of(graph, Cancellation.NEVER);
        assertThat(once).isPositive();
        assertThat(HubCrossings.of(graph, Cancellation.NEVER)).isEqualTo(once);
    }

    private static boolean halved(Topology topology) {
        VisibleGraph graph = VisibleGraph.of(topology, Visibility.ALL);
        Hubs hubs = Hubs.of(graph);
        assertThat(hubs.isNone()).isFalse();
        return HubCrossings.areHalved(graph, hubs.without(graph), Cancellation.NEVER);
    }
}
