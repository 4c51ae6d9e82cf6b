package dev.orrery.layout.layered;

import java.util.Arrays;

/// Lowers the crossings of edges drawn straight from centre to centre, which is how a reader follows them: a node goes
/// to another place of its row where that helps.
///
/// Seen from the far end of one of the node's edges, every other edge throws a shadow on the node's row: where the node
/// lies in the shadow, the two cross. So one look at every other edge gives the crossings at all places of the row.
/// Positions are only near to what they will be once the rows are spaced anew.
final class StraightReduction {
    /// How many places to either side a node is tried.
    private static final int REACH = 24;

    private final Rows rows;
    private final Levels levels;
    private final Digraph graph;
    private final Digraph.Lists leaving;
    private final Digraph.Lists entering;
    private final double[] x;
    private final double[] places = new double[2 * REACH + 1];
    /// How many shadows begin at each place, less those that end.
    private final int[] shadows = new int[2 * REACH + 2];
    /// 1 through each number of layers.
    private final double[] parts;

    private int count;

    /// @param x of every item; changed along with the rows
    StraightReduction(Rows rows, double[] x) {
        this.rows = rows;
        this.x = x;
        levels = rows.levels;
        graph = levels.graph;
        leaving = graph.leaving();
        entering = graph.entering();
        parts = new double[levels.depth + 1];
        for (int layers = 1; layers < parts.length; layers++) {
            parts[layers] = 1.0 / layers;
        }
    }

    /// One pass over all nodes.
    ///
    /// @return by how much crossings became fewer
    long run() {
        long gained = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            gained += relocate(node);
        }
        return gained;
    }

    private long relocate(int node) {
        int[] row = rows.rows[levels.layer[node]];
        int here = rows.place[node];
        int lowest = Math.max(0, here - REACH);
        count = Math.min(row.length - 1, here + REACH) - lowest + 1;
        for (int i = 0; i < count; i++) {
            int place = lowest + i;
            places[i] = place == here
                    ? x[node]
                    : between(row, place < here ? place - 1 : place, place < here ? place : place + 1);
        }
        Arrays.fill(shadows, 0, count + 1, 0);
        for (int i = leaving.begin(node); i < leaving.end(node); i++) {
            look(node, graph.to()[leaving.at(i)]);
        }
        for (int i = entering.begin(node); i < entering.end(node); i++) {
            look(node, graph.from()[entering.at(i)]);
        }
        for (int i = 1; i < count; i++) {
            shadows[i] += shadows[i - 1];
        }
        int now = here - lowest;
        int best = now;
        for (int i = 0; i < count; i++) {
            if (shadows[i] < shadows[best]
                    || (shadows[i] == shadows[best] && Math.abs(i - now) < Math.abs(best - now))) {
                best = i;
            }
        }
        int gained = shadows[now] - shadows[best];
        x[node] = places[best];
        rows.move(node, lowest + best);
        return gained;
    }

    private double between(int[] row, int left, int right) {
        if (left < 0) {
            return x[row[right]] - Gaps.LINES;
        }
        return right == row.length ? x[row[left]] + Gaps.LINES : (x[row[left]] + x[row[right]]) / 2;
    }

    /// Notes the shadows of all edges but the node's own and those of `far`. What is asked of every pair of edges is
    /// kept in local variables, and divisions are made beforehand.
    private void look(int node, int far) {
        int[] froms = graph.from();
        int[] tos = graph.to();
        int[] layer = levels.layer;
        int low = Math.min(layer[node], layer[far]);
        int high = Math.max(layer[node], layer[far]);
        int farLayer = layer[far];
        double farX = x[far];
        double away = layer[node] - farLayer;
        double leftmost = places[0];
        double rightmost = places[count - 1];
        for (int edge = 0; edge < froms.length; edge++) {
            int from = froms[edge];
            int to = tos[edge];
            int top = layer[from];
            int bottom = layer[to];
            if (top >= high || low >= bottom || from == node || to == node || from == far || to == far) {
                continue;
            }
            double slope = (x[to] - x[from]) * parts[bottom - top];
            int first = Math.max(top, low);
            int last = Math.min(bottom, high);
            double firstAside = x[from] + slope * (first - top) - farX;
            double lastAside = x[from] + slope * (last - top) - farX;
            double one = shadow(firstAside, first - farLayer, farX, away);
            double other = shadow(lastAside, last - farLayer, farX, away);
            double left = Math.min(one, other);
            double right = Math.max(one, other);
            if (left < rightmost && right >= leftmost) {
                int begin = after(left, 0);
                shadows[begin]++;
                shadows[after(right, begin)]--;
            }
        }
    }

    /// Where a point throws its shadow on the row of a node that is `away` layers from the far end.
    private double shadow(double aside, int layers, double farX, double away) {
        if (layers == 0) {
            return aside < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return farX + aside * away * (layers < 0 ? -parts[-layers] : parts[layers]);
    }

    /// The number of the first place beyond `at`, from `from` on.
    private int after(double at, int from) {
        int low = from;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle] <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// How many pairs of edges cross, those with a common end left out.
    long all() {
        long crossings = 0;
        for (int edge = 0; edge < graph.edges(); edge++) {
            crossings += crossings(edge);
        }
        return crossings;
    }

    /// With the edges after it.
    private int crossings(int edge) {
        int a = graph.from()[edge];
        int b = graph.to()[edge];
        int crossings = 0;
        for (int other = edge + 1; other < graph.edges(); other++) {
            int c = graph.from()[other];
            int d = graph.to()[other];
            if (levels.layer[c] < levels.layer[b]
                    && levels.layer[a] < levels.layer[d]
                    && a != c
                    && a != d
                    && b != c
                    && b != d
                    && side(a, b, c) != side(a, b, d)
                    && side(c, d, a) != side(c, d, b)) {
                crossings++;
            }
        }
        return crossings;
    }

    private boolean side(int a, int b, int p) {
        return (x[b] - x[a]) * (levels.layer[p] - levels.layer[a]) - (levels.layer[b] - levels.layer[a]) * (x[p] - x[a])
                > 0;
    }
}
