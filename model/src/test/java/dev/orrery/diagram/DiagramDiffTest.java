package dev.orrery.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Diagram.Card;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.layout.Box;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagramDiffTest {

    @Test
    void equalDiagramsDifferInNothing() {
        assertThat(DiagramDiff.between(BookingPicture.diagram(), BookingPicture.diagram())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aChangeOfHealthRestylesWhatShowsItAndMovesNothing() {
        Diagram before = BookingPicture.diagram();
        Diagram after = BookingPicture.diagram(
                BookingPicture.boardWith("audit", Health.DEGRADED), Highlight.NONE, BookingPicture.NOW);

        DiagramDiff diff = DiagramDiff.between(before, after);

        assertThat(diff.page()).isFalse();
        assertThat(diff.cards().restyled()).extracting(Card::id).containsExactly(NodeId.service("audit"));
        assertThat(diff.frames().restyled()).extracting(Diagram.Frame::id).containsExactly("messaging");
        assertThat(diff.edges().isEmpty()).isTrue();
        assertNothingMoves(diff);
    }

    @Test
    void aFailureThatHealsRestylesTheEdgesOnItsPath() {
        Diagram before = BookingPicture.diagram();
        Diagram after = BookingPicture.diagram(
                BookingPicture.boardWith("reservations-db", Health.UP), Highlight.NONE, BookingPicture.NOW);

        DiagramDiff diff = DiagramDiff.between(before, after);

        assertThat(diff.edges().restyled())
                .singleElement()
                .satisfies(edge -> assertThat(edge.id().to()).isEqualTo(NodeId.service("reservations-db")));
        assertNothingMoves(diff);
    }

    @Test
    void aSecondThatPassesChangesOnlyAgesThatReachAStep() {
        Diagram before = BookingPicture.diagram();
        Diagram after =
                BookingPicture.diagram(BookingPicture.board(), Highlight.NONE, BookingPicture.NOW.plusSeconds(2));

        assertThat(DiagramDiff.between(before, after).cards().restyled())
                .extracting(card -> card.id().id())
                .containsExactly("booking-api", "reservations");
    }

    @Test
    void whatComesGoesAndMovesIsTold() {
        Diagram before = BookingPicture.diagram();
        Card moved = before.cards().getFirst();
        Diagram withoutLast = new Diagram(
                before.title(),
                before.bounds(),
                before.frames(),
                before.edges().subList(1, before.edges().size()),
                before.cards().subList(0, before.cards().size() - 1));

        DiagramDiff gone = DiagramDiff.between(before, withoutLast);
        DiagramDiff back = DiagramDiff.between(withoutLast, before);
        DiagramDiff shifted = DiagramDiff.between(before, withFirstMoved(before));

        assertThat(gone.cards().removed())
                .containsExactly(before.cards().getLast().id());
        assertThat(gone.edges().removed())
                .containsExactly(before.edges().getFirst().id());
        assertThat(back.cards().added()).containsExactly(before.cards().getLast());
        assertThat(back.edges().added()).containsExactly(before.edges().getFirst());
        assertThat(shifted.cards().moved()).extracting(Card::id).containsExactly(moved.id());
        assertThat(shifted.cards().restyled()).isEmpty();
        assertThat(shifted.isEmpty()).isFalse();
    }

    private static Diagram withFirstMoved(Diagram diagram) {
        Diagram.ServiceCard first = (Diagram.ServiceCard) diagram.cards().getFirst();
        Box box = first.box().moved(8, 0);
        Card moved = new Diagram.ServiceCard(
                first.id(),
                box,
                first.title(),
                first.fullTitle(),
                first.subtitle(),
                first.kind(),
                first.health(),
                first.emphasis(),
                first.pinned(),
                first.active());
        List<Card> cards = new ArrayList<>(diagram.cards());
        cards.set(0, moved);
        return new Diagram(diagram.title(), diagram.bounds(), diagram.frames(), diagram.edges(), cards);
    }

    private static void assertNothingMoves(DiagramDiff diff) {
        assertThat(diff.cards().moved()).isEmpty();
        assertThat(diff.frames().moved()).isEmpty();
        assertThat(diff.edges().moved()).isEmpty();
        assertThat(diff.cards().added()).isEmpty();
        assertThat(diff.cards().removed()).isEmpty();
    }
}
