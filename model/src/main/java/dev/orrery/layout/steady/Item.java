package dev.orrery.layout.steady;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Frames;
import dev.orrery.layout.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A box, or an opened boundary with all that is in it, among those beside it. Changes while room is made.
final class Item {
    final NodeId id;
    /// Of the box; of an opened boundary the least size of its title band.
    final Size size;
    /// What lies directly in an opened boundary; empty for a box.
    final List<Item> inside = new ArrayList<>();
    /// Where it was on the picture before; null where it was not.
    final @Nullable Box before;
    /// The opened boundary, or the whole picture, that it lies in directly; null for the whole picture.
    @Nullable
    Item around;

    /// Whether it was put by hand, or holds what was.
    boolean held;
    /// Which way it was pushed so far.
    @Nullable
    Side pushed;

    /// Where it came by since it last pushed others; null where it did not move since.
    @Nullable
    Box passed;

    private @Nullable Box now;

    /// @param now null until it has a place
    Item(NodeId id, Size size, @Nullable Box before, @Nullable Box now) {
        this.id = id;
        this.size = size;
        this.before = before;
        this.now = now;
    }

    boolean isPlaced() {
        return now != null;
    }

    Box now() {
        return Objects.requireNonNull(now);
    }

    /// Where it is, or was while it has no place yet; null for what is new.
    @Nullable
    Box last() {
        return now == null ? before : now;
    }

    void add(Item item) {
        inside.add(item);
        item.around = this;
    }

    boolean isChanged() {
        return !now().equals(before);
    }

    void put(double x, double y) {
        now = new Box(x, y, size.width(), size.height());
    }

    void shift(double dx, double dy) {
        now = now().moved(dx, dy);
        inside.forEach(item -> item.shift(dx, dy));
    }

    /// Where those inside lie, the frame follows from.
    void enclose() {
        Box content = inside.stream().map(Item::now).reduce(Frames::hull).orElseThrow();
        now = Frames.around(content, size);
        held = held || inside.stream().anyMatch(item -> item.held);
    }
}
