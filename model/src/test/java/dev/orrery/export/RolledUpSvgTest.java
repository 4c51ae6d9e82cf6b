package dev.orrery.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramBuilder;
import dev.orrery.diagram.EdgeSummary;
import dev.orrery.diagram.Highlight;
import dev.orrery.diagram.LineStyle;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.Topologies;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RolledUpSvgTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Topology topology = shop();

    @Test
    void aLineForSeveralTellsCountKindsAndTheWorstHealth() {
        Diagram diagram = diagram(failing("db"), Set.of("back"));
        Diagram.Edge edge = diagram.edges().getFirst();

        assertThat(EdgeSummary.kinds(edge.dependencies())).isEqualTo("1 sync, 1 async, 1 data");
        assertThat(edge.worst()).isEqualTo(Health.DOWN);
        String svg = SvgExporter.export(diagram, Palette.LIGHT);
        assertThat(svg)
                .contains("data-count=\"3\"")
                .contains(
                        "3 dependencies, required; 1 sync, 1 async, 1 data; " + "the worst of what is needed is down");
    }

    @Test
    void theShapeBesideTheCountSaysWhatIsNotWellAndMovesNothing() {
        Diagram well = diagram(HealthBoard.of(topology), Set.of("back"));
        Diagram down = diagram(failing("db"), Set.of("back"));

        assertThat(well.edges().getFirst().told()).isNull();
        assertThat(down.edges().getFirst().told()).isEqualTo(Health.DOWN);
        assertThat(down.edges().getFirst().labelAt())
                .isEqualTo(well.edges().getFirst().labelAt());
        Box box = Measures.label(
                "3", Objects.requireNonNull(down.edges().getFirst().labelAt()));
        assertThat(Measures.labelShapeX("3", box)).isGreaterThan(box.x());
        assertThat(Measures.labelTextX(box, false)).isEqualTo(box.centerX());
    }

    @Test
    void aLineForOneSaysNothingOfHealth() {
        Diagram open = diagram(failing("db"), Set.of());

        assertThat(open.edges())
                .hasSize(3)
                .allSatisfy(edge -> assertThat(edge.worst()).isNull());
        assertThat(SvgExporter.export(open, Palette.LIGHT)).doesNotContain("data-count");
    }

    @Test
    void aCommunityIsDashedAndCalledSo() {
        Diagram closed = diagram(HealthBoard.of(topology), Set.of("back", "front"));
        Diagram open = diagram(HealthBoard.of(topology), Set.of("back"));

        Diagram.BoundaryCard card = (Diagram.BoundaryCard) closed.cards().stream()
                .filter(one -> one.id().id().equals("front"))
                .findFirst()
                .orElseThrow();
        assertThat(card.community()).isTrue();
        assertThat(card.subtitle()).isEqualTo("community of 1");
        assertThat(LineStyle.behind(card).dashes()).isNotEmpty();
        Diagram.Frame frame = open.frames().getFirst();
        assertThat(frame.community()).isTrue();
        assertThat(frame.owner()).isEqualTo("community");
        assertThat(LineStyle.of(frame).dashes()).isNotEmpty();
        assertThat(SvgExporter.export(closed, Palette.LIGHT)).contains("stroke-dasharray=\"5 4\"");
    }

    private Diagram diagram(HealthBoard board, Set<String> collapsed) {
        VisibleGraph graph = VisibleGraph.of(topology, new Visibility(collapsed));
        return DiagramBuilder.build(
                topology,
                graph,
                new LayeredEngine().layout(Measures.request(topology, graph, List.of()), Cancellation.NEVER),
                board,
                Highlight.NONE,
                Set.of(),
                NOW);
    }

    private HealthBoard failing(String service) {
        HealthBoard board = HealthBoard.of(topology);
        for (int i = 3; i > 0; i--) {
            board = board.with(
                    List.of(new Observation(
                            new CheckId(service, 0),
                            NOW.minusSeconds(5L * i),
                            Duration.ofMillis(12),
                            Verdict.FAIL,
                            Reason.of("refused"),
                            null,
                            null,
                            List.of(),
                            null)),
                    HealthPolicy.DEFAULT);
        }
        return board;
    }

    /// A web page in a community needs three services behind it, each in another way.
    private static Topology shop() {
        Topology plain = Topologies.topology()
                .boundaries("back")
                .services("web", "api@back", "db@back", "mail@back")
                .needs("web>api", "web>db", "web>mail")
                .build();
        List<Service> services = plain.services().stream()
                .map(service -> service.id().equals("web")
                        ? service.withBoundary("front")
                        : service.withHealthChecks(List.of(new HealthCheck(
                                "http://localhost/" + service.id(),
                                HealthCheck.DEFAULT_INTERVAL,
                                HealthCheck.DEFAULT_TIMEOUT,
                                null,
                                service.source()))))
                .toList();
        List<Dependency> dependencies = plain.dependencies().stream()
                .map(need -> new Dependency(
                        need.from(),
                        need.to(),
                        switch (need.to()) {
                            case "db" -> DependencyKind.DATA;
                            case "mail" -> DependencyKind.ASYNC;
                            default -> DependencyKind.SYNC;
                        },
                        true,
                        null,
                        null,
                        need.evidence(),
                        false))
                .toList();
        List<Boundary> boundaries = new ArrayList<>(plain.boundaries());
        boundaries.add(Boundary.community("front", "around web", null));
        return new Topology("Shop", services, dependencies, boundaries);
    }
}
