package dev.orrery.layout.elk;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Pinning;
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

    @Override
    public String id() {
        return "elk";
    }

    @Override
    public Layout layout(LayoutRequest request, Cancellation cancellation) {
        return DeepStack.call(STACK_BYTES, cancellation, stop -> place(request, stop));
    }

    private static Layout place(LayoutRequest request, Cancellation cancellation) {
        Nesting nesting = new Nesting(request.graph());
        SortedMap<NodeId, Box> boxes = new NestedPlacement(request, nesting, new TreeMap<>(), cancellation).place();
        if (!request.graph().boundaries().isEmpty() && boxes.size() <= WORTH_A_SECOND_ROUND) {
            boxes = new NestedPlacement(request, nesting, boxes, cancellation).place();
        }
        SortedMap<NodeId, Box> pinned = Pinning.settle(
                request.graph(), Pinning.towards(boxes, request.pins()), request.titles(), request.pins());
        return Layout.routed(request.graph(), pinned, request.titles(), cancellation);
    }
}
