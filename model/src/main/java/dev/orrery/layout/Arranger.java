package dev.orrery.layout;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Goes from one layout to the next and moves no more than it must.
///
/// The same boxes in the same boundaries stay where they are; a pin pushes only what is in its way, and
/// edges are routed again. Only where boxes or boundaries come, go or change size is everything placed
/// anew, and then one box keeps its place on the picture.
public final class Arranger {
    private final LayoutEngine engine;

    public Arranger(LayoutEngine engine) {
        this.engine = engine;
    }

    /// The layout of `now`, given that `layout` is what `before` was given.
    ///
    /// @param anchor what was touched, whose top left corner stays; a boundary may be open before and
    ///     collapsed now, or the other way round. Without one, boxes keep their places in the middle of all
    ///     moves; with pins, the pins say where all is
    /// @return `layout` itself where nothing changed
    /// @throws java.util.concurrent.CancellationException soon after `cancellation` says so
    public Layout next(
            LayoutRequest before,
            Layout layout,
            LayoutRequest now,
            @Nullable NodeId anchor,
            Cancellation cancellation) {
        if (!samePlaces(before, now)) {
            Layout anew = engine.layout(now, cancellation);
            return now.pins().isEmpty() ? kept(layout, anew, anchor) : anew;
        }
        if (before.pins().equals(now.pins()) && edges(before.graph()).equals(edges(now.graph()))) {
            return layout;
        }
        SortedMap<NodeId, Box> boxes = Pinning.settle(now.graph(), layout.boxes(), now.titles(), now.pins());
        return Layout.routed(now.graph(), boxes, now.titles(), cancellation);
    }

    /// The layout shifted as a whole, so that a box or the frame of an opened boundary has its top left
    /// corner at `corner`; the layout itself where it has neither.
    public static Layout anchored(Layout layout, NodeId anchor, Point corner) {
        Box box = place(layout, anchor);
        return box == null || (box.x() == corner.x() && box.y() == corner.y())
                ? layout
                : layout.moved(corner.x() - box.x(), corner.y() - box.y());
    }

    private static Layout kept(Layout layout, Layout anew, @Nullable NodeId anchor) {
        Box touched = anchor == null ? null : place(layout, anchor);
        if (anchor != null && touched != null && place(anew, anchor) != null) {
            return anchored(anew, anchor, new Point(touched.x(), touched.y()));
        }
        List<NodeId> common = layout.boxes().keySet().stream()
                .filter(id -> anew.boxes().containsKey(id))
                .toList();
        if (common.isEmpty()) {
            return anew;
        }
        return anew.moved(
                median(common.stream()
                        .map(id -> at(layout, id).x() - at(anew, id).x())
                        .toList()),
                median(common.stream()
                        .map(id -> at(layout, id).y() - at(anew, id).y())
                        .toList()));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Box at(Layout layout, NodeId id) {
        Box box = layout.boxes().get(id);
        if (box == null) {
            throw new IllegalStateException("no place for " + id);
        }
        return box;
    }

    private static @Nullable Box place(Layout layout, NodeId id) {
        Box box = layout.boxes().get(id);
        return box == null && id.of() == NodeId.Of.BOUNDARY ? layout.frames().get(id.id()) : box;
    }

    private static boolean samePlaces(LayoutRequest before, LayoutRequest now) {
        return before.sizes().equals(now.sizes())
                && before.titles().equals(now.titles())
                && before.graph().boundaries().equals(now.graph().boundaries())
                && homes(before.graph()).equals(homes(now.graph()));
    }

    private static List<Home> homes(VisibleGraph graph) {
        return graph.nodes().stream()
                .map(node -> new Home(node.id(), node.boundary()))
                .toList();
    }

    private record Home(NodeId box, @Nullable String boundary) {}

    private static List<VisibleGraph.EdgeId> edges(VisibleGraph graph) {
        return graph.edges().stream().map(VisibleGraph.Edge::id).toList();
    }
}
