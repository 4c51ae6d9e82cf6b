package dev.orrery.layout.steady;

import dev.orrery.layout.Box;
import dev.orrery.layout.Frames;
import dev.orrery.layout.Spacing;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes room for what grew, came or was put somewhere by hand, among items that lie beside each other. What is in
/// the way is pushed to the side on which it lies, and pushes on in the same direction, so that everything keeps
/// its neighbours. What was put by hand stays, and others are pushed past it.
final class Push {
    /// So many pushes for each item; more are a sign that two of them push each other on.
    private static final int ENOUGH = 40;

    private final List<Item> items;
    private final Deque<Item> pushing = new ArrayDeque<>();
    private final Set<Item> waiting = new HashSet<>();

    private Push(List<Item> items) {
        this.items = items;
    }

    /// @param items all with a place, sorted
    static void apart(List<Item> items) {
        Push push = new Push(items);
        items.stream()
                .filter(Item::isChanged)
                .sorted(Comparator.comparing((Item item) -> !item.held))
                .forEach(push::enqueue);
        push.run();
    }

    private void enqueue(Item item) {
        if (waiting.add(item)) {
            pushing.add(item);
        }
    }

    private void run() {
        int left = ENOUGH * items.size();
        while (!pushing.isEmpty() && left > 0) {
            Item item = pushing.remove();
            waiting.remove(item);
            for (Item other : items) {
                if (other != item
                        && left > 0
                        && reached(item, other).grown(clear(item, other)).overlaps(other.now())) {
                    left--;
                    meet(item, other);
                }
            }
            item.passed = null;
        }
    }

    /// Nobody is leapt over: what lies in the direction in which the item was pushed is met on the way too.
    private static Box reached(Item item, Item other) {
        return item.passed != null && item.pushed != null && lay(other, item, item.pushed)
                ? Frames.hull(item.passed, item.now())
                : item.now();
    }

    /// What lay closer to each other before may stay so.
    private static double clear(Item item, Item other) {
        if (item.before == null || other.before == null) {
            return Spacing.CLEAR;
        }
        double room = 0;
        for (Side side : Side.values()) {
            room = Math.max(room, side.gap(other.before, item.before));
        }
        return Math.min(room, Spacing.CLEAR);
    }

    /// What is met gives way, or where that would turn the two round, what came.
    private void meet(Item came, Item met) {
        Side away = kept(met, came);
        Side back = kept(came, met);
        if (!met.held && (away != null || back == null || came.held)) {
            giveWay(met, came, away == null ? somewhere(met, came) : away);
        } else if (!came.held) {
            giveWay(came, met, back == null ? somewhere(came, met) : back);
        }
    }

    /// @param item that has to go
    /// @param other that pushes it
    private void giveWay(Item item, Item other, Side side) {
        Box origin = other.before == null ? other.now() : other.before;
        double room = item.before == null ? 0 : side.gap(origin, item.before);
        double way = Math.clamp(room, Spacing.CLEAR, side.usual()) - side.gap(other.now(), item.now());
        item.pushed = side;
        item.passed = item.passed == null ? item.now() : Frames.hull(item.passed, item.now());
        item.shift(side.dx(Math.ceil(way)), side.dy(Math.ceil(way)));
        enqueue(item);
    }

    /// The side on which the item lay before. What lay below stays below, since rows say who needs whom; null where
    /// there
    /// is none.
    private static @Nullable Side kept(Item item, Item other) {
        for (Side side : Side.values()) {
            if (side != back(item) && lay(item, other, side)) {
                return side;
            }
        }
        return null;
    }

    private static Side somewhere(Item item, Item other) {
        if (item.pushed != null) {
            return item.pushed;
        }
        return other.pushed != null && !other.held ? other.pushed : nearest(item, other);
    }

    /// What is pushed is never pushed back.
    private static @Nullable Side back(Item item) {
        return item.pushed == null ? null : item.pushed.opposite();
    }

    private static boolean lay(Item there, Item origin, Side side) {
        return there.before != null && origin.before != null && side.gap(origin.before, there.before) >= 0;
    }

    private static Side nearest(Item item, Item other) {
        Side best = Side.BELOW;
        for (Side side : Side.values()) {
            if (side.gap(other.now(), item.now()) > best.gap(other.now(), item.now())) {
                best = side;
            }
        }
        return best;
    }
}
