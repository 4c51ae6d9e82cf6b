package dev.orrery.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Diagram.Card;
import dev.orrery.graph.Hubs;
import dev.orrery.graph.Layers;
import dev.orrery.graph.Leaning;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Topologies;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.Attention;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.HubShelf;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HubBadgesTest {
    private static final Topology TOPOLOGY = Leaning.on(20);

    @Test
    void eachDependentHasABadgeForEachOfItsHubsInTheSameOrder() {
        Diagram diagram = diagram(TOPOLOGY, Set.of(), Highlight.NONE);
        assertThat(labels(diagram, "worker-00")).containsExactly("broker", "cache", "db");
        assertThat(labels(diagram, "worker-01")).containsExactly("cache", "db");
        assertThat(labels(diagram, "cache")).containsExactly("db");
    }

    @Test
    void aHubSaysHowManyServicesNeedIt() {
        Diagram diagram = diagram(TOPOLOGY, Set.of(), Highlight.NONE);
        assertThat(card(diagram, "db").hubs().neededBy()).isEqualTo("needed by 21");
        assertThat(card(diagram, "worker-01").hubs().neededBy()).isEmpty();
    }

    @Test
    void everyDependencyIsEitherDrawnOrFolded() {
        Diagram diagram = diagram(TOPOLOGY, Set.of(), Highlight.NONE);
        assertThat(diagram.edges().size() + diagram.folded().size())
                .isEqualTo(TOPOLOGY.dependencies().size());
        assertThat(diagram.edges()).noneMatch(edge -> edge.id().to().id().equals("db"));
        assertThat(diagram.folded()).hasSize(20 + 20 + 10 + 1);
    }

    @Test
    void aLineThatIsAskedForIsDrawnStraightFromBorderToBorder() {
        EdgeId wanted = new EdgeId(NodeId.service("worker-03"), NodeId.service("db"));
        Diagram diagram = diagram(TOPOLOGY, Set.of(wanted), Highlight.NONE);

        Diagram.Edge line = diagram.edges().stream()
                .filter(edge -> edge.id().equals(wanted))
                .findFirst()
                .orElseThrow();
        Point start = line.route().points().getFirst();
        Point end = line.route().points().getLast();
        assertThat(line.route().points()).hasSize(2);
        assertThat(card(diagram, "worker-03").box().grown(0.01).contains(start)).isTrue();
        assertThat(card(diagram, "db").box().grown(0.01).contains(end)).isTrue();
        assertThat(card(diagram, "db").box().grown(-0.01).contains(end)).isFalse();
        assertThat(diagram.folded()).noneMatch(edge -> edge.id().equals(wanted));
        assertThat(card(diagram, "worker-03").hubs().badges())
                .filteredOn(HubBadge::shown)
                .extracting(HubBadge::label)
                .containsExactly("db");
        assertThat(diagram.cards())
                .as("nothing moves")
                .extracting(Card::box)
                .isEqualTo(diagram(TOPOLOGY, Set.of(), Highlight.NONE).cards().stream()
                        .map(Card::box)
                        .toList());
    }

    @Test
    void theLinesOfASelectedHubAreThere() {
        Diagram diagram = diagram(TOPOLOGY, Set.of(), new Highlight(NodeId.service("broker"), false));
        assertThat(diagram.edges())
                .filteredOn(edge -> edge.id().to().id().equals("broker"))
                .hasSize(10);
    }

    @Test
    void aPathRunsAlongFoldedLinesToo() {
        Spotlight way = new Spotlight.Way(List.of("worker-01", "cache", "db"));
        Diagram diagram = diagram(TOPOLOGY, Set.of(), new Highlight(null, false, way));
        assertThat(diagram.edges())
                .filteredOn(edge -> edge.emphasis() != Emphasis.DIMMED)
                .extracting(edge -> edge.id().from().id() + ">" + edge.id().to().id())
                .containsExactly("cache>db", "worker-01>cache");
    }

    @Test
    void badgesLieInTheirCardAndNoTwoOverlap() {
        Topologies topology = Topologies.topology();
        String[] hubs = {
            "a-database-with-a-long-name", "broker", "cache", "dashboard", "elasticsearch", "files", "gateway"
        };
        topology.services(hubs);
        for (int i = 0; i < 30; i++) {
            topology.services("s" + i);
            for (String hub : hubs) {
                topology.needs("s" + i + ">" + hub);
            }
        }
        Diagram diagram = diagram(topology.build(), Set.of(), Highlight.NONE);
        for (Card card : diagram.cards()) {
            double free = 0;
            int named = 0;
            for (HubBadge badge : card.hubs().badges()) {
                assertThat(badge.x()).isGreaterThanOrEqualTo(free);
                free = badge.x() + badge.width();
                named += badge.hubs().size();
            }
            assertThat(free).isLessThanOrEqualTo(card.box().width() - 10);
            if (card.id().id().startsWith("s")) {
                assertThat(named).as("none is left out").isEqualTo(hubs.length);
                assertThat(card.hubs().badges().getLast().label()).matches("\\+\\d");
            }
        }
    }

    @Test
    void whoHoversABadgeHasItsHubs() {
        Card card = card(diagram(TOPOLOGY, Set.of(), Highlight.NONE), "worker-00");
        HubBadge second = card.hubs().badges().get(1);
        double row = HubMark.top(card.box().height()) + 4;
        assertThat(card.hubs().at(second.x() + 1, row, card.box().height())).contains(second);
        assertThat(card.hubs().at(second.x() + 1, 10, card.box().height())).isEmpty();
    }

    @Test
    void withoutHubsACardHasNoRow() {
        Diagram diagram = diagram(Leaning.on(3), Set.of(), Highlight.NONE);
        assertThat(diagram.folded()).isEmpty();
        assertThat(diagram.cards())
                .allMatch(card -> card.hubs().isNone() && card.box().height() == 52);
    }

    @Test
    void theWorstOfWhatABadgeStandsForIsItsHealth() {
        HubBadge well = badge(Health.UP);
        HubBadge down = badge(Health.DOWN);
        assertThat(new HubMark("", List.of(well, badge(Health.DEGRADED), down)).unwell())
                .contains(Health.DOWN);
        assertThat(new HubMark("", List.of(well, badge(Health.UNKNOWN))).unwell())
                .isEmpty();
        assertThat(down.colour()).isEqualTo(Colour.DOWN);
    }

    private static HubBadge badge(Health health) {
        return new HubBadge(List.of(NodeId.service("db")), "db", "db", null, health, true, 0, 30);
    }

    private static List<String> labels(Diagram diagram, String service) {
        return card(diagram, service).hubs().badges().stream()
                .map(HubBadge::label)
                .toList();
    }

    private static Card card(Diagram diagram, String service) {
        return diagram.cards().stream()
                .filter(card -> card.id().equals(NodeId.service(service)))
                .findFirst()
                .orElseThrow();
    }

    private static Diagram diagram(Topology topology, Set<EdgeId> shown, Highlight highlight) {
        VisibleGraph graph = VisibleGraph.of(topology, Visibility.ALL);
        Hubs hubs = Hubs.of(graph);
        Layout layout = new HubShelf(new LayeredEngine())
                .layout(Measures.request(topology, graph, hubs, List.of()), Cancellation.NEVER);
        return DiagramBuilder.build(
                topology,
                graph,
                Layers.DEFAULT,
                layout,
                new FoldedHubs(hubs, shown),
                HealthBoard.of(topology),
                Attention.NONE,
                highlight,
                Lens.HEALTH,
                Set.of(),
                Instant.EPOCH);
    }
}
