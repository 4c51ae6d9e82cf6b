package dev.orrery.app.canvas;

import dev.orrery.app.raster.Raster;
import dev.orrery.app.raster.Scaling;
import dev.orrery.diagram.Colour;
import dev.orrery.layout.Box;
import java.nio.IntBuffer;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The painted part of the picture, in pixels as large as the canvas: everything but what has nodes. What is little is
/// painted at once. Of what is much the last painting is shown, moved and scaled to where the camera is, until a worker
/// has painted it anew. FX thread only.
///
/// It paints in its layout, so that it does so once a frame however much has changed.
final class Backdrop extends Region {
    /// Cards and edges that are painted within a frame, wherever they lie.
    private static final int SMALL = 600;
    /// Entries of the index that are painted within a frame.
    private static final int MOST_AT_ONCE = 1_500;
    /// Painted beyond the canvas on every side, so that panning has something to show.
    private static final int AROUND = 160;
    /// Width and height of the picture of everything, shown where nothing better is there yet.
    private static final int OVERVIEW = 900;

    private final ImageView view = new ImageView();
    private final BackPainter near;
    private final BackPainter far;
    private final Painter painter = new Painter();
    private final Supplier<Painting> wanted;
    private final Supplier<Viewport> camera;
    private final Runnable after;
    private final AnimationTimer listening = new AnimationTimer() {
        @Override
        public void handle(long now) {
            listen();
        }
    };
    private Raster front = new Raster(1, 1);
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private BackPainter.@Nullable Done shown;
    private BackPainter.@Nullable Done overview;
    private Painting painted = Painting.NOTHING;
    private Projection place = new Projection(0, 0, 1);

    /// @param wanted what to paint; the same instance where nothing has changed
    /// @param after called when something was painted
    Backdrop(Executor worker, Supplier<Painting> wanted, Supplier<Viewport> camera, Runnable after) {
        near = new BackPainter(worker);
        far = new BackPainter(worker);
        this.wanted = wanted;
        this.camera = camera;
        this.after = after;
        // So that its layout is no matter of anyone else's.
        setManaged(false);
        setMouseTransparent(true);
        view.setManaged(false);
        view.setSmooth(false);
        getChildren().add(view);
    }

    /// What the pixels on the screen were painted from.
    Painting painted() {
        return painted;
    }

    /// Whether a part of a picture is too much for one frame.
    static boolean isMuch(PlaceIndex index, Box seen) {
        return index.size() > SMALL && index.isCrowded(seen, MOST_AT_ONCE);
    }

    @Override
    protected void layoutChildren() {
        int width = (int) Math.ceil(getWidth());
        int height = (int) Math.ceil(getHeight());
        if (width <= 0 || height <= 0) {
            return;
        }
        Painting painting = wanted.get();
        Viewport viewport = camera.get();
        Projection next = Projection.of(viewport);
        if (!painting.transit().arrived() || !isMuch(painting.index(), viewport.seen(width, height))) {
            resize(width, height);
            painter.paint(painting, next, front, 0, 0, width, height);
            painted = painting;
            shown = null;
        } else {
            showFinished(painting, next, width, height);
        }
        place = next;
        PixelBuffer<IntBuffer> pixels = buffer;
        if (pixels != null) {
            pixels.updateBuffer(_ -> null);
        }
        after.run();
    }

    private void showFinished(Painting painting, Projection next, int width, int height) {
        take();
        if (shown == null) {
            // What was painted last goes on being shown.
            shown = new BackPainter.Done(
                    new BackPainter.Wish(painted, place, front.width(), front.height()),
                    front.pixels().clone());
        }
        resize(width, height);
        BackPainter.Done best = shown;
        boolean covered = covers(best, next, width, height);
        if (!covered || !isGood(best, painting, next)) {
            Projection whole = new Projection(Math.rint(next.x()) + AROUND, Math.rint(next.y()) + AROUND, next.zoom());
            near.want(new BackPainter.Wish(painting, whole, width + 2 * AROUND, height + 2 * AROUND));
            listening.start();
        }
        if (!covered) {
            showOverview(painting, next);
        }
        put(best, next);
        painted = best.wish().painting();
    }

    @SuppressWarnings("ReferenceEquality") // Comparing whole diagrams would take as long as painting them.
    private void showOverview(Painting painting, Projection next) {
        front.clear(painting.inks().of(Colour.CANVAS));
        BackPainter.Done all = overview;
        if (all == null
                || all.wish().painting().diagram() != painting.diagram()
                || !all.wish().painting().inks().equals(painting.inks())) {
            Box bounds = painting.diagram().bounds();
            far.want(new BackPainter.Wish(
                    painting.bare(), Projection.fitting(bounds, OVERVIEW, OVERVIEW), OVERVIEW, OVERVIEW));
            listening.start();
        }
        if (all != null && all.wish().painting().index().equals(painting.index())) {
            put(all, next);
        }
    }

    private void put(BackPainter.Done done, Projection next) {
        double scale = next.zoom() / done.wish().place().zoom();
        double dx = next.x() - done.wish().place().x() * scale;
        double dy = next.y() - done.wish().place().y() * scale;
        if (scale == 1) {
            dx = Math.rint(dx);
            dy = Math.rint(dy);
        }
        Scaling.draw(done.pixels(), done.wish().width(), done.wish().height(), scale, dx, dy, front);
    }

    /// Whether pixels show the right thing at the right size.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isGood(BackPainter.Done done, Painting painting, Projection next) {
        return done.wish().painting() == painting && done.wish().place().zoom() == next.zoom();
    }

    private static boolean covers(BackPainter.Done done, Projection next, int width, int height) {
        Projection at = done.wish().place();
        double scale = next.zoom() / at.zoom();
        double left = next.x() - at.x() * scale;
        double top = next.y() - at.y() * scale;
        return left < 1
                && top < 1
                && left + done.wish().width() * scale > width - 1
                && top + done.wish().height() * scale > height - 1;
    }

    private void listen() {
        if (take()) {
            requestLayout();
        } else if (!near.isBusy() && !far.isBusy()) {
            listening.stop();
        }
    }

    /// Takes over what the worker has finished.
    private boolean take() {
        BackPainter.Done finished = near.take();
        if (finished != null) {
            if (shown != null) {
                near.giveBack(shown.pixels());
            }
            shown = finished;
        }
        BackPainter.Done all = far.take();
        if (all != null) {
            if (overview != null) {
                far.giveBack(overview.pixels());
            }
            overview = all;
        }
        return finished != null || all != null;
    }

    private void resize(int width, int height) {
        if (front.width() != width || front.height() != height) {
            IntBuffer ints = IntBuffer.allocate(width * height);
            PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(width, height, ints, PixelFormat.getIntArgbPreInstance());
            front = new Raster(width, height, ints.array());
            buffer = pixels;
            view.setImage(new WritableImage(pixels));
        }
    }
}
