package dev.orrery.app.canvas;

import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.layout.Size;
import java.util.List;

/// The camera: a point of the diagram lies at `point * zoom + offset` on the canvas. Pure.
///
/// @param x horizontal offset in pixels of the canvas
/// @param y vertical offset in pixels of the canvas
/// @param zoom 1 is 100 %
public record Viewport(double x, double y, double zoom) {
    public static final double SMALLEST = 0.01;
    public static final double LARGEST = 4;
    public static final Viewport HOME = new Viewport(0, 0, 1);

    public Viewport {
        zoom = Math.clamp(zoom, SMALLEST, LARGEST);
    }

    public Viewport panned(double dx, double dy) {
        return new Viewport(x + dx, y + dy, zoom);
    }

    /// Zoomed by a factor, within the limits, while what lies under a point of the canvas stays there.
    public Viewport zoomedAbout(double px, double py, double factor) {
        double next = Math.clamp(zoom * factor, SMALLEST, LARGEST);
        double ratio = next / zoom;
        return new Viewport(px - (px - x) * ratio, py - (py - y) * ratio, next);
    }

    /// A box in the middle of a canvas, as large as fits with a margin, but never larger than 100 %.
    public static Viewport fitting(Box box, double width, double height, double margin) {
        double across = (width - 2 * margin) / Math.max(1, box.width());
        double down = (height - 2 * margin) / Math.max(1, box.height());
        double zoom = Detail.clear(Math.clamp(Math.min(across, down), SMALLEST, 1));
        // Whole pixels keep thin lines sharp.
        return new Viewport(
                Math.round(width / 2 - box.centerX() * zoom), Math.round(height / 2 - box.centerY() * zoom), zoom);
    }

    /// The same, beside what lies over a corner of the canvas where that would cover one of the boxes: to the right
    /// of it or above it, whichever is larger.
    ///
    /// @param corner size of what lies at the bottom left
    static Viewport fitting(Box bounds, List<Box> boxes, Size corner, double width, double height, double margin) {
        Viewport whole = fitting(bounds, width, height, margin);
        double top = height - corner.height();
        boolean covers = boxes.stream()
                .anyMatch(box ->
                        box.x() * whole.zoom + whole.x < corner.width() && box.bottom() * whole.zoom + whole.y > top);
        if (!covers || corner.width() > width / 2 || corner.height() > height / 2) {
            return whole;
        }
        Viewport right = fitting(bounds, width - corner.width(), height, margin);
        Viewport above = fitting(bounds, width, top, margin);
        return above.zoom >= right.zoom ? above : right.panned(corner.width(), 0);
    }

    /// Panned just so far that a box lies inside the canvas with a margin; the same instance where it does already. Of
    /// a box that is too large its top left corner is shown.
    public Viewport revealing(Box box, double width, double height, double margin) {
        double dx = into(box.x() * zoom + x, box.right() * zoom + x, width, margin);
        double dy = into(box.y() * zoom + y, box.bottom() * zoom + y, height, margin);
        return dx == 0 && dy == 0 ? this : panned(dx, dy);
    }

    /// Panned so that a point of the diagram which moves stays where it is on the canvas.
    public Viewport keeping(Point before, Point after) {
        return panned((before.x() - after.x()) * zoom, (before.y() - after.y()) * zoom);
    }

    /// Part of the way to another camera: 0 is this one, 1 the other.
    public Viewport towards(Viewport other, double part) {
        if (part >= 1) {
            return other;
        }
        return new Viewport(x + (other.x - x) * part, y + (other.y - y) * part, zoom + (other.zoom - zoom) * part);
    }

    /// Where a point of the canvas lies in the diagram.
    public Point toDiagram(double px, double py) {
        return new Point((px - x) / zoom, (py - y) / zoom);
    }

    /// Where a point of the diagram lies on the canvas.
    public Point toCanvas(Point point) {
        return new Point(point.x() * zoom + x, point.y() * zoom + y);
    }

    /// The part of the diagram that a canvas of this size shows.
    public Box seen(double width, double height) {
        return new Box(-x / zoom, -y / zoom, width / zoom, height / zoom);
    }

    private static double into(double from, double to, double size, double margin) {
        if (from < margin || to - from > size - 2 * margin) {
            return from >= margin && from <= size - margin ? 0 : margin - from;
        }
        return to > size - margin ? size - margin - to : 0;
    }
}
