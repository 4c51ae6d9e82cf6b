package dev.orrery.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.Health;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.ServiceKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NoteMarksTest {
    private static final NodeId A = NodeId.service("a");
    private static final NodeId B = NodeId.service("b");

    @Test
    void aNoteHasItsSignOnTheUpperEdgeAndItsFirstLineAbove() {
        NoteMark note = only(diagram(List.of(card(A, 0, 100)), List.of()), "Ask Ann.\nThen Ben.");
        assertThat(note.text()).isEqualTo("Ask Ann.\nThen Ben.");
        assertThat(note.words()).isEqualTo("Ask Ann. …");
        assertThat(note.mark().centerY()).isEqualTo(100);
        assertThat(at(note).bottom()).isLessThan(100);
        assertThat(at(note).right()).isLessThan(note.mark().x());
    }

    @Test
    void wordsGiveWayToBoxesAndLines() {
        NoteMark below = only(diagram(List.of(card(A, 0, 100), card(B, 0, 40)), List.of()), "Ask Ann.");
        assertThat(at(below).y()).as("another box lies above").isGreaterThan(152);
        NoteMark half = only(
                diagram(List.of(card(A, 0, 100)), List.of(line(140, 0, 100), line(90, 152, 300))),
                "Ask Ann of the shop.");
        assertThat(at(half).x() < 140 && at(half).right() > 140)
                .as("across the line")
                .isFalse();
        NoteMark none = only(
                diagram(List.of(card(A, 0, 100), card(B, 0, 40), card(NodeId.service("c"), 0, 160)), List.of()),
                "Ask Ann.");
        assertThat(none.words()).isEmpty();
        assertThat(none.wordsAt()).isNull();
        assertThat(none.mark()).isNotNull();
    }

    @Test
    void theSignGivesWayToALineThatEndsThere() {
        NoteMark free = only(diagram(List.of(card(A, 0, 100)), List.of()), "x");
        NoteMark crossed =
                only(diagram(List.of(card(A, 0, 100)), List.of(line(free.mark().centerX(), 0, 100))), "x");
        assertThat(crossed.mark().overlaps(free.mark())).isFalse();
    }

    @Test
    void whatIsNotOnThePictureHasNoSign() {
        Diagram diagram = diagram(List.of(card(A, 0, 100)), List.of());
        assertThat(diagram.withNotes(new TreeMap<>(Map.of(B, "x"))).notes()).isEmpty();
        assertThat(diagram.withNotes(new TreeMap<>())).isSameAs(diagram);
        assertThat(DiagramDiff.between(diagram, diagram.withNotes(new TreeMap<>(Map.of(A, "x"))))
                        .isEmpty())
                .isFalse();
    }

    private static Box at(NoteMark note) {
        return Objects.requireNonNull(note.wordsAt());
    }

    private static NoteMark only(Diagram diagram, String text) {
        return diagram.withNotes(new TreeMap<>(Map.of(A, text))).notes().getFirst();
    }

    private static Diagram diagram(List<Diagram.Card> cards, List<Diagram.Edge> edges) {
        return new Diagram("", new Box(0, 0, 400, 400), List.of(), edges, cards);
    }

    private static Diagram.Card card(NodeId id, double x, double y) {
        HealthMark mark = new HealthMark(Health.UP, true, "up", null, null, false);
        return new Diagram.ServiceCard(
                id,
                new Box(x, y, 190, 52),
                id.id(),
                id.id(),
                "",
                ServiceKind.SERVICE,
                mark,
                Emphasis.NORMAL,
                false,
                true);
    }

    private static Diagram.Edge line(double x, double from, double to) {
        return new Diagram.Edge(
                new EdgeId(B, A),
                new Route(List.of(new Point(x, from), new Point(x, to))),
                List.of(),
                DependencyKind.SYNC,
                Certainty.DECLARED,
                false,
                null,
                null,
                false,
                Emphasis.NORMAL);
    }
}
