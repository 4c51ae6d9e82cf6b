package dev.orrery.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the cheapest way over the grid from one box to another, by A*: short, with few bends, crossing
/// few borders and few other routes.
final class WaySearch {
    /// What a bend costs, in pixels of detour.
    private static final int BEND = 60;
    /// Crossing the border of a frame that holds one of the ends; high, so that it happens once.
    private static final int BORDER = 160;
    private static final int CROSSING = 30;
    /// Running where another route runs already, for each step of the grid.
    private static final int SHARED = 5;
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
    private final Grid grid;
    private final int[] cost;
    private final int[] cameFrom;
    private final int[] seenIn;
    private final int[] goalCost;
    private final int[] goalIn;
    private final Heap heap = new Heap();
    /// How many ways end at each side of each box.
    private final int[] crowd;
    private int round;
    /// For the outside and each frame, what the borders from there to the goal cost.
    private final int[] bordersToGoal;

    /// A state is twice the number of a crossing, plus one where the way runs vertically.
    WaySearch(Ground ground, Grid grid) {
        this.ground = ground;
        this.grid = grid;
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
        round++;
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
        int lastX = Grid.before(grid.xs, box.right() - Lines.CORNER + 0.1);
        for (int column = Grid.first(grid.xs, box.x() + Lines.CORNER - 0.1); column <= lastX; column++) {
            double x = grid.xs[column];
            int off = (int) (Math.abs(x - box.centerX()) / 4);
            int above = Grid.before(grid.ys, box.y());
            int under = Grid.first(grid.ys, box.bottom());
            if (above >= 0) {
                int price = off
                        + flat
                        + CROWDED_LONG_SIDE * crowd[first]
                        + (begin ? BACKWARDS : 0)
                        + (int) (box.y() - grid.ys[above]);
                end(
                        number,
                        above * grid.width + column,
                        true,
                        price,
                        new Box(x, grid.ys[above], 0, box.y() - grid.ys[above]),
                        open,
                        other,
                        begin);
            }
            if (under < grid.ys.length) {
                int price = off
                        + flat
                        + CROWDED_LONG_SIDE * crowd[first + 1]
                        + (begin ? 0 : BACKWARDS)
                        + (int) (grid.ys[under] - box.bottom());
                end(
                        number,
                        under * grid.width + column,
                        true,
                        price,
                        new Box(x, box.bottom(), 0, grid.ys[under] - box.bottom()),
                        open,
                        other,
                        begin);
            }
        }
        int lastY = Grid.before(grid.ys, box.bottom() - Lines.CORNER + 0.1);
        for (int row = Grid.first(grid.ys, box.y() + Lines.CORNER - 0.1); row <= lastY; row++) {
            double y = grid.ys[row];
            int off = (int) (Math.abs(y - box.centerY()) / 2);
            int left = Grid.before(grid.xs, box.x());
            int right = Grid.first(grid.xs, box.right());
            if (left >= 0) {
                end(
                        number,
                        row * grid.width + left,
                        false,
                        off + side + CROWDED * crowd[first + 2] + (int) (box.x() - grid.xs[left]),
                        new Box(grid.xs[left], y, box.x() - grid.xs[left], 0),
                        open,
                        other,
                        begin);
            }
            if (right < grid.xs.length) {
                end(
                        number,
                        row * grid.width + right,
                        false,
                        off + side + CROWDED * crowd[first + 3] + (int) (grid.xs[right] - box.right()),
                        new Box(box.right(), y, grid.xs[right] - box.right(), 0),
                        open,
                        other,
                        begin);
            }
        }
    }

    private void end(
            int number, int crossing, boolean down, int price, Box stub, boolean[] open, Box other, boolean begin) {
        int frame = grid.frameAt(crossing);
        if (!mayEnter(frame, open) || meetsTitle(stub) || meetsBox(stub, number)) {
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

    /// Only where lines were thinned out can a box lie between another and the line next to it.
    private boolean meetsBox(Box stub, int own) {
        for (int number = 0; number < ground.boxes().size(); number++) {
            Box box = ground.boxes().get(number);
            if (number != own
                    && stub.x() <= box.right()
                    && box.x() <= stub.right()
                    && stub.y() <= box.bottom()
                    && box.y() <= stub.bottom()) {
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
        int step = down ? grid.width : 1;
        if (down ? crossing / grid.width + 1 < grid.ys.length : crossing % grid.width + 1 < grid.width) {
            step(state, crossing, crossing + step, crossing, goal, open);
        }
        if (down ? crossing >= grid.width : crossing % grid.width > 0) {
            step(state, crossing, crossing - step, crossing - step, goal, open);
        }
    }

    private void step(int state, int here, int there, int low, Box goal, boolean[] open) {
        boolean down = state % 2 == 1;
        int frame = grid.frameAt(there);
        if (!(down ? grid.freeDown(low) : grid.freeRight(low)) || !mayEnter(frame, open)) {
            return;
        }
        double length = down
                ? Math.abs(grid.ys[there / grid.width] - grid.ys[here / grid.width])
                : Math.abs(grid.xs[there % grid.width] - grid.xs[here % grid.width]);
        int next = cost[state] + (int) Math.ceil(length) + SHARED * Math.min(4, grid.used(low, down));
        if (grid.narrow(low, down)) {
            next += NARROW + (int) Math.ceil(length);
        }
        int hereFrame = grid.frameAt(here);
        if (hereFrame != frame) {
            next += BORDER * ground.borders(hereFrame, frame);
        }
        // A route that runs across the crossing takes the steps on both sides of it.
        int before = down
                ? there % grid.width > 0 ? grid.used(there - 1, false) : 0
                : there >= grid.width ? grid.used(there - grid.width, true) : 0;
        next += CROSSING * Math.min(before, grid.used(there, !down));
        reach(2 * there + (down ? 1 : 0), next, state, goal);
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
        heap.push(price + rest, state);
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
