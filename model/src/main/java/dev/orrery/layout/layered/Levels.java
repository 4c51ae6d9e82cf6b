package dev.orrery.layout.layered;

/// A graph in layers in which every edge leads from one layer to the next: an edge across several is a chain with an
/// item of no width, a *dummy*, in each layer between.
///
/// Items are numbered: first the nodes, then the dummies, those of one edge in a row from top to bottom.
final class Levels {
    final Digraph graph;
    /// The number of layers.
    final int depth;
    /// The layer of each item.
    final int[] layer;
    /// The first dummy of each edge; where an edge has none, that of the next.
    private final int[] dummies;
    /// For each item, where its neighbours of the layer above begin, and in them those below.
    private final int[] upStarts;

    private final int[] downStarts;
    private final int[] ups;
    private final int[] downs;

    /// @param layers of each node; every edge leads downwards
    Levels(Digraph graph, int[] layers) {
        this.graph = graph;
        dummies = new int[graph.edges() + 1];
        dummies[0] = graph.nodes();
        for (int edge = 0; edge < graph.edges(); edge++) {
            int span = layers[graph.to()[edge]] - layers[graph.from()[edge]];
            dummies[edge + 1] = dummies[edge] + span - 1;
        }
        int items = dummies[graph.edges()];
        layer = new int[items];
        System.arraycopy(layers, 0, layer, 0, graph.nodes());
        int deepest = 0;
        for (int at : layers) {
            deepest = Math.max(deepest, at);
        }
        depth = graph.nodes() == 0 ? 0 : deepest + 1;
        upStarts = starts(graph.inDegrees(), items);
        downStarts = starts(graph.outDegrees(), items);
        ups = new int[upStarts[items]];
        downs = new int[downStarts[items]];
        fill();
    }

    private static int[] starts(int[] degrees, int items) {
        int[] starts = new int[items + 1];
        for (int item = 0; item < items; item++) {
            starts[item + 1] = starts[item] + (item < degrees.length ? degrees[item] : 1);
        }
        return starts;
    }

    private void fill() {
        int[] nextUp = upStarts.clone();
        int[] nextDown = downStarts.clone();
        for (int edge = 0; edge < graph.edges(); edge++) {
            int above = graph.from()[edge];
            for (int dummy = dummies[edge]; dummy < dummies[edge + 1]; dummy++) {
                layer[dummy] = layer[above] + 1;
                downs[nextDown[above]++] = dummy;
                ups[nextUp[dummy]++] = above;
                above = dummy;
            }
            int bottom = graph.to()[edge];
            downs[nextDown[above]++] = bottom;
            ups[nextUp[bottom]++] = above;
        }
    }

    int items() {
        return layer.length;
    }

    boolean isDummy(int item) {
        return item >= graph.nodes();
    }

    int firstDummy(int edge) {
        return dummies[edge];
    }

    /// One past the last dummy of an edge.
    int endOfDummies(int edge) {
        return dummies[edge + 1];
    }

    /// How many items between layers are joined, in all.
    int segments() {
        return downs.length;
    }

    int degree(int item, boolean up) {
        return up ? upStarts[item + 1] - upStarts[item] : downStarts[item + 1] - downStarts[item];
    }

    /// A neighbour of an item in the layer above or below.
    int neighbour(int item, boolean up, int index) {
        return up ? ups[upStarts[item] + index] : downs[downStarts[item] + index];
    }
}
