package dev.orrery.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.Golden;
import dev.orrery.diagram.Diagram.BoundaryCard;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.layout.Layout;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagramBuilderTest {
    private final Diagram diagram = BookingPicture.diagram();

    @Test
    void thePictureSaysWhatIsKept() {
        StringBuilder text = new StringBuilder(diagram.title()).append(' ').append(diagram.bounds());
        diagram.frames().forEach(frame -> text.append('\n').append(frame));
        diagram.edges().forEach(edge -> text.append('\n').append(edge));
        diagram.cards().forEach(card -> text.append('\n').append(card));

        Golden.compare("diagram/booking.diagram.txt", text.append('\n').toString());
    }

    @Test
    void everyCardHasTheWordOfItsHealth() {
        assertThat(card("reservations").health().note()).isEqualTo("down · now");
        assertThat(card("booking-ui").health().note()).isEqualTo("degraded · 10 s");
        assertThat(card("users").health().note()).isEqualTo("up · 2 of 3");
        assertThat(card("payments").health().note()).isEqualTo("up · stale 1 min");
        assertThat(card("mail").health().note()).isEqualTo("pending");
        assertThat(card("payment-provider").health().note()).isEqualTo("no check");
        assertThat(card("payment-provider").health().asked()).isFalse();
    }

    @Test
    void whatNobodyAskedIsPendingAndNeverUp() {
        Diagram unasked = BookingPicture.diagram(HealthBoard.EMPTY, Highlight.NONE, BookingPicture.NOW);

        assertThat(unasked.cards())
                .extracting(card -> card.health().health())
                .containsOnly(Health.PENDING, Health.UNKNOWN);
        assertThat(unasked.frames())
                .extracting(frame -> frame.health().health())
                .containsOnly(Health.PENDING);
    }

    @Test
    void aCollapsedBoundaryCountsItsMembersAndShowsTheWorst() {
        BoundaryCard catalogue = (BoundaryCard) diagram.cards().stream()
                .filter(BoundaryCard.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(catalogue.counts()).isEqualTo(Map.of(Health.UP, 2, Health.DEGRADED, 1));
        assertThat(catalogue.health().health()).isEqualTo(Health.DEGRADED);
        assertThat(catalogue.subtitle()).isEqualTo("3 services");
    }

    @Test
    void whatIsNotAskedIsLeftOutOfARollUp() {
        Frame payments = diagram.frames().stream()
                .filter(frame -> frame.id().equals("pay"))
                .findFirst()
                .orElseThrow();

        assertThat(payments.health().health()).isEqualTo(Health.UP);
    }

    @Test
    void theFailingPathLeadsFromWhatSuffersToWhatIsDown() {
        assertThat(diagram.edges().stream()
                        .filter(Edge::failing)
                        .map(edge ->
                                edge.id().from().id() + " > " + edge.id().to().id()))
                .containsExactlyInAnyOrder(
                        "booking-ui > booking-api", "booking-api > reservations", "reservations > reservations-db");
    }

    @Test
    void nothingFailsWhereNothingIsDown() {
        Diagram unasked = BookingPicture.diagram(HealthBoard.EMPTY, Highlight.NONE, BookingPicture.NOW);

        assertThat(unasked.edges()).noneMatch(Edge::failing);
    }

    @Test
    void impactIsEverythingThatReachesTheSelectedServiceAndTheRestStepsBack() {
        Diagram impact = BookingPicture.diagram(
                BookingPicture.board(), new Highlight(NodeId.service("payments"), true), BookingPicture.NOW);

        assertThat(ids(impact, Emphasis.SELECTED)).containsExactly("payments");
        assertThat(ids(impact, Emphasis.IMPACT)).containsExactly("booking-api", "booking-ui", "reservations");
        assertThat(ids(impact, Emphasis.NORMAL)).isEmpty();
        assertThat(impact.edges().stream()
                        .filter(edge -> edge.emphasis() == Emphasis.IMPACT)
                        .map(edge -> edge.id().from().id()))
                .containsExactly("booking-api", "booking-ui", "reservations");
        assertThat(impact.frames().stream()
                        .filter(frame -> frame.emphasis() == Emphasis.DIMMED)
                        .map(Frame::id))
                .containsExactly("customers", "messaging");
    }

    @Test
    void aSelectionAloneDimsNothing() {
        Diagram selected = BookingPicture.diagram(
                BookingPicture.board(), new Highlight(NodeId.service("users"), false), BookingPicture.NOW);

        assertThat(ids(selected, Emphasis.SELECTED)).containsExactly("users");
        assertThat(ids(selected, Emphasis.DIMMED)).isEmpty();
    }

    @Test
    void theSpotlightIsOnServicesAndOnWhatIsBetweenThem() {
        Diagram lit = BookingPicture.diagram(
                BookingPicture.board(),
                lit(null, false, new Spotlight.Services(List.of("booking-api", "payments", "reservations", "search"))),
                BookingPicture.NOW);

        assertThat(ids(lit, Emphasis.NORMAL))
                .containsExactlyInAnyOrder("booking-api", "catalogue", "payments", "reservations");
        assertThat(ids(lit, Emphasis.SELECTED)).isEmpty();
        assertThat(ids(lit, Emphasis.IMPACT)).isEmpty();
        assertThat(edges(lit, Emphasis.NORMAL))
                .containsExactlyInAnyOrder(
                        "booking-api catalogue", "booking-api reservations", "reservations payments");
        assertThat(lit.frames().stream()
                        .filter(frame -> frame.emphasis() == Emphasis.DIMMED)
                        .map(Frame::id))
                .containsExactly("customers", "messaging", "web");
    }

    @Test
    void aPathLightsOnlyTheLinesFromEachToTheNext() {
        Diagram lit = BookingPicture.diagram(
                BookingPicture.board(),
                lit(null, false, new Spotlight.Way(List.of("booking-ui", "booking-api", "reservations", "mail"))),
                BookingPicture.NOW);
        Diagram back = BookingPicture.diagram(
                BookingPicture.board(),
                lit(null, false, new Spotlight.Way(List.of("reservations", "booking-api"))),
                BookingPicture.NOW);

        assertThat(ids(lit, Emphasis.NORMAL)).containsExactly("booking-api", "booking-ui", "mail", "reservations");
        assertThat(edges(lit, Emphasis.NORMAL))
                .containsExactlyInAnyOrder("booking-api reservations", "booking-ui booking-api", "reservations mail");
        assertThat(edges(back, Emphasis.NORMAL)).isEmpty();
    }

    @Test
    void aMissingTargetCanBeInTheSpotlight() {
        Diagram lit = BookingPicture.diagram(
                BookingPicture.board(),
                lit(null, false, new Spotlight.Services(List.of("ledger", "payments"))),
                BookingPicture.NOW);

        assertThat(ids(lit, Emphasis.NORMAL)).containsExactlyInAnyOrder("payments", "ledger");
        assertThat(edges(lit, Emphasis.NORMAL)).containsExactly("payments ledger");
    }

    @Test
    void whatIsSelectedIsToBeSeenOutsideTheSpotlightToo() {
        Diagram lit = BookingPicture.diagram(
                BookingPicture.board(),
                lit(NodeId.service("audit"), false, new Spotlight.Services(List.of("mail"))),
                BookingPicture.NOW);

        assertThat(ids(lit, Emphasis.SELECTED)).containsExactly("audit");
        assertThat(ids(lit, Emphasis.NORMAL)).containsExactly("mail");
    }

    @Test
    void impactAsksOfEverythingWhateverTheSpotlightShows() {
        Spotlight spotlight = new Spotlight.Services(List.of("mail"));
        Highlight impact = new Highlight(NodeId.service("payments"), true);

        assertThat(BookingPicture.diagram(
                        BookingPicture.board(), new Highlight(impact.selected(), true, spotlight), BookingPicture.NOW))
                .isEqualTo(BookingPicture.diagram(BookingPicture.board(), impact, BookingPicture.NOW));
    }

    @Test
    void anEmptySpotlightDimsEverything() {
        Diagram dark = BookingPicture.diagram(
                BookingPicture.board(), lit(null, false, new Spotlight.Services(List.of())), BookingPicture.NOW);

        assertThat(dark.cards()).allMatch(card -> card.emphasis() == Emphasis.DIMMED);
        assertThat(dark.frames()).allMatch(frame -> frame.emphasis() == Emphasis.DIMMED);
        assertThat(dark.edges()).allMatch(edge -> edge.emphasis() == Emphasis.DIMMED);
    }

    private static Highlight lit(@Nullable NodeId selected, boolean impact, Spotlight spotlight) {
        return new Highlight(selected, impact, spotlight);
    }

    private static List<String> edges(Diagram diagram, Emphasis emphasis) {
        return diagram.edges().stream()
                .filter(edge -> edge.emphasis() == emphasis)
                .map(edge -> edge.id().from().id() + " " + edge.id().to().id())
                .toList();
    }

    @Test
    void aSelectedServiceInsideACollapsedBoundaryIsShownByThat() {
        Diagram selected = BookingPicture.diagram(
                BookingPicture.board(), new Highlight(NodeId.service("search"), true), BookingPicture.NOW);

        assertThat(ids(selected, Emphasis.SELECTED)).containsExactly("catalogue");
        assertThat(ids(selected, Emphasis.IMPACT)).containsExactly("booking-api", "booking-ui");
    }

    @Test
    void longNamesAreCutAndKeptWhole() {
        Card cache = card("users-cache-for-the-night");

        assertThat(cache.title()).endsWith("…").startsWith("users-cache");
        assertThat(cache.fullTitle()).isEqualTo("users-cache-for-the-night");
        assertThat(Print.NAME.width(cache.title()))
                .isLessThanOrEqualTo(Measures.CARD_WIDTH
                        - Measures.NAME_X
                        - Measures.CARD_RIGHT_INSET
                        - KindShape.SIZE
                        - Measures.TEXT_GAP);
    }

    @Test
    void anOlderPictureOfANewerTopologyLeavesOutWhatIsGone() {
        Diagram empty = DiagramBuilder.build(
                Topology.EMPTY,
                BookingPicture.graph(),
                BookingPicture.layout(),
                HealthBoard.EMPTY,
                Highlight.NONE,
                Set.of(),
                BookingPicture.NOW);
        Diagram unplaced = DiagramBuilder.build(
                BookingPicture.topology(),
                BookingPicture.graph(),
                Layout.EMPTY,
                HealthBoard.EMPTY,
                new Highlight(NodeId.service("nobody"), true),
                Set.of(),
                BookingPicture.NOW);

        assertThat(empty.frames()).isEmpty();
        assertThat(empty.cards()).extracting(Card::id).containsExactly(NodeId.missing("ledger"));
        assertThat(unplaced.cards()).isEmpty();
        assertThat(unplaced.edges()).isEmpty();
    }

    @Test
    void everyBoxAndTitleOfARequestHasASize() {
        VisibleGraph graph = BookingPicture.graph();

        var request = Measures.request(BookingPicture.topology(), graph, List.of());

        assertThat(request.sizes().keySet())
                .containsExactlyElementsOf(
                        graph.nodes().stream().map(VisibleGraph.Node::id).toList());
        assertThat(request.titles().keySet())
                .containsExactlyElementsOf(
                        graph.boundaries().stream().map(VisibleGraph.Frame::id).toList());
    }

    @ParameterizedTest
    @CsvSource({"-3,now", "4,now", "5,5 s", "14,10 s", "59,55 s", "60,1 min", "3599,59 min", "7200,2 h", "90000,1 d"})
    void agesAreShortAndCoarse(int seconds, String words) {
        assertThat(Age.words(seconds)).isEqualTo(words);
    }

    private Card card(String id) {
        return diagram.cards().stream()
                .filter(card -> card.id().equals(NodeId.service(id)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(Diagram diagram, Emphasis emphasis) {
        return diagram.cards().stream()
                .filter(card -> card.emphasis() == emphasis)
                .map(card -> card.id().id())
                .toList();
    }
}
