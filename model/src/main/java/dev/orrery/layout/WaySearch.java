package dev.orrery.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the cheapest way over the grid from one box to another, by A*: short, with few bends, crossing
/// few borders and few other routes.
final class WaySearch {
    /// What a bend costs, in pixels of detour.
    private static final int BEND = 60;
    /// Crossing the border of a frame that holds one of the ends; high, so that it happens once.
    private static final int BORDER = 160;
    private static final int CROSSING = 45;
    /// Running where another route runs already, for each step of the grid.
    private static final int SHARED = 5;
    /// And once more for each so many pixels of it.
    private static final int SHARED_LENGTH = 100;

    private static final int SHARED_BY_MANY = 8;
    /// Squeezing between a box and the border of its frame, for each step, in addition to the length once more.
    private static final int NARROW = 6;
    /// Leaving or entering at the side while the other box lies above or below.
    private static final int SIDE = 70;
    /// Leaving towards the top or entering from below: against the way in which the picture is read.
    private static final int BACKWARDS = 25;
    /// Joining other ways at a short side, for each that is there already.
    private static final int CROWDED = 16;

    private static final int CROWDED_LONG_SIDE = 4;
    private static final int SIDES = 4;

    private final Ground ground;
    /// Only where lines were thinned out can a box lie between another and the line next to it.
    private final BoxIndex boxes;
    private final Grid grid;
    private final int[] cost;
    private final int[] cameFrom;
    private final int[] seenIn;
    private final int[] goalCost;
    private final int[] goalIn;
    private final Heap heap = new Heap();
    /// How many ways end at each side of each box.
    private final int[] crowd;
    /// How many quarters the estimate of what is left counts more than it is: ways are found sooner and
    /// are rarely longer.
    private final int hurry;
    private int round;
    private final Choice columns;
    private final Choice rows;
    private BitSet levels = new BitSet();
    /// For the outside and each frame, what the borders from there to the goal cost.
    private final int[] bordersToGoal;

    /// A state is twice the number of a crossing, plus one where the way runs vertically.
    WaySearch(Ground ground, Grid grid, int hurry) {
        this.ground = ground;
        boxes = new BoxIndex(ground.boxes());
        this.grid = grid;
        this.hurry = hurry;
        columns = new Choice(grid.lines.xLevels);
        rows = new Choice(grid.lines.yLevels);
        int states = 2 * grid.xs.length * grid.ys.length;
        cost = new int[states];
        cameFrom = new int[states];
        seenIn = new int[states];
        goalCost = new int[states];
        goalIn = new int[states];
        bordersToGoal = new int[ground.frames().size() + 1];
        crowd = new int[SIDES * ground.boxes().size()];
    }

    /// The crossings at which the way turns, with the first and last crossing.
    record Found(List<Integer> turns, boolean firstDown, boolean lastDown) {}

    /// The cheapest way, or null where the grid has none.
    @Nullable
    Found find(int from, int to, boolean[] open) {
        Found near = find(from, to, open, nearLevels(from, to, open));
        return near == null ? find(from, to, open, allLevels(open)) : near;
    }

    /// The levels between the ends: of the frames around one of them, and of the innermost around both.
    private BitSet nearLevels(int from, int to, boolean[] open) {
        BitSet near = new BitSet();
        int shared = -1;
        for (int frame = 0; frame < open.length; frame++) {
            if (open[frame]) {
                boolean both = ground.encloses(frame, ground.frameOf().get(from))
                        && ground.encloses(frame, ground.frameOf().get(to));
                if (both) {
                    // Frames are numbered from the outside in, so the last is the innermost.
                    shared = frame;
                } else {
                    near.set(frame + 1);
                }
            }
        }
        near.set(shared + 1);
        return near;
    }

    private static BitSet allLevels(boolean[] open) {
        BitSet all = new BitSet();
        all.set(0);
        for (int frame = 0; frame < open.length; frame++) {
            all.set(frame + 1, open[frame]);
        }
        return all;
    }

    private @Nullable Found find(int from, int to, boolean[] open, BitSet wanted) {
        round++;
        levels = wanted;
        columns.choose(wanted);
        rows.choose(wanted);
        heap.clear();
        for (int frame = -1; frame < ground.frames().size(); frame++) {
            bordersToGoal[frame + 1] =
                    BORDER * ground.borders(frame, ground.frameOf().get(to));
        }
        Box start = ground.boxes().get(from);
        Box goal = ground.boxes().get(to);
        ends(to, start, open, false);
        ends(from, goal, open, true);
        while (!heap.isEmpty()) {
            int state = heap.pop();
            if (state >= cost.length) {
                return found(state - cost.length);
            }
            if (seenIn[state] == -round) {
                continue;
            }
            seenIn[state] = -round;
            expand(state, goal, open);
        }
        return null;
    }

    /// Notes (`by` 1) or forgets (-1) that a way ends at a box, coming from a crossing next to it.
    void crowd(int number, int crossing, boolean down, int by) {
        Box box = ground.boxes().get(number);
        int side;
        if (down) {
            side = grid.ys[crossing / grid.width] < box.y() ? 0 : 1;
        } else {
            side = grid.xs[crossing % grid.width] < box.x() ? 2 : 3;
        }
        crowd[SIDES * number + side] += by;
    }

    /// The crossings next to the sides of a box, as beginnings or as goals.
    private void ends(int number, Box other, boolean[] open, boolean begin) {
        Box box = ground.boxes().get(number);
        boolean level = other.y() < box.bottom() && box.y() < other.bottom();
        int side = level ? 0 : SIDE;
        int flat = level && (other.x() >= box.right() || other.right() <= box.x()) ? SIDE : 0;
        int first = SIDES * number;
        int column = Grid.first(grid.xs, box.x() + Lines.CORNER - 0.1);
        int above = chosenBefore(rows, grid.ys, box.y());
        int under = chosenAfter(rows, grid.ys, box.bottom());
        for (; column < grid.width && grid.xs[column] <= box.right() - Lines.CORNER; column++) {
            if (!columns.isChosen(column, levels)) {
                continue;
            }
            double x = grid.xs[column];
            int off = flat + (int) (Math.abs(x - box.centerX()) / 4);
            if (above >= 0) {
                double way = box.y() - grid.ys[above];
                int price = off + CROWDED_LONG_SIDE * crowd[first] + (begin ? BACKWARDS : 0) + (int) way;
                Box stub = new Box(x, grid.ys[above], 0, way);
                end(number, above * grid.width + column, true, price, stub, open, other, begin);
            }
            if (under >= 0) {
                double way = grid.ys[under] - box.bottom();
                int price = off + CROWDED_LONG_SIDE * crowd[first + 1] + (begin ? 0 : BACKWARDS) + (int) way;
                Box stub = new Box(x, box.bottom(), 0, way);
                end(number, under * grid.width + column, true, price, stub, open, other, begin);
            }
        }
        int row = Grid.first(grid.ys, box.y() + Lines.CORNER - 0.1);
        int left = chosenBefore(columns, grid.xs, box.x());
        int right = chosenAfter(columns, grid.xs, box.right());
        for (; row < grid.ys.length && grid.ys[row] <= box.bottom() - Lines.CORNER; row++) {
            if (!rows.isChosen(row, levels)) {
                continue;
            }
            double y = grid.ys[row];
            int off = side + (int) (Math.abs(y - box.centerY()) / 2);
            if (left >= 0) {
                double way = box.x() - grid.xs[left];
                int price = off + CROWDED * crowd[first + 2] + (int) way;
                end(
                        number,
                        row * grid.width + left,
                        false,
                        price,
                        new Box(grid.xs[left], y, way, 0),
                        open,
                        other,
                        begin);
            }
            if (right >= 0) {
                double way = grid.xs[right] - box.right();
                int price = off + CROWDED * crowd[first + 3] + (int) way;
                end(
                        number,
                        row * grid.width + right,
                        false,
                        price,
                        new Box(box.right(), y, way, 0),
                        open,
                        other,
                        begin);
            }
        }
    }

    private int chosenBefore(Choice choice, double[] lines, double at) {
        int line = Grid.before(lines, at);
        return line < 0 || choice.isChosen(line, levels) ? line : choice.before(line);
    }

    private int chosenAfter(Choice choice, double[] lines, double at) {
        int line = Grid.first(lines, at);
        if (line == lines.length) {
            return -1;
        }
        return choice.isChosen(line, levels) ? line : choice.next(line);
    }

    private void end(
            int number, int crossing, boolean down, int price, Box stub, boolean[] open, Box other, boolean begin) {
        int frame = grid.frameAt(crossing);
        if (!mayEnter(frame, open) || meetsTitle(stub) || boxes.touches(stub, number)) {
            return;
        }
        int state = 2 * crossing + (down ? 1 : 0);
        int whole = price + BORDER * ground.borders(ground.frameOf().get(number), frame);
        if (begin) {
            reach(state, whole, -1, other);
        } else if (goalIn[state] != round || whole < goalCost[state]) {
            goalIn[state] = round;
            goalCost[state] = whole;
        }
    }

    private boolean meetsTitle(Box stub) {
        for (Box title : ground.titles()) {
            if (stub.x() < title.right() + 2
                    && title.x() < stub.right() + 2
                    && stub.y() < title.bottom()
                    && title.y() < stub.bottom()) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayEnter(int frame, boolean[] open) {
        return frame < 0 || open[frame];
    }

    private void expand(int state, Box goal, boolean[] open) {
        if (goalIn[state] == round) {
            heap.push(cost[state] + goalCost[state], cost.length + state);
        }
        int crossing = state / 2;
        boolean down = state % 2 == 1;
        reach(state ^ 1, cost[state] + BEND, state, goal);
        int column = crossing % grid.width;
        int row = crossing / grid.width;
        int next = down ? rows.next(row) : columns.next(column);
        if (next >= 0) {
            step(state, crossing, down ? next * grid.width + column : row * grid.width + next, goal, open);
        }
        int before = down ? rows.before(row) : columns.before(column);
        if (before >= 0) {
            step(state, crossing, down ? before * grid.width + column : row * grid.width + before, goal, open);
        }
    }

    /// From one chosen line to the next, over all that lie between.
    private void step(int state, int from, int to, Box goal, boolean[] open) {
        boolean down = state % 2 == 1;
        int one = down ? grid.width : 1;
        int sign = to > from ? one : -one;
        int price = cost[state];
        int frame = grid.frameAt(from);
        for (int here = from; here != to; here += sign) {
            int there = here + sign;
            int low = Math.min(here, there);
            int next = grid.frameAt(there);
            if (!(down ? grid.freeDown(low) : grid.freeRight(low)) || !mayEnter(next, open)) {
                return;
            }
            if (next != frame) {
                price += BORDER * ground.borders(frame, next);
                frame = next;
            }
            int length = length(here, there, down);
            int used = Math.min(SHARED_BY_MANY, grid.used(low, down));
            price += length + used * (SHARED + length / SHARED_LENGTH) + across(there, down);
            if (grid.narrow(low, down)) {
                price += NARROW + length;
            }
        }
        reach(2 * to + (down ? 1 : 0), price, state, goal);
    }

    private int length(int here, int there, boolean down) {
        return (int) Math.ceil(
                down
                        ? Math.abs(grid.ys[there / grid.width] - grid.ys[here / grid.width])
                        : Math.abs(grid.xs[there % grid.width] - grid.xs[here % grid.width]));
    }

    /// What it costs to cross others: a route that runs across a crossing takes the steps on both sides of it.
    private int across(int crossing, boolean down) {
        int before = down ? crossing - 1 : crossing - grid.width;
        boolean edge = down ? crossing % grid.width == 0 : before < 0;
        return edge ? 0 : CROSSING * Math.min(grid.used(before, !down), grid.used(crossing, !down));
    }

    private void reach(int state, int price, int before, Box goal) {
        if (seenIn[state] == -round || (seenIn[state] == round && cost[state] <= price)) {
            return;
        }
        seenIn[state] = round;
        cost[state] = price;
        cameFrom[state] = before;
        double x = grid.xs[state / 2 % grid.width];
        double y = grid.ys[state / 2 / grid.width];
        double left = Math.max(0, Math.max(goal.x() - x, x - goal.right()));
        double up = Math.max(0, Math.max(goal.y() - y, y - goal.bottom()));
        boolean turns = state % 2 == 1 ? left > 0 : up > 0;
        int rest = (int) (left + up) + (turns ? BEND : 0) + bordersToGoal[grid.frameAt(state / 2) + 1];
        heap.push(price + rest + rest * hurry / 4, state);
    }

    private Found found(int goal) {
        List<Integer> turns = new ArrayList<>();
        turns.add(goal / 2);
        int state = goal;
        int before = cameFrom[state];
        while (before >= 0) {
            if (before % 2 != state % 2) {
                turns.add(state / 2);
            }
            state = before;
            before = cameFrom[state];
        }
        turns.add(state / 2);
        return new Found(turns.reversed(), state % 2 == 1, goal % 2 == 1);
    }

    /// A binary heap of states by price; of equal prices the lower state comes first, so that the
    /// answer is the same every time.
    private static final class Heap {
        private long[] entries = new long[1024];
        private int size;

        void clear() {
            size = 0;
        }

        boolean isEmpty() {
            return size == 0;
        }

        void push(int price, int state) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, 2 * size);
            }
            long entry = (long) price << 32 | state;
            int at = size++;
            while (at > 0 && entries[(at - 1) / 2] > entry) {
                entries[at] = entries[(at - 1) / 2];
                at = (at - 1) / 2;
            }
            entries[at] = entry;
        }

        int pop() {
            long top = entries[0];
            long last = entries[--size];
            int at = 0;
            while (2 * at + 1 < size) {
                int child = 2 * at + 1;
                if (child + 1 < size && entries[child + 1] < entries[child]) {
                    child++;
                }
                if (entries[child] >= last) {
                    break;
                }
                entries[at] = entries[child];
                at = child;
            }
            entries[at] = last;
            return (int) top;
        }
    }
}
