package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramBuilder;
import dev.orrery.diagram.Emphasis;
import dev.orrery.diagram.FindingMark;
import dev.orrery.diagram.HealthMark;
import dev.orrery.diagram.Highlight;
import dev.orrery.diagram.HubMark;
import dev.orrery.diagram.Measures;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.inspection.Finding;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.text.Messages;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Diagrams of the bundled samples, laid out as in the window, with health made by hand.
public record Pictures(
        Topology topology,
        Visibility visibility,
        Highlight highlight,
        Map<String, Verdict> answers,
        Set<NodeId> pinned) {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final List<Severity> SEVERITIES = List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

    /// @param sample below `samples/`
    public static Pictures sample(String sample) {
        Topology topology = TopologyLoader.standard()
                .load(List.of(Path.of("../samples", sample)))
                .topology();
        return new Pictures(topology, Visibility.ALL, Highlight.NONE, Map.of(), Set.of());
    }

    public static Pictures of(Topology topology) {
        return new Pictures(topology, Visibility.ALL, Highlight.NONE, Map.of(), Set.of());
    }

    /// The rest is up; a gap leaves it pending.
    public Pictures answering(String service, Verdict verdict) {
        Map<String, Verdict> more = new HashMap<>(answers);
        more.put(service, verdict);
        return new Pictures(topology, visibility, highlight, more, pinned);
    }

    public Pictures collapsed(String boundary) {
        return new Pictures(topology, visibility.collapse(boundary), highlight, answers, pinned);
    }

    public Pictures selected(NodeId id, boolean impact) {
        return new Pictures(topology, visibility, new Highlight(id, impact), answers, pinned);
    }

    public Pictures pinned(NodeId id) {
        Set<NodeId> more = new HashSet<>(pinned);
        more.add(id);
        return new Pictures(topology, visibility, highlight, answers, more);
    }

    public Diagram diagram() {
        VisibleGraph graph = VisibleGraph.of(topology, visibility);
        return DiagramBuilder.build(
                topology,
                graph,
                new LayeredEngine().layout(Measures.request(topology, graph, List.of()), () -> false),
                board(),
                highlight,
                pinned,
                NOW);
    }

    private HealthBoard board() {
        List<Observation> said = new ArrayList<>();
        for (Service service : topology.services()) {
            for (int check = 0; check < service.healthChecks().size(); check++) {
                Verdict verdict = answers.getOrDefault(service.id(), Verdict.PASS);
                if (verdict == Verdict.GAP) {
                    continue;
                }
                said.add(new Observation(
                        new CheckId(service.id(), check),
                        NOW.minusSeconds(4 + Math.floorMod(service.id().hashCode(), 20)),
                        Duration.ofMillis(12),
                        verdict,
                        Reason.of("ok"),
                        200,
                        null,
                        List.of(),
                        null));
            }
        }
        return HealthBoard.ofOneRound(topology, said);
    }

    /// A grid of cards, each needing the next one and the one below: for sizes that need no layout.
    public static Diagram grid(int columns, int rows) {
        List<Diagram.Card> cards = new ArrayList<>();
        List<Diagram.Edge> edges = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cards.add(card(column, row, Health.UP));
                if (column + 1 < columns) {
                    edges.add(edge(column, row, column + 1, row));
                }
                if (row + 1 < rows) {
                    edges.add(edge(column, row, column, row + 1));
                }
            }
        }
        return new Diagram("Grid", new Box(0, 0, columns * 230 - 40, rows * 108 - 56), List.of(), edges, cards);
    }

    public static Diagram.Card card(int column, int row, Health health) {
        return new Diagram.ServiceCard(
                NodeId.service(name(column, row)),
                box(column, row),
                name(column, row),
                name(column, row),
                "Java, Spring Boot",
                ServiceKind.SERVICE,
                new HealthMark(health, true, Messages.of(health.messageKey()), "5 s", null, false),
                Emphasis.NORMAL,
                false,
                true);
    }

    /// The card with a row for hubs.
    static Diagram.Card leaning(Diagram.Card card, HubMark hubs) {
        Box box = card.box();
        return new Diagram.ServiceCard(
                card.id(),
                new Box(box.x(), box.y(), box.width(), box.height() + 20),
                card.title(),
                card.fullTitle(),
                "Java, Spring Boot",
                ServiceKind.SERVICE,
                card.health(),
                card.emphasis(),
                false,
                true,
                null,
                hubs);
    }

    /// A small grid with marks of findings on its cards.
    static Diagram marked() {
        Diagram grid = grid(3, 3);
        List<Diagram.Card> cards = new ArrayList<>();
        for (Diagram.Card card : grid.cards()) {
            Severity severity = SEVERITIES.get(cards.size() % SEVERITIES.size());
            Finding finding = new Finding(
                    "fan-out",
                    new Problem("fan-out", severity, SourceLocation.startOf("t.yaml"), List.of("a", "9")),
                    List.of(card.id().id()),
                    List.of(card.id().id()),
                    List.of(),
                    List.of());
            cards.add(card.with(new FindingMark(Collections.nCopies(1 + cards.size() * 2, finding))));
        }
        return new Diagram(grid.title(), grid.bounds(), grid.frames(), grid.edges(), cards);
    }

    public static String name(int column, int row) {
        return "service-%02d-%02d".formatted(row, column);
    }

    private static Box box(int column, int row) {
        return new Box(column * 230, row * 108, Measures.CARD_WIDTH, Measures.CARD_HEIGHT);
    }

    private static Diagram.Edge edge(int column, int row, int toColumn, int toRow) {
        Box from = box(column, row);
        Box to = box(toColumn, toRow);
        List<Point> points = row == toRow
                ? List.of(new Point(from.right(), from.centerY()), new Point(to.x(), to.centerY()))
                : List.of(new Point(from.centerX(), from.bottom()), new Point(to.centerX(), to.y()));
        return new Diagram.Edge(
                new EdgeId(NodeId.service(name(column, row)), NodeId.service(name(toColumn, toRow))),
                new Route(points),
                List.of(new Dependency(
                        name(column, row),
                        name(toColumn, toRow),
                        DependencyKind.SYNC,
                        true,
                        null,
                        null,
                        List.of(new Evidence(Certainty.DECLARED, "test", SourceLocation.startOf("test"))),
                        false)),
                DependencyKind.SYNC,
                Certainty.DECLARED,
                false,
                null,
                null,
                false,
                Emphasis.NORMAL);
    }
}
