package dev.orrery.layout.layered;

import java.util.Arrays;

/// Takes one whole long edge out of all its rows at once and puts it back on the way that crosses least, by dynamic
/// programming over its layers. Crossings never become more.
///
/// Between two layers, with the upper dummy in slot p and the lower in slot q, the edge crosses every other that
/// starts before p and ends from q on, or starts from p on and ends before q. As q goes on by one item, each of the
/// item's edges adds one for all p up to its start and takes one off for all p after it: a change at one place where
/// only differences between neighbouring slots are kept, so the best p for every q costs a logarithm an edge.
///
/// An end that no other edge holds moves along with its edge.
final class EdgeReinsertion {
    private final Rows rows;
    private final Levels levels;
    private final PrefixMinimum minimum = new PrefixMinimum();
    private final int[] differences;
    /// For each row on the way, the least cost of reaching each slot of its window.
    private int[][] costs = new int[0][];

    private int[] items = new int[0];
    private int[] lows = new int[0];
    private int[] highs = new int[0];
    private int count;

    EdgeReinsertion(Rows rows) {
        this.rows = rows;
        levels = rows.levels;
        int widest = Arrays.stream(rows.rows).mapToInt(row -> row.length).max().orElse(0);
        differences = new int[widest + 2];
    }

    /// One pass over all edges with dummies.
    ///
    /// @param window how far from where it lies each dummy may go
    /// @param work so many slots are looked at, or a few more
    /// @return by how much crossings became fewer
    long run(int window, long work) {
        long gained = 0;
        long left = work;
        for (int edge = 0; edge < levels.graph.edges() && left > 0; edge++) {
            if (collect(edge, window)) {
                gained += reinsert(edge);
                for (int i = 0; i < count; i++) {
                    left -= highs[i] - lows[i] + 1;
                }
            }
        }
        return gained;
    }

    /// @return by how much crossings became fewer
    long reinsert(int edge, int window) {
        return collect(edge, window) ? reinsert(edge) : 0;
    }

    private boolean collect(int edge, int window) {
        int top = levels.graph.from()[edge];
        int bottom = levels.graph.to()[edge];
        int dummies = levels.endOfDummies(edge) - levels.firstDummy(edge);
        if (dummies == 0) {
            return false;
        }
        if (items.length < dummies + 2) {
            items = new int[dummies + 2];
            lows = new int[dummies + 2];
            highs = new int[dummies + 2];
            costs = Arrays.copyOf(costs, dummies + 2);
        }
        count = 0;
        if (isEnd(top)) {
            items[count++] = top;
        }
        for (int dummy = levels.firstDummy(edge); dummy < levels.endOfDummies(edge); dummy++) {
            items[count++] = dummy;
        }
        if (isEnd(bottom)) {
            items[count++] = bottom;
        }
        for (int i = 0; i < count; i++) {
            int place = rows.place[items[i]];
            lows[i] = Math.max(0, place - window);
            highs[i] = Math.min(row(i).length - 1, place + window);
            int slots = highs[i] - lows[i] + 1;
            if (costs[i] == null || costs[i].length < slots) {
                costs[i] = new int[slots];
            }
        }
        return true;
    }

    private boolean isEnd(int node) {
        return levels.degree(node, true) + levels.degree(node, false) == 1;
    }

    private int[] row(int i) {
        return rows.rows[levels.layer[items[i]]];
    }

    private long reinsert(int edge) {
        int top = levels.graph.from()[edge];
        int bottom = levels.graph.to()[edge];
        Arrays.fill(costs[0], 0, slots(0), 0);
        if (items[0] != top) {
            addFixed(0, top, false);
        }
        long old = costs[0][placeInWindow(0)];
        for (int i = 1; i < count; i++) {
            old += step(i);
        }
        int[] last = costs[count - 1];
        if (items[count - 1] != bottom) {
            old -= last[placeInWindow(count - 1)];
            addFixed(count - 1, bottom, true);
            old += last[placeInWindow(count - 1)];
        }
        if (count == 1) {
            old = last[placeInWindow(0)];
        }
        int slot = nearest(last, slots(count - 1), placeInWindow(count - 1));
        long gained = old - last[slot];
        if (gained > 0) {
            follow(slot);
        }
        return gained;
    }

    /// Goes back from the last slot and moves every item.
    private void follow(int lastSlot) {
        int[] chosen = new int[count];
        chosen[count - 1] = lows[count - 1] + lastSlot;
        for (int i = count - 1; i > 0; i--) {
            differ(i, chosen[i]);
            for (int slot = 1; slot < slots(i - 1); slot++) {
                differences[slot] += differences[slot - 1];
            }
            chosen[i - 1] = lows[i - 1] + nearest(differences, slots(i - 1), placeInWindow(i - 1));
        }
        for (int i = 0; i < count; i++) {
            rows.move(items[i], chosen[i]);
        }
    }

    private int slots(int i) {
        return highs[i] - lows[i] + 1;
    }

    private int placeInWindow(int i) {
        return rows.place[items[i]] - lows[i];
    }

    /// The place of an item in the row of `items[i]`, were that not there.
    private int without(int item, int i) {
        int place = rows.place[item];
        return place > rows.place[items[i]] ? place - 1 : place;
    }

    private int itemWithout(int i, int place) {
        return row(i)[place >= rows.place[items[i]] ? place + 1 : place];
    }

    /// Adds to the costs of row `i` what the piece to an end that stays crosses, less what it crosses from slot 0.
    private void addFixed(int i, int end, boolean below) {
        int place = rows.place[end];
        int cost = 0;
        for (int slot = 1; slot < slots(i); slot++) {
            int item = itemWithout(i, lows[i] + slot - 1);
            for (int j = 0; j < levels.degree(item, !below); j++) {
                cost += Integer.compare(rows.place[levels.neighbour(item, !below, j)], place);
            }
            costs[i][slot] += cost;
        }
    }

    /// From one row to the next. Costs are counted less what the piece between the first slots of both crosses.
    ///
    /// @return what the piece as it lies crosses, counted so
    private int step(int i) {
        int low = lows[i - 1];
        int slots = slots(i - 1);
        differ(i, lows[i]);
        minimum.fill(differences, slots);
        int crossed = 0;
        int base = 0;
        for (int slot = 0; slot < slots(i); slot++) {
            if (slot > 0) {
                int item = itemWithout(i, lows[i] + slot - 1);
                for (int j = 0; j < levels.degree(item, true); j++) {
                    int x = without(levels.neighbour(item, true, j), i - 1) - low;
                    base += x < 0 ? -1 : 1;
                    if (x >= 0 && x + 1 < slots) {
                        minimum.add(x + 1, -2);
                    }
                }
            }
            costs[i][slot] = base + minimum.least();
            if (slot == placeInWindow(i)) {
                int from = placeInWindow(i - 1);
                crossed = base + minimum.sum(from) - costs[i - 1][from];
            }
        }
        return crossed;
    }

    /// The cost of going on to slot `q` of row `i`, as differences from slot to slot of the row before.
    private void differ(int i, int q) {
        int[] before = costs[i - 1];
        differences[0] = before[0];
        for (int slot = 1; slot < slots(i - 1); slot++) {
            int item = itemWithout(i - 1, lows[i - 1] + slot - 1);
            int more = before[slot] - before[slot - 1];
            for (int j = 0; j < levels.degree(item, false); j++) {
                more += without(levels.neighbour(item, false, j), i) >= q ? 1 : -1;
            }
            differences[slot] = more;
        }
    }

    private static int nearest(int[] values, int count, int wanted) {
        int best = wanted;
        for (int i = 0; i < count; i++) {
            if (values[i] < values[best]
                    || (values[i] == values[best] && Math.abs(i - wanted) < Math.abs(best - wanted))) {
                best = i;
            }
        }
        return best;
    }
}
