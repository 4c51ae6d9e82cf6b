package dev.orrery.layout.layered;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Packing;
import java.util.List;
import java.util.SortedMap;

/// Places the boxes of a graph with opened boundaries.
final class NestedPicture {
    /// How many pairs of edges the search looks at, and how many in each flow that is tried.
    private static final long WORK = 20_000_000;

    private static final long TRIAL = WORK / 8;
    /// Larger pictures are drawn from top to bottom whatever their shape.
    private static final int MOST_FOR_TRIALS = 400;
    /// Width to height below which a picture is worth being made wider.
    private static final double TALL = 1.1;
    /// Shapes that are at most this much off that of a screen are as good as it.
    private static final double NEAR_ENOUGH = 0.3;

    private static final double SHAPE = 0.6;

    private NestedPicture() {}

    /// @param request for a graph of at least one node
    static SortedMap<NodeId, Box> of(LayoutRequest request, Cancellation cancellation) {
        TileTree best = new TileTree(request, Flow.DOWN, cancellation);
        SiblingSearch search = new SiblingSearch(best, cancellation);
        if (request.graph().nodes().size() <= MOST_FOR_TRIALS && best.root.width < TALL * best.root.height) {
            search.run(TRIAL);
            double least = badness(best, search);
            for (Flow flow : List.of(Flow.ACROSS_INSIDE, Flow.ACROSS_OUTSIDE)) {
                TileTree tree = new TileTree(request, flow, cancellation);
                SiblingSearch other = new SiblingSearch(tree, cancellation);
                other.run(TRIAL);
                double badness = badness(tree, other);
                if (badness < least) {
                    least = badness;
                    best = tree;
                    search = other;
                }
            }
        }
        search.run(WORK);
        return best.boxes();
    }

    /// Between flows crossings count twice.
    private static double badness(TileTree tree, SiblingSearch search) {
        double off = Packing.offShape(tree.root.width, tree.root.height, Packing.ASPECT);
        double badness = search.badness();
        return badness + StrictMath.log(tree.lines.crossings() + 2.0) + SHAPE * Math.max(0, off - NEAR_ENOUGH);
    }
}
