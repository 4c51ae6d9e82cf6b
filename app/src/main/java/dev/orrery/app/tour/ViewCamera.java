package dev.orrery.app.tour;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.app.canvas.Viewport;
import dev.orrery.graph.NodeId;
import dev.orrery.guide.Camera;
import dev.orrery.guide.NamedView;
import dev.orrery.layout.Box;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.session.Session;
import dev.orrery.session.Viewing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Moves the camera to what a named view shows as soon as its picture is there, and back after a tour. FX thread
/// only.
public final class ViewCamera {
    private final DiagramCanvas canvas;
    private long moves;
    private @Nullable Viewport before;
    private boolean fittedBefore;
    private boolean touring;

    public ViewCamera(DiagramCanvas canvas) {
        this.canvas = canvas;
    }

    /// To be told of every session, after the canvas.
    public void follow(Session session) {
        Viewing viewing = session.viewing();
        canvas.present(viewing.tour() != null);
        if (viewing.tour() != null && !touring) {
            before = canvas.viewportProperty().get();
            fittedBefore = canvas.isFitted();
            touring = true;
        }
        boolean there = session.opened() != null
                && session.arranging() == null
                && session.opening().isEmpty();
        if (viewing.moves() == moves || !there) {
            return;
        }
        moves = viewing.moves();
        NamedView shown = viewing.shown();
        if (shown != null) {
            go(shown.camera(), session.picture().layout());
        } else if (touring) {
            goBack();
        }
        touring = viewing.tour() != null;
    }

    /// Where the camera is now, told from the box that is nearest to its middle.
    public Camera now(Session session) {
        if (canvas.isFitted()) {
            return Camera.WHOLE;
        }
        Viewport viewport = canvas.viewportProperty().get();
        Point middle = viewport.toDiagram(canvas.getWidth() / 2, canvas.getHeight() / 2);
        NodeId nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<NodeId, Box> box : session.picture().layout().boxes().entrySet()) {
            double far = Math.hypot(
                    box.getValue().centerX() - middle.x(), box.getValue().centerY() - middle.y());
            if (far < least) {
                least = far;
                nearest = box.getKey();
            }
        }
        Point origin = origin(nearest, session.picture().layout());
        return new Camera.At(nearest, middle.x() - origin.x(), middle.y() - origin.y(), viewport.zoom()).rounded();
    }

    private void go(Camera camera, Layout layout) {
        switch (camera) {
            case Camera.Fit fit when fit.nodes().isEmpty() -> canvas.fit();
            case Camera.Fit fit -> canvas.fitAll(fit.nodes());
            case Camera.At at -> {
                Point origin = origin(at.from(), layout);
                canvas.lookAt(new Point(origin.x() + at.x(), origin.y() + at.y()), at.zoom());
            }
        }
    }

    private void goBack() {
        Viewport was = before;
        if (fittedBefore || was == null) {
            canvas.fit();
        } else {
            canvas.glideTo(was);
        }
    }

    /// The middle of a box or frame; the picture's own origin where there is none.
    private static Point origin(@Nullable NodeId from, Layout layout) {
        Box box = from == null ? null : layout.boxes().get(from);
        if (box == null && from != null && from.of() == NodeId.Of.BOUNDARY) {
            box = layout.frames().get(from.id());
        }
        return box == null ? new Point(0, 0) : new Point(box.centerX(), box.centerY());
    }
}
