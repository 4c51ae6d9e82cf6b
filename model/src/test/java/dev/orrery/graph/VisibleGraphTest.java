package dev.orrery.graph;

import static dev.orrery.graph.Topologies.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.graph.VisibleGraph.Frame;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import org.junit.jupiter.api.Test;

class VisibleGraphTest {
    private final Topology shop = topology()
            .boundaries("platform", "booking<platform", "web", "empty<web")
            .services("ui@web", "api@booking", "db@booking", "edge@platform", "free")
            .needs("ui>api", "ui>db", "api>db", "edge>api", "free>ghost")
            .build();

    @Test
    void withNothingCollapsedEveryServiceIsABox() {
        VisibleGraph graph = VisibleGraph.of(shop, Visibility.ALL);
        assertThat(graph.nodes())
                .extracting(VisibleGraph.Node::id)
                .containsExactly(
                        NodeId.service("api"),
                        NodeId.service("db"),
                        NodeId.service("edge"),
                        NodeId.service("free"),
                        NodeId.service("ui"),
                        NodeId.missing("ghost"));
        assertThat(graph.boundaries())
                .containsExactly(new Frame("booking", "platform"), new Frame("platform", null), new Frame("web", null));
        assertThat(graph.edges()).hasSize(5);
    }

    @Test
    void aMissingTargetLiesInNoBoundary() {
        VisibleGraph.Node ghost = VisibleGraph.of(shop, Visibility.ALL).nodes().getLast();
        assertThat(ghost.id()).isEqualTo(NodeId.missing("ghost"));
        assertThat(ghost.boundary()).isNull();
        assertThat(ghost.members()).isEmpty();
    }

    @Test
    void aCollapsedBoundaryStandsForItsServicesAndTheirDependencies() {
        VisibleGraph graph = VisibleGraph.of(shop, Visibility.ALL.collapse("booking"));
        VisibleGraph.Node booking = graph.nodes().stream()
                .filter(node -> node.id().equals(NodeId.boundary("booking")))
                .findFirst()
                .orElseThrow();
        assertThat(booking.boundary()).isEqualTo("platform");
        assertThat(booking.members()).containsExactly("api", "db");
        assertThat(graph.boundaries()).extracting(Frame::id).containsExactly("platform", "web");
        VisibleGraph.Edge rolledUp = graph.edges().stream()
                .filter(edge -> edge.id().equals(new EdgeId(NodeId.service("ui"), NodeId.boundary("booking"))))
                .findFirst()
                .orElseThrow();
        assertThat(rolledUp.dependencies()).extracting(Dependency::to).containsExactly("api", "db");
    }

    @Test
    void theOutermostCollapsedBoundaryWins() {
        VisibleGraph graph =
                VisibleGraph.of(shop, Visibility.ALL.collapse("booking").collapse("platform"));
        assertThat(graph.nodes())
                .extracting(VisibleGraph.Node::id)
                .contains(NodeId.boundary("platform"))
                .doesNotContain(NodeId.boundary("booking"));
        assertThat(graph.boundaries()).extracting(Frame::id).containsExactly("web");
    }

    @Test
    void noEdgeStartsAndEndsAtTheSameBox() {
        VisibleGraph graph = VisibleGraph.of(shop, Visibility.ALL.collapse("platform"));
        assertThat(graph.edges())
                .extracting(VisibleGraph.Edge::id)
                .containsExactly(
                        new EdgeId(NodeId.service("free"), NodeId.missing("ghost")),
                        new EdgeId(NodeId.service("ui"), NodeId.boundary("platform")));
    }
}
