package dev.orrery.layout.elk;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Packing;
import dev.orrery.layout.Pinning;
import dev.orrery.layout.Spacing;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Places boxes in layers from top to bottom with Eclipse ELK, what needs above what is needed, and
/// routes the edges with Orrery's own router.
///
/// ELK recurses, so the work runs on a thread of its own with a large stack; it exists only as long as
/// the work. A cancelled caller returns at once, and the thread ends at the next place where ELK looks.
public final class ElkLayeredEngine implements LayoutEngine {
    /// Virtual memory; only what is used becomes real. 10,000 boxes in one chain need about half of it.
    private static final long STACK_BYTES = 1L << 30;
    /// Beyond this, boxes face what they are joined to outside of their boundary only as far as one
    /// round finds out.
    private static final int WORTH_A_SECOND_ROUND = 400;

    /// Width to height below which a picture is worth being made wider.
    private static final double TALL = 1.1;

    @Override
    public String id() {
        return "elk";
    }

    @Override
    public Layout layout(LayoutRequest request, Cancellation cancellation) {
        return DeepStack.call(STACK_BYTES, cancellation, stop -> place(request, stop));
    }

    private static Layout place(LayoutRequest whole, Cancellation cancellation) {
        if (whole.isPlaced()) {
            return Layout.routed(whole.graph(), whole.placed(), whole.titles(), whole.kept(), cancellation);
        }
        LayoutRequest request = whole.withGraph(whole.graph().needed());
        Nesting nesting = new Nesting(request.graph());
        SortedMap<NodeId, Box> boxes = rounds(request, nesting, Flow.DOWN, cancellation);
        if (!request.graph().boundaries().isEmpty() && boxes.size() <= WORTH_A_SECOND_ROUND && tall(boxes)) {
            for (Flow flow : List.of(Flow.ACROSS_INSIDE, Flow.ACROSS_OUTSIDE)) {
                SortedMap<NodeId, Box> other = rounds(request, nesting, flow, cancellation);
                boxes = badness(request, other) < badness(request, boxes) ? other : boxes;
            }
        }
        SortedMap<NodeId, Box> pinned = Pinning.settle(
                request.graph(), Pinning.towards(boxes, request.pins()), request.titles(), request.pins());
        return Layout.routed(whole.graph(), pinned, request.titles(), new TreeMap<>(), cancellation);
    }

    private static SortedMap<NodeId, Box> rounds(
            LayoutRequest request, Nesting nesting, Flow flow, Cancellation cancellation) {
        SortedMap<NodeId, Box> boxes =
                new NestedPlacement(request, nesting, new TreeMap<>(), flow, cancellation).place();
        return request.graph().boundaries().isEmpty() || boxes.size() > WORTH_A_SECOND_ROUND
                ? boxes
                : new NestedPlacement(request, nesting, boxes, flow, cancellation).place();
    }

    private static boolean tall(SortedMap<NodeId, Box> boxes) {
        Box extent = extent(boxes);
        return extent.width() < extent.height() * TALL;
    }

    /// How far the shape is from a screen's, and how long the edges are.
    private static double badness(LayoutRequest request, SortedMap<NodeId, Box> boxes) {
        double length = Spacing.BELOW;
        for (VisibleGraph.Edge edge : request.graph().edges()) {
            Box from = boxes.get(edge.id().from());
            Box to = boxes.get(edge.id().to());
            if (from != null && to != null) {
                length += Math.abs(from.centerX() - to.centerX()) + Math.abs(from.centerY() - to.centerY());
            }
        }
        Box extent = extent(boxes);
        return Packing.offShape(extent.width(), extent.height(), Packing.ASPECT) + Math.log(length) / 2;
    }

    private static Box extent(SortedMap<NodeId, Box> boxes) {
        double right = 1;
        double bottom = 1;
        for (Box box : boxes.values()) {
            right = Math.max(right, box.right());
            bottom = Math.max(bottom, box.bottom());
        }
        return new Box(0, 0, right, bottom);
    }
}
