package dev.orrery.graph;

import static dev.orrery.graph.Topologies.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.topology.Topology;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class HubsTest {
    @Test
    void whatMoreThanAThirdOfTheOthersNeedIsAHub() {
        assertThat(hubs(Leaning.on(30))).containsExactly("broker", "cache", "db");
    }

    @Test
    void aThirdIsNotMoreThanAThird() {
        Topologies nine = topology().services("a", "b", "c", "d", "e", "f", "g", "h", "i", "hub");
        assertThat(hubs(nine.needs("a>hub", "b>hub", "c>hub").build())).isEmpty();
        assertThat(hubs(nine.needs("d>hub").build())).containsExactly("hub");
    }

    @Test
    void aSmallPictureHasNoHubs() {
        String[] needs = {"a>hub", "b>hub", "c>hub", "d>hub", "e>hub", "f>hub", "g>hub"};
        Topologies eight =
                topology().services("a", "b", "c", "d", "e", "f", "g", "hub").needs(needs);
        assertThat(hubs(eight.build())).isEmpty();
        assertThat(hubs(eight.services("h").build())).containsExactly("hub");
    }

    @Test
    void aCollapsedBoundaryCountsOnceAndIsNoHubItself() {
        Topologies topology =
                topology().boundaries("data", "many").services("db@data", "a", "b", "c", "d", "e", "f", "g");
        for (int i = 0; i < 20; i++) {
            topology.services("m" + i + "@many").needs("m" + i + ">db");
        }
        Topology built = topology.needs("a>db", "b>db", "c>db", "d>db").build();
        assertThat(hubs(built, Visibility.ALL)).containsExactly("db");
        assertThat(hubs(built, new Visibility(Set.of("many"))))
                .as("five of eight")
                .containsExactly("db");
        assertThat(hubs(built, new Visibility(Set.of("data")))).isEmpty();
        assertThat(hubs(built, new Visibility(Set.of("data", "many")))).isEmpty();
    }

    @Test
    void whatNothingDefinesIsNoHub() {
        Topologies topology = topology();
        for (int i = 0; i < 12; i++) {
            topology.services("s" + i).needs("s" + i + ">gone");
        }
        assertThat(hubs(topology.build())).isEmpty();
    }

    @Test
    void everyLineToAHubIsFoldedAlsoThatOfAnotherHubAndNoOther() {
        VisibleGraph graph = VisibleGraph.of(Leaning.on(10), Visibility.ALL);
        Hubs hubs = Hubs.of(graph);

        assertThat(hubs.folds(edge("cache", "db"))).isTrue();
        assertThat(hubs.folds(edge("worker-01", "worker-00"))).isFalse();
        assertThat(hubs.without(graph).edges())
                .extracting(VisibleGraph.Edge::id)
                .containsExactly(edge("worker-01", "worker-00"), edge("worker-06", "worker-05"));
        assertThat(hubs.without(graph).nodes()).isEqualTo(graph.nodes());
    }

    @Test
    void withoutHubsNothingIsLeftOut() {
        VisibleGraph graph = VisibleGraph.of(Leaning.on(3), Visibility.ALL);
        assertThat(Hubs.of(graph)).isEqualTo(Hubs.NONE);
        assertThat(Hubs.NONE.without(graph)).isSameAs(graph);
    }

    private static Set<String> hubs(Topology topology) {
        return hubs(topology, Visibility.ALL);
    }

    private static Set<String> hubs(Topology topology, Visibility visibility) {
        Set<String> names = new TreeSet<>();
        Hubs.of(VisibleGraph.of(topology, visibility)).ids().forEach(id -> names.add(id.id()));
        return names;
    }

    private static EdgeId edge(String from, String to) {
        return new EdgeId(NodeId.service(from), NodeId.service(to));
    }
}
