package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Emphasis;
import dev.orrery.diagram.HealthMark;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.Health;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/// Pictures that no layout should make and some file will.
final class BadDiagrams {
    private BadDiagrams() {}

    static List<Diagram> all() {
        return List.of(
                places(Double.NaN), places(1e300), longLabel(), parallel(5_000), star(10_000), star(0), Diagram.EMPTY);
    }

    private static Diagram places(double bad) {
        List<Diagram.Card> cards = List.of(card("a", 0, 0, "a"), card("b", bad, bad, "b"), card("c", 300, bad, "c"));
        Diagram.Frame frame =
                new Diagram.Frame("f", new Box(bad, 0, bad, 10), 0, "f", "f", "owner", mark(), Emphasis.NORMAL);
        List<Diagram.Edge> edges = List.of(
                edge("a", "b", new Point(190, 26), new Point(bad, bad)),
                edge("b", "c", new Point(bad, 3), new Point(bad, bad)));
        return new Diagram("bad", new Box(0, 0, bad, bad), List.of(frame), edges, cards);
    }

    private static Diagram longLabel() {
        String words = "w".repeat(100_000);
        return new Diagram(words, new Box(0, 0, 190, 52), List.of(), List.of(), List.of(card("a", 0, 0, words)));
    }

    private static Diagram parallel(int edges) {
        List<Diagram.Edge> all = new ArrayList<>();
        List<Diagram.Card> cards = new ArrayList<>();
        cards.add(card("to", 500, 0, "to"));
        for (int i = 0; i < edges; i++) {
            // One edge joins two boxes, so that many run along each other from different ones.
            cards.add(card("s" + i, 0, 0, "s" + i));
            all.add(edge("s" + i, "to", new Point(190, 26), new Point(500, 26)));
        }
        return new Diagram("parallel", new Box(0, 0, 690, 52), List.of(), all, cards);
    }

    private static Diagram star(int rays) {
        List<Diagram.Edge> edges = new ArrayList<>();
        List<Diagram.Card> cards = new ArrayList<>();
        cards.add(card("hub", 0, 0, "hub"));
        for (int i = 0; i < rays; i++) {
            cards.add(card("s" + i, i * 230.0, 300, "s" + i));
            edges.add(edge("s" + i, "hub", new Point(i * 230.0 + 95, 300), new Point(95, 52)));
        }
        return new Diagram("star", new Box(0, 0, 230.0 * rays + 190, 352), List.of(), edges, cards);
    }

    private static HealthMark mark() {
        return new HealthMark(Health.UP, true, "up", "5 s", null, false);
    }

    private static Diagram.Card card(String id, double x, double y, String title) {
        return new Diagram.ServiceCard(
                NodeId.service(id),
                new Box(x, y, 190, 52),
                title,
                title,
                title,
                ServiceKind.SERVICE,
                mark(),
                Emphasis.NORMAL,
                false,
                true);
    }

    private static Diagram.Edge edge(String from, String to, Point... points) {
        Evidence evidence = new Evidence(Certainty.DECLARED, "test", SourceLocation.startOf("test"));
        Dependency dependency =
                new Dependency(from, to, DependencyKind.SYNC, true, null, null, List.of(evidence), false);
        return new Diagram.Edge(
                new EdgeId(NodeId.service(from), NodeId.service(to)),
                new Route(List.of(points)),
                List.of(dependency),
                DependencyKind.SYNC,
                Certainty.DECLARED,
                false,
                null,
                null,
                false,
                Emphasis.NORMAL);
    }
}
