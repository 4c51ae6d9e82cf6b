package dev.orrery.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.export.SvgExporter;
import dev.orrery.graph.Layers;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.health.HealthBoard;
import dev.orrery.importer.Texts;
import dev.orrery.inspection.Finding;
import dev.orrery.inspection.Inspections;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class FindingMarksTest {
    private static final Topology TOPOLOGY = Texts.named("t.yaml", """
                    topology: T
                    boundaries:
                      money: {name: Money}
                    services:
                      shop: {depends_on: [orders, bank]}
                      orders: {owns: [orders], depends_on: [db, shop]}
                      bills: {boundary: money, depends_on: [db, bank]}
                      bank: {boundary: money}
                      db: {kind: database}
                    """).read().topology();
    private static final List<Finding> FINDINGS = Inspections.inspect(TOPOLOGY);

    @Test
    void oneOfADependencyLiesOnItsLineWhereNoBoxIs() {
        Picture picture = new Picture(Visibility.ALL);
        Diagram.Edge line = picture.edge("bills", "db");

        assertThat(line.findings().findings()).extracting(Finding::rule).containsExactly("owner-bypassed");
        Point at = Objects.requireNonNull(line.findingsAt());
        Box place = line.findings().around(at.x(), at.y(), 1);
        assertThat(picture.diagram.cards()).noneMatch(card -> card.box().overlaps(place));
        assertThat(picture.card("bills").findings().isNone()).isTrue();
    }

    @Test
    void aCircleIsMarkedOnceOnTheLineThatOpensIt() {
        Picture picture = new Picture(Visibility.ALL);

        assertThat(picture.diagram.edges())
                .filteredOn(edge -> edge.findings().findings().stream()
                        .anyMatch(finding -> finding.rule().equals("dependency-cycle")))
                .hasSize(1);
    }

    @Test
    void whatIsInACollapsedBoundaryIsOnItsCardAndInAnOpenedOneAfterItsTitle() {
        Finding inside = new Finding(
                "missing-owner", FINDINGS.getFirst().problem(), List.of("bank"), List.of("bank"), List.of(), List.of());
        Picture open = new Picture(Visibility.ALL, List.of(inside));
        Picture collapsed = new Picture(new Visibility(Set.of("money")), List.of(inside));

        assertThat(open.card("bank").findings().findings()).containsExactly(inside);
        assertThat(open.diagram.frames())
                .singleElement()
                .satisfies(frame -> assertThat(frame.findings().findings()).containsExactly(inside));
        assertThat(collapsed.diagram.cards())
                .filteredOn(card -> card.id().equals(NodeId.boundary("money")))
                .singleElement()
                .satisfies(card -> assertThat(card.findings().label()).isEmpty());
    }

    @Test
    void severalAreCountedAndTheWorstGivesTheShape() {
        Finding warning = of("orders", Severity.WARNING);
        Finding note = of("orders", Severity.INFO);
        FindingMark mark = new Picture(Visibility.ALL, List.of(note, warning))
                .card("orders")
                .findings();

        assertThat(mark.label()).isEqualTo("2");
        assertThat(mark.severity()).isEqualTo(Severity.WARNING);
        assertThat(mark.lines()).hasSize(2);
    }

    @Test
    void nothingElseOfThePictureChanges() {
        Picture with = new Picture(Visibility.ALL);
        Picture without = new Picture(Visibility.ALL, List.of());

        assertThat(with.diagram.cards())
                .extracting(Diagram.Card::box)
                .isEqualTo(
                        without.diagram.cards().stream().map(Diagram.Card::box).toList());
        assertThat(with.diagram.edges())
                .extracting(Diagram.Edge::route)
                .isEqualTo(without.diagram.edges().stream()
                        .map(Diagram.Edge::route)
                        .toList());
    }

    @Test
    void anSvgHasThemWithTheirRules() {
        assertThat(SvgExporter.export(new Picture(Visibility.ALL).diagram, Palette.LIGHT))
                .contains("data-finding=\"warning\" data-rules=\"owner-bypassed\"")
                .contains("data-rules=\"dependency-cycle\"");
        assertThat(SvgExporter.export(new Picture(Visibility.ALL, List.of()).diagram, Palette.LIGHT))
                .doesNotContain("data-finding");
    }

    private static Finding of(String service, Severity severity) {
        return new Finding(
                "rule",
                new Problem("isolated-service", severity, SourceLocation.startOf("t.yaml"), List.of(service)),
                List.of(service),
                List.of(service),
                List.of(),
                List.of());
    }

    @Test
    void aNoteLiesBesideWhatIsFoundAndStaysWhenMoreIsMarked() {
        Picture picture = new Picture(Visibility.ALL);
        Diagram noted = picture.diagram.withNotes(new TreeMap<>(Map.of(NodeId.service("bills"), "Ours")));
        NoteMark note = noted.notes().getFirst();
        Diagram.Card card = noted.cards().stream()
                .filter(each -> each.id().equals(NodeId.service("bills")))
                .findFirst()
                .orElseThrow();
        Finding here = new Finding(
                "missing-owner",
                FINDINGS.getFirst().problem(),
                List.of("bills"),
                List.of("bills"),
                List.of(),
                List.of());
        Picture found = new Picture(Visibility.ALL, List.of(here));
        NoteMark beside = found.diagram
                .withNotes(new TreeMap<>(Map.of(NodeId.service("bills"), "Ours")))
                .notes()
                .getFirst();

        assertThat(beside.mark().overlaps(found.card("bills").findings().onCard(card.box(), 1)))
                .isFalse();
        assertThat(noted.with(noted.frames(), noted.edges(), noted.cards()).notes())
                .containsExactly(note);
    }

    private static final class Picture {
        private final Diagram diagram;

        Picture(Visibility visibility) {
            this(visibility, FINDINGS);
        }

        Picture(Visibility visibility, List<Finding> findings) {
            VisibleGraph graph = VisibleGraph.of(TOPOLOGY, visibility);
            Layout layout =
                    new LayeredEngine().layout(Measures.request(TOPOLOGY, graph, List.of()), Cancellation.NEVER);
            Diagram plain = DiagramBuilder.build(
                    TOPOLOGY, graph, layout, HealthBoard.EMPTY, Highlight.NONE, Set.of(), Instant.EPOCH);
            diagram = FindingMarks.on(plain, Layers.DEFAULT.of(graph), layout, findings);
        }

        Diagram.Card card(String service) {
            return diagram.cards().stream()
                    .filter(card -> card.id().equals(NodeId.service(service)))
                    .findFirst()
                    .orElseThrow();
        }

        Diagram.Edge edge(String from, String to) {
            return diagram.edges().stream()
                    .filter(edge -> edge.id().from().id().equals(from)
                            && edge.id().to().id().equals(to))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
