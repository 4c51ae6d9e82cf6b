package dev.orrery.app.canvas;

import dev.orrery.app.raster.Raster;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramDiff;
import dev.orrery.diagram.FindingMark;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Paints beside the FX thread what is too much for one frame. The newest wish wins; what can be kept of the picture
/// before is moved over instead of painted anew.
final class BackPainter {
    /// Where more of a picture has changed, all of it is painted.
    private static final int MOST_PATCHES = 1_500;

    private final Executor worker;
    private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();
    private final AtomicReference<@Nullable Done> done = new AtomicReference<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final ConcurrentLinkedQueue<int[]> free = new ConcurrentLinkedQueue<>();

    // What follows belongs to the worker.
    private final Painter painter = new Painter();
    private Raster raster = new Raster(1, 1);
    private Raster other = new Raster(1, 1);
    private @Nullable Wish last;
    private volatile long pixelsPainted;

    /// @param place where the diagram is to lie on the pixels
    record Wish(Painting painting, Projection place, int width, int height) {}

    /// @param pixels `wish.width() * wish.height()` or more; to be given back
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Done(Wish wish, int[] pixels) {}

    BackPainter(Executor worker) {
        this.worker = worker;
    }

    void want(Wish next) {
        wish.set(next);
        if (running.compareAndSet(false, true)) {
            worker.execute(this::work);
        }
    }

    /// What has been finished since the last time, the newest; null where nothing has.
    @Nullable
    Done take() {
        return done.getAndSet(null);
    }

    /// Whether something is still to come.
    boolean isBusy() {
        return running.get() || done.get() != null;
    }

    /// How many it has painted, ever.
    long pixelsPainted() {
        return pixelsPainted;
    }

    /// Takes pixels back, to be used again.
    void giveBack(int[] pixels) {
        if (free.size() < 2) {
            free.add(pixels);
        }
    }

    /// One wish at a time, so that others who share the worker have their turn.
    private void work() {
        try {
            Wish next = wish.getAndSet(null);
            if (next != null) {
                paint(next);
                publish(next);
            }
        } finally {
            running.set(false);
        }
        if (wish.get() != null && running.compareAndSet(false, true)) {
            worker.execute(this::work);
        }
    }

    private void publish(Wish painted) {
        int size = painted.width() * painted.height();
        int[] pixels = free.poll();
        if (pixels == null || pixels.length < size) {
            pixels = new int[size];
        }
        System.arraycopy(raster.pixels(), 0, pixels, 0, size);
        Done before = done.getAndSet(new Done(painted, pixels));
        if (before != null) {
            giveBack(before.pixels());
        }
    }

    private void paint(Wish next) {
        Wish before = last;
        last = next;
        int width = next.width();
        int height = next.height();
        if (before == null || before.width() != width || before.height() != height) {
            raster = new Raster(width, height);
            other = new Raster(width, height);
            before = null;
        }
        double dx = before == null ? 0 : next.place().x() - before.place().x();
        double dy = before == null ? 0 : next.place().y() - before.place().y();
        boolean kept = before != null
                && next.place().zoom() == before.place().zoom()
                && dx == Math.rint(dx)
                && dy == Math.rint(dy)
                && Math.abs(dx) < width
                && Math.abs(dy) < height
                && next.painting().differsInLooksFrom(before.painting())
                && patch(before.painting().diagram(), next, before.place());
        if (before == null || !kept) {
            paint(next.painting(), next.place(), 0, 0, width, height);
        } else if (dx != 0 || dy != 0) {
            shift((int) dx, (int) dy, next);
        }
    }

    /// Paints over what looks different now, at its place before.
    ///
    /// @return false where that would be more than to paint all
    @SuppressWarnings("ReferenceEquality") // The same diagram needs no comparing.
    private boolean patch(Diagram before, Wish next, Projection place) {
        Diagram now = next.painting().diagram();
        if (before == now) {
            return true;
        }
        if (hasMarks(before) || hasMarks(now)) {
            // Flags and signs reach beyond their boxes and lines.
            return false;
        }
        DiagramDiff diff = DiagramDiff.between(before, now);
        Box seen = place.under(0, 0, next.width(), next.height());
        List<Diagram.Card> cards = diff.cards().restyled().stream()
                .filter(card -> card.box().overlaps(seen))
                .toList();
        List<Diagram.Edge> edges = diff.edges().restyled().stream()
                .filter(edge -> PlaceIndex.around(edge.route()).overlaps(seen))
                .toList();
        int pieces =
                edges.stream().mapToInt(edge -> edge.route().points().size()).sum();
        int frames = 30 * diff.frames().restyled().size();
        if (cards.size() + pieces + frames > MOST_PATCHES) {
            return false;
        }
        cards.forEach(card -> patch(card.box().grown(FindingMark.HEIGHT), next, place));
        for (Diagram.Edge edge : edges) {
            List<Point> points = edge.route().points();
            for (int i = 1; i < points.size(); i++) {
                patch(PlaceIndex.piece(points.get(i - 1), points.get(i)), next, place);
            }
            if (edge.labelAt() != null) {
                Point at = edge.labelAt();
                patch(new Box(at.x() - 40, at.y() - 12, 80, 24), next, place);
            }
            if (edge.findingsAt() != null) {
                Point at = edge.findingsAt();
                patch(edge.findings().around(at.x(), at.y(), 2.1), next, place);
            }
        }
        diff.frames().restyled().forEach(frame -> patch(frame.box(), next, place));
        return true;
    }

    private static boolean hasMarks(Diagram diagram) {
        return diagram.cards().stream().anyMatch(card -> card.mark() != null)
                || diagram.edges().stream().anyMatch(edge -> edge.mark() != null);
    }

    private void patch(Box box, Wish next, Projection place) {
        Box on = place.of(box).grown(2);
        int left = (int) Math.max(0, Math.floor(on.x()));
        int top = (int) Math.max(0, Math.floor(on.y()));
        int right = (int) Math.min(next.width(), Math.ceil(on.right()));
        int bottom = (int) Math.min(next.height(), Math.ceil(on.bottom()));
        if (left < right && top < bottom) {
            paint(next.painting(), place, left, top, right, bottom);
        }
    }

    /// Moves what stays in sight and paints the rest.
    private void shift(int dx, int dy, Wish next) {
        int width = next.width();
        int height = next.height();
        int left = Math.max(0, dx);
        int right = Math.min(width, width + dx);
        int top = Math.max(0, dy);
        int bottom = Math.min(height, height + dy);
        for (int y = top; y < bottom; y++) {
            System.arraycopy(
                    raster.pixels(), (y - dy) * width + left - dx, other.pixels(), y * width + left, right - left);
        }
        Raster swap = raster;
        raster = other;
        other = swap;
        strip(next, 0, 0, width, top);
        strip(next, 0, bottom, width, height);
        strip(next, 0, top, left, bottom);
        strip(next, right, top, width, bottom);
    }

    private void strip(Wish next, int left, int top, int right, int bottom) {
        if (left < right && top < bottom) {
            paint(next.painting(), next.place(), left, top, right, bottom);
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // The worker alone counts.
    private void paint(Painting painting, Projection place, int left, int top, int right, int bottom) {
        pixelsPainted += (long) (right - left) * (bottom - top);
        painter.paint(painting, place, raster, left, top, right, bottom);
    }
}
