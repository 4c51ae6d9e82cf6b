package dev.orrery.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.comparison.Comparison;
import dev.orrery.comparison.Union;
import dev.orrery.comparison.Written;
import dev.orrery.export.SvgExporter;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.HealthBoard;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.scenario.AssumedFault;
import dev.orrery.scenario.Outcome;
import dev.orrery.scenario.Scenario;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeMarksTest {
    private static final String BEFORE = """
        boundaries: {core: {name: Core}, edge: {name: Edge}}
        services:
          web: {boundary: edge, depends_on: [orders]}
          orders: {boundary: core, owner: team-a, depends_on: {stock: {}, ledger: {required: false}}}
          stock: {boundary: core}
          ledger: {boundary: core}
        """;
    private static final String AFTER = """
        boundaries: {core: {name: Core}, edge: {name: Edge}}
        services:
          web: {boundary: edge, depends_on: [orders, search]}
          orders: {boundary: core, owner: team-b, depends_on: {stock: {required: false}}}
          stock: {boundary: edge}
          search: {boundary: core}
        """;

    private final Union union = Union.of(Comparison.of(Written.topology(BEFORE), Written.topology(AFTER)));

    private static VisibleGraph graph(Topology topology, String... collapsed) {
        return VisibleGraph.of(topology, new Visibility(Set.of(collapsed)));
    }

    private static Diagram diagram(Topology topology, VisibleGraph graph) {
        return DiagramBuilder.build(
                topology,
                graph,
                new LayeredEngine().layout(Measures.request(topology, graph, List.of()), Cancellation.NEVER),
                HealthBoard.of(topology),
                Highlight.NONE,
                Set.of(),
                Instant.EPOCH);
    }

    @Test
    void everyChangeHasItsSignAndWords() {
        Marks marks = ChangeMarks.of(union, graph(union.topology()), ChangeMarks.BOTH);

        assertThat(marks.boxes())
                .containsEntry(NodeId.service("search"), Mark.of(Sign.ADDED))
                .containsEntry(NodeId.service("ledger"), Mark.of(Sign.REMOVED))
                .containsEntry(NodeId.service("stock"), new Mark(Sign.MOVED, "from Core", 1))
                .containsEntry(NodeId.service("orders"), new Mark(Sign.CHANGED, "owner team-a → team-b", 1))
                .doesNotContainKey(NodeId.service("web"));
        assertThat(marks.edges())
                .containsEntry(edge("web", "search"), Mark.of(Sign.ADDED))
                .containsEntry(edge("orders", "ledger"), Mark.of(Sign.REMOVED))
                .containsEntry(edge("orders", "stock"), new Mark(Sign.CHANGED, "required true → false", 1))
                .doesNotContainKey(edge("web", "orders"));
    }

    @Test
    void betweenBeforeAndAfterOnlyOpacityIsDifferent() {
        VisibleGraph graph = graph(union.topology());
        Diagram plain = diagram(union.topology(), graph);
        Diagram quarter = ChangeMarks.of(union, graph, 0.25).on(plain);
        Diagram before = ChangeMarks.of(union, graph, ChangeMarks.BEFORE).on(plain);
        Diagram after = ChangeMarks.of(union, graph, ChangeMarks.AFTER).on(plain);

        assertThat(quarter.cards()).extracting(Diagram.Card::box).isEqualTo(boxes(plain));
        assertThat(quarter.cards())
                .filteredOn(card -> card.id().equals(NodeId.service("search")))
                .singleElement()
                .satisfies(card -> assertThat(card.opacity()).isEqualTo(0.5));
        assertThat(before.cards())
                .extracting(card -> card.id().id())
                .containsExactlyInAnyOrder("ledger", "orders", "stock", "web");
        assertThat(after.cards())
                .extracting(card -> card.id().id())
                .containsExactlyInAnyOrder("orders", "search", "stock", "web");
        assertThat(after.edges()).hasSize(3);
        assertThat(before.bounds()).isEqualTo(after.bounds());
    }

    private static List<dev.orrery.layout.Box> boxes(Diagram diagram) {
        return diagram.cards().stream().map(Diagram.Card::box).toList();
    }

    @Test
    void aCollapsedBoundaryCountsWhatIsDifferentInside() {
        Marks marks = ChangeMarks.of(union, graph(union.topology(), "core"), ChangeMarks.AFTER);

        assertThat(marks.boxes())
                .containsEntry(NodeId.boundary("core"), new Mark(Sign.CHANGED, "1 added, 1 removed, 1 changed", 1));
        assertThat(marks.hidden()).isEmpty();
    }

    @Test
    void certainHitsAndPossibleOnesDifferInSignAndLine() {
        Topology topology = Written.topology("""
            services:
              web: {depends_on: [orders]}
              orders: {depends_on: {stock: {}, mail: {kind: async}}}
              mail: {depends_on: [stock]}
              night: {depends_on: {mail: {kind: async}}}
              stock: {}
            """);
        Outcome outcome = ((Scenario.Tried.Shown)
                        new Scenario("", List.of(), List.of(new AssumedFault.Down("stock"))).on(topology))
                .outcome();
        VisibleGraph graph = graph(topology);
        Diagram diagram =
                HitMarks.of(outcome, Union.of(outcome.comparison()), graph).on(diagram(topology, graph));

        assertThat(diagram.cards())
                .flatExtracting(ChangeMarksTest::signed)
                .containsExactly(
                        "mail certain", "night possible", "orders certain", "stock assumed-down", "web certain");
        Diagram.Edge certain = line(diagram, "orders", "stock");
        Diagram.Edge possible = line(diagram, "orders", "mail");
        assertThat(LineStyle.of(certain).dashes()).isEmpty();
        assertThat(LineStyle.of(possible).dashes())
                .as("by line, not only by colour")
                .hasSize(4)
                .isNotEqualTo(LineStyle.of(line(diagram(topology, graph), "orders", "mail"))
                        .dashes());
        assertThat(SvgExporter.export(diagram, Palette.LIGHT))
                .contains("data-mark=\"certain\"", "data-mark=\"possible\"", "data-mark=\"assumed-down\"")
                .contains("possibly hit, would be down, needs mail → stock");
    }

    @Test
    void aMarkIsSpokenWithItsCard() {
        VisibleGraph graph = graph(union.topology());
        Diagram diagram = ChangeMarks.of(union, graph, ChangeMarks.BOTH).on(diagram(union.topology(), graph));

        assertThat(diagram.cards())
                .filteredOn(card -> card.id().equals(NodeId.service("stock")))
                .singleElement()
                .satisfies(card -> assertThat(CardWords.of(card)).endsWith("; moved, from Core"));
    }

    @ParameterizedTest
    @EnumSource
    void everySignHasAShapeAWordAndALine(Sign sign) {
        assertThat(Sign.values())
                .filteredOn(other -> other != sign)
                .noneMatch(other ->
                        other.path().equals(sign.path()) || other.words().equals(sign.words()));
        assertThat(Colour.SIGNS).contains(sign.colour());
        assertThat(List.of(Sign.ADDED, Sign.REMOVED, Sign.CHANGED))
                .extracting(each -> each.line(1).dashes())
                .usingElementComparator(Comparator.comparing(List::toString))
                .doesNotHaveDuplicates();
    }

    /// As in `mail certain`; nothing without a sign.
    private static List<String> signed(Diagram.Card card) {
        Mark mark = card.mark();
        return mark == null || mark.sign() == null
                ? List.of()
                : List.of(card.id().id() + " " + mark.sign().word());
    }

    private static EdgeId edge(String from, String to) {
        return new EdgeId(NodeId.service(from), NodeId.service(to));
    }

    private static Diagram.Edge line(Diagram diagram, String from, String to) {
        return diagram.edges().stream()
                .filter(each -> each.id().equals(edge(from, to)))
                .findFirst()
                .orElseThrow();
    }
}
