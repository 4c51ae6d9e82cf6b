package dev.orrery.layout;

import java.util.ArrayList;
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

    private static final int PARTS = 4;
    /// In which round it was last reached; negative once it was expanded.
    private static final int SEEN = 0;

    private static final int COST = 1;
    private static final int CAME_FROM = 2;
    /// One more than what is left where the way may end here; else 0.
    private static final int LEFT = 3;

    private final Ground ground;
    /// Only where lines were thinned out can a box lie between another and the line next to it.
    private final BoxIndex boxes;
    private final Grid grid;
    /// For each state [#PARTS] numbers side by side, since one is seldom wanted without the others.
    private final int[] known;
    /// How many states there are.
    private final int states;
    /// The states in which the way may end.
    private final List<Integer> goals = new ArrayList<>();
    /// For each line, how far it is from there to the box at the end.
    private final double[] toGoalX;

    private final double[] toGoalY;
    private final Frontier frontier = new Frontier();
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
        states = 2 * grid.xs.length * grid.ys.length;
        known = new int[PARTS * states];
        toGoalX = new double[grid.xs.length];
        toGoalY = new double[grid.ys.length];
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
        frontier.clear();
        goals.forEach(state -> known[PARTS * state + LEFT] = 0);
        goals.clear();
        for (int frame = -1; frame < ground.frames().size(); frame++) {
            bordersToGoal[frame + 1] =
                    BORDER * ground.borders(frame, ground.frameOf().get(to));
        }
        Box start = ground.boxes().get(from);
        Box goal = ground.boxes().get(to);
        distances(grid.xs, goal.x(), goal.right(), toGoalX);
        distances(grid.ys, goal.y(), goal.bottom(), toGoalY);
        ends(to, start, open, false);
        ends(from, goal, open, true);
        while (!frontier.isEmpty()) {
            int state = frontier.pop();
            if (state >= states) {
                return found(state - states);
            }
            int at = PARTS * state;
            if (known[at + SEEN] != -round) {
                known[at + SEEN] = -round;
                expand(state, open);
            }
        }
        return null;
    }

    private static void distances(double[] lines, double near, double far, double[] distances) {
        for (int line = 0; line < lines.length; line++) {
            distances[line] = Math.max(0, Math.max(near - lines[line], lines[line] - far));
        }
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
                end(number, above * grid.width + column, true, price, stub, open, begin);
            }
            if (under >= 0) {
                double way = grid.ys[under] - box.bottom();
                int price = off + CROWDED_LONG_SIDE * crowd[first + 1] + (begin ? 0 : BACKWARDS) + (int) way;
                Box stub = new Box(x, box.bottom(), 0, way);
                end(number, under * grid.width + column, true, price, stub, open, begin);
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
                end(number, row * grid.width + left, false, price, new Box(grid.xs[left], y, way, 0), open, begin);
            }
            if (right >= 0) {
                double way = grid.xs[right] - box.right();
                int price = off + CROWDED * crowd[first + 3] + (int) way;
                end(number, row * grid.width + right, false, price, new Box(box.right(), y, way, 0), open, begin);
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

    private void end(int number, int crossing, boolean down, int price, Box stub, boolean[] open, boolean begin) {
        int frame = grid.frameAt[crossing];
        if (!mayEnter(frame, open) || meetsTitle(stub) || boxes.touches(stub, number)) {
            return;
        }
        int state = 2 * crossing + (down ? 1 : 0);
        int whole = price + BORDER * ground.borders(ground.frameOf().get(number), frame);
        if (begin) {
            reach(state, whole, -1, crossing / grid.width, crossing % grid.width);
            return;
        }
        int at = PARTS * state + LEFT;
        if (known[at] == 0) {
            goals.add(state);
        }
        if (known[at] == 0 || whole + 1 < known[at]) {
            known[at] = whole + 1;
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

    private void expand(int state, boolean[] open) {
        int cost = known[PARTS * state + COST];
        int left = known[PARTS * state + LEFT];
        if (left != 0) {
            frontier.push(cost + left - 1, states + state);
        }
        int row = state / 2 / grid.width;
        int column = state / 2 % grid.width;
        reach(state ^ 1, cost + BEND, state, row, column);
        boolean down = state % 2 == 1;
        Choice lines = down ? rows : columns;
        int line = down ? row : column;
        int next = lines.next(line);
        if (next >= 0) {
            step(state, cost, row, column, next, open);
        }
        int before = lines.before(line);
        if (before >= 0) {
            step(state, cost, row, column, before, open);
        }
    }

    /// From one chosen line to the next, over all that lie between.
    private void step(int state, int cost, int row, int column, int to, boolean[] open) {
        boolean down = state % 2 == 1;
        int[] steps = down ? grid.down : grid.right;
        int[] lengths = down ? grid.heights : grid.widths;
        int line = down ? row : column;
        int sign = to > line ? 1 : -1;
        int one = down ? sign * grid.width : sign;
        // Ways across lie on both sides of a crossing, but for those on the first line.
        int[] across = down ? grid.right : grid.down;
        int other = down ? 1 : grid.width;
        boolean alone = down ? column == 0 : row == 0;
        int here = state / 2;
        int frame = grid.frameAt[here];
        int price = cost;
        for (; line != to; line += sign) {
            int there = here + one;
            int step = steps[Math.min(here, there)];
            int next = grid.frameAt[there];
            if ((step & Grid.CLOSED) != 0 || !mayEnter(next, open)) {
                return;
            }
            if (next != frame) {
                price += BORDER * ground.borders(frame, next);
                frame = next;
            }
            int length = lengths[sign > 0 ? line : line - 1];
            price += length;
            int used = step >> Grid.USED;
            if (used > 0) {
                price += Math.min(SHARED_BY_MANY, used) * (SHARED + length / SHARED_LENGTH);
            }
            if (!alone) {
                price += CROSSING * (Math.min(across[there - other], across[there]) >> Grid.USED);
            }
            if ((step & Grid.NARROW) != 0) {
                price += NARROW + length;
            }
            here = there;
        }
        reach(2 * here + (state & 1), price, state, down ? to : row, down ? column : to);
    }

    private void reach(int state, int price, int before, int row, int column) {
        int at = PARTS * state;
        int seen = known[at + SEEN];
        if (seen == -round || (seen == round && known[at + COST] <= price)) {
            return;
        }
        known[at + SEEN] = round;
        known[at + COST] = price;
        known[at + CAME_FROM] = before;
        double left = toGoalX[column];
        double up = toGoalY[row];
        boolean turns = state % 2 == 1 ? left > 0 : up > 0;
        int rest = (int) (left + up) + (turns ? BEND : 0) + bordersToGoal[grid.frameAt[state / 2] + 1];
        frontier.push(price + rest + rest * hurry / 4, state);
    }

    private Found found(int goal) {
        List<Integer> turns = new ArrayList<>();
        turns.add(goal / 2);
        int state = goal;
        int before = known[PARTS * state + CAME_FROM];
        while (before >= 0) {
            if (before % 2 != state % 2) {
                turns.add(state / 2);
            }
            state = before;
            before = known[PARTS * state + CAME_FROM];
        }
        turns.add(state / 2);
        return new Found(turns.reversed(), state % 2 == 1, goal % 2 == 1);
    }
}
