package dev.orrery.diagram;

import dev.orrery.diagram.Diagram.Card;
import dev.orrery.graph.Hubs;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The lines for which badges stand: each straight from its badge to the hub, from border to border. They are shown few
/// at a time and come and go, so they look for no way around boxes, and nothing makes room for them.
final class FoldedLines {
    private FoldedLines() {}

    static SortedMap<VisibleGraph.Edge, Route> of(VisibleGraph graph, Hubs hubs, List<Card> cards) {
        SortedMap<VisibleGraph.Edge, Route> routes =
                new TreeMap<>((one, other) -> one.id().compareTo(other.id()));
        if (hubs.isNone()) {
            return routes;
        }
        Map<NodeId, Card> byId = new HashMap<>();
        cards.forEach(card -> byId.put(card.id(), card));
        for (VisibleGraph.Edge edge : graph.edges()) {
            Card from = byId.get(edge.id().from());
            Card to = byId.get(edge.id().to());
            if (hubs.folds(edge.id()) && from != null && to != null) {
                routes.put(edge, between(from, to));
            }
        }
        return routes;
    }

    private static Route between(Card from, Card to) {
        Point start = from.hubs().badges().stream()
                .filter(badge -> badge.hubs().contains(to.id()))
                .map(badge -> new Point(
                        from.box().x() + badge.x() + badge.width() / 2,
                        from.box().y() + HubMark.top(from.box().height()) + HubBadge.SHAPE_SIZE / 2))
                .findFirst()
                .orElseGet(() -> middle(from.box()));
        Point end = middle(to.box());
        return new Route(List.of(border(from.box(), start, end), border(to.box(), end, start)));
    }

    private static Point middle(Box box) {
        return new Point(box.centerX(), box.centerY());
    }

    /// Where the way from a point inside a box to one elsewhere leaves the box; the point itself where it does not.
    private static Point border(Box box, Point inside, Point outside) {
        double dx = outside.x() - inside.x();
        double dy = outside.y() - inside.y();
        double part =
                Math.min(leaving(inside.x(), dx, box.x(), box.right()), leaving(inside.y(), dy, box.y(), box.bottom()));
        return part >= 1 ? inside : new Point(inside.x() + part * dx, inside.y() + part * dy);
    }

    private static double leaving(double at, double step, double low, double high) {
        if (step == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, ((step > 0 ? high : low) - at) / step);
    }
}
