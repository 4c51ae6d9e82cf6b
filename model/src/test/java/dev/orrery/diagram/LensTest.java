package dev.orrery.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.export.SvgExporter;
import dev.orrery.graph.Layers;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.layout.Box;
import dev.orrery.layout.Layout;
import dev.orrery.query.Expression;
import dev.orrery.query.Filter;
import dev.orrery.query.Term;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LensTest {
    private static final SourceLocation SOURCE = SourceLocation.startOf("lens.yaml");

    @ParameterizedTest
    @EnumSource
    void everyEntryOfALegendMeansAsManyServicesAsItCounts(Lens lens) {
        Topology topology = BookingPicture.topology();
        Diagram diagram = through(lens, topology, BookingPicture.board(), Visibility.ALL);

        assertThat(diagram.legend().lens()).isEqualTo(lens);
        int counted = 0;
        for (Legend.Entry entry : diagram.legend().entries()) {
            Term term = Objects.requireNonNull(entry.term());
            assertThat(matching(term, topology, BookingPicture.board()))
                    .as(entry.label())
                    .isEqualTo(entry.count());
            counted += entry.count();
        }
        assertThat(counted).isEqualTo(topology.services().size());
    }

    @Test
    void healthLeavesCardsInTheColourOfTheirHealth() {
        assertThat(through(Lens.HEALTH, BookingPicture.topology(), BookingPicture.board(), Visibility.ALL)
                        .cards())
                .allMatch(card -> card.tint() == null);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HEALTH")
    void everyOtherLensColoursEveryServiceAndItsOutlineWhereHealthDoesNot(Lens lens) {
        Diagram diagram = through(lens, BookingPicture.topology(), BookingPicture.board(), Visibility.ALL);

        for (Diagram.Card card : diagram.cards()) {
            if (card.id().of() == NodeId.Of.SERVICE) {
                Tint tint = Objects.requireNonNull(card.tint());
                assertThat(tint.words()).startsWith(lens.title() + ": ");
                assertThat(CardWords.of(card)).endsWith(tint.words());
                Colour outline = LineStyle.of(card).colour();
                switch (card.health().health()) {
                    case DOWN -> assertThat(outline).isEqualTo(Colour.DOWN);
                    case DEGRADED -> assertThat(outline).isEqualTo(Colour.DEGRADED);
                    case UP, UNKNOWN, PENDING -> assertThat(outline).isIn(tint.colour(), Colour.LINE, Colour.EDGE);
                }
            }
        }
    }

    @Test
    void whatWasNeverMeasuredHasNoColourOfLatency() {
        Diagram diagram = through(Lens.LATENCY, BookingPicture.topology(), BookingPicture.board(), Visibility.ALL);

        assertThat(tint(diagram, "payment-provider").hollow()).isTrue();
        assertThat(tint(diagram, "mail").hollow()).as("pending").isTrue();
        assertThat(tint(diagram, "users").colour()).isEqualTo(Colour.STEP_1);
        assertThat(diagram.legend().entries())
                .extracting(Legend.Entry::label)
                .containsExactly("under 50 ms", "not measured");
    }

    @Test
    void theMostFrequentEightHaveColoursAndTheRestIsOther() {
        Topology topology = owned(12);
        Legend legend =
                through(Lens.OWNER, topology, HealthBoard.EMPTY, Visibility.ALL).legend();

        assertThat(legend.entries())
                .extracting(Legend.Entry::label)
                .containsExactly(
                        "team-11", "team-10", "team-9", "team-8", "team-7", "team-6", "team-5", "team-4", "other",
                        "nobody");
        assertThat(legend.entries().subList(0, 8))
                .extracting(Legend.Entry::colour)
                .doesNotHaveDuplicates();
        assertThat(legend.entries().get(8).colour()).isEqualTo(Colour.OTHER);
        assertThat(legend.entries().get(9).hollow()).isTrue();
        for (Legend.Entry entry : legend.entries()) {
            assertThat(matching(Objects.requireNonNull(entry.term()), topology, HealthBoard.EMPTY))
                    .as(entry.label())
                    .isEqualTo(entry.count());
        }
    }

    @Test
    void aValueKeepsItsColourWhileAnotherComes() {
        Diagram before = through(Lens.OWNER, owned(3), HealthBoard.EMPTY, Visibility.ALL);
        Diagram after = through(Lens.OWNER, owned(4), HealthBoard.EMPTY, Visibility.ALL);
        long kept = before.cards().stream()
                .filter(card -> after.cards().stream()
                        .anyMatch(other -> other.id().equals(card.id()) && Objects.equals(other.tint(), card.tint())))
                .count();

        assertThat(kept).isEqualTo(before.cards().size());
    }

    @Test
    void aCollapsedBoundaryTakesTheMajorityOrIsMixed() {
        Topology topology = new Topology(
                "Shop",
                List.of(
                        service("a1", "a", "red", ServiceKind.SERVICE),
                        service("a2", "a", "red", ServiceKind.DATABASE),
                        service("a3", "a", "blue", ServiceKind.CACHE)),
                List.of(),
                List.of(new Boundary("a", "A", "domain", null, null, SOURCE)));
        Diagram owners = through(Lens.OWNER, topology, HealthBoard.EMPTY, new Visibility(Set.of("a")));
        Diagram kinds = through(Lens.KIND, topology, HealthBoard.EMPTY, new Visibility(Set.of("a")));

        assertThat(tint(owners, "a").words()).isEqualTo("Owner: red");
        assertThat(tint(kinds, "a").words()).isEqualTo("Kind: mixed");
        assertThat(kinds.legend().entries())
                .last()
                .extracting(Legend.Entry::label)
                .isEqualTo("mixed");
        assertThat(owners.legend().entries()).extracting(Legend.Entry::label).containsExactly("red", "blue");
    }

    @Test
    void couplingCountsBothDirections() {
        List<Service> services = new ArrayList<>();
        List<Dependency> dependencies = new ArrayList<>();
        services.add(service("hub", null, null, ServiceKind.SERVICE));
        for (int i = 0; i < 9; i++) {
            services.add(service("s" + i, null, null, ServiceKind.SERVICE));
            dependencies.add(i < 5 ? dependency("s" + i, "hub") : dependency("hub", "s" + i));
        }
        services.add(service("alone", null, null, ServiceKind.SERVICE));
        Diagram diagram = through(
                Lens.COUPLING,
                new Topology("Hub", services, dependencies, List.of()),
                HealthBoard.EMPTY,
                Visibility.ALL);

        assertThat(tint(diagram, "hub").colour()).isEqualTo(Colour.STEP_3);
        assertThat(tint(diagram, "s1").colour()).isEqualTo(Colour.STEP_1);
        assertThat(tint(diagram, "alone").hollow()).isTrue();
        assertThat(diagram.legend().entries())
                .extracting(Legend.Entry::label)
                .containsExactly("8 to 15 others", "1 to 3 others", "no others");
    }

    @Test
    void boundariesTellApartWhereTheOutermostIsAroundEverything() {
        Topology topology = new Topology(
                "Shop",
                List.of(service("a", "one", null, ServiceKind.SERVICE), service("b", "two", null, ServiceKind.SERVICE)),
                List.of(),
                List.of(
                        new Boundary("all", "All", "system", null, null, SOURCE),
                        new Boundary("one", "One", "domain", "all", null, SOURCE),
                        new Boundary("two", "Two", "domain", "all", null, SOURCE)));

        assertThat(through(Lens.BOUNDARY, topology, HealthBoard.EMPTY, Visibility.ALL)
                        .legend()
                        .entries())
                .extracting(Legend.Entry::label)
                .containsExactly("One", "Two");
    }

    @Test
    void aFileHasTheColoursAndSaysWhatTheyMean() {
        Diagram diagram = through(Lens.OWNER, owned(12), HealthBoard.EMPTY, Visibility.ALL)
                .withLegend();
        String svg = SvgExporter.export(diagram, Palette.DARK);

        assertThat(svg).contains("data-lens=\"owner\"").contains(">team-11 12<").contains(">nobody 1<");
        for (Legend.Entry entry : diagram.legend().entries()) {
            assertThat(svg).contains(Palette.DARK.hex(entry.colour()));
        }
        for (LegendRows.Item item :
                LegendRows.of(diagram.legend(), diagram.bounds().width()).items()) {
            assertThat(Objects.requireNonNull(diagram.legendPlace()).y() + item.y())
                    .isLessThan(diagram.bounds().bottom());
            assertThat(item.x()).isLessThan(diagram.bounds().width());
        }
    }

    private static Diagram through(Lens lens, Topology topology, HealthBoard board, Visibility visibility) {
        VisibleGraph graph = VisibleGraph.of(topology, visibility);
        TreeMap<NodeId, Box> boxes = new TreeMap<>();
        graph.nodes().forEach(node -> boxes.put(node.id(), new Box(0, boxes.size() * 60.0, 190, 52)));
        Layout layout = new Layout(boxes, new TreeMap<>(), new TreeMap<>(), new Box(0, 0, 190, boxes.size() * 60.0));
        return DiagramBuilder.build(
                topology,
                graph,
                Layers.DEFAULT,
                layout,
                FoldedHubs.NONE,
                board,
                Attention.NONE,
                Highlight.NONE,
                lens,
                Set.of(),
                BookingPicture.NOW);
    }

    private static int matching(Term term, Topology topology, HealthBoard board) {
        return Filter.of(new Expression(List.of(term)), topology, ServiceGraph.of(topology))
                .matching(board, Attention.NONE, BookingPicture.NOW)
                .size();
    }

    private static Tint tint(Diagram diagram, String id) {
        return diagram.cards().stream()
                .filter(card -> card.id().id().equals(id))
                .map(card -> Objects.requireNonNull(card.tint()))
                .findFirst()
                .orElseThrow();
    }

    /// Team n has n + 1 services, and nobody has one.
    private static Topology owned(int teams) {
        List<Service> services = new ArrayList<>(List.of(service("free", null, null, ServiceKind.SERVICE)));
        for (int team = 0; team < teams; team++) {
            for (int i = 0; i <= team; i++) {
                services.add(service("s-" + team + "-" + i, null, "team-" + team, ServiceKind.SERVICE));
            }
        }
        return new Topology("Teams", services, List.of(), List.of());
    }

    private static Service service(String id, @Nullable String boundary, @Nullable String owner, ServiceKind kind) {
        return Service.builder(id, SOURCE)
                .kind(kind)
                .boundary(boundary)
                .owner(owner)
                .build();
    }

    private static Dependency dependency(String from, String to) {
        return new Dependency(
                from,
                to,
                DependencyKind.SYNC,
                true,
                null,
                null,
                List.of(new Evidence(Certainty.DECLARED, "test", SOURCE)),
                false);
    }
}
