package dev.orrery.app.canvas;

import dev.orrery.layout.Box;

/// Where a diagram lies on pixels: a point of it is at `point * zoom + offset`. A [Viewport] without its limits.
record Projection(double x, double y, double zoom) {
    static Projection of(Viewport viewport) {
        return new Projection(viewport.x(), viewport.y(), viewport.zoom());
    }

    /// A box in the middle of some pixels, as large as fits.
    static Projection fitting(Box box, double width, double height) {
        double zoom = Math.min(1, Math.min(width / Math.max(1, box.width()), height / Math.max(1, box.height())));
        return new Projection(width / 2 - box.centerX() * zoom, height / 2 - box.centerY() * zoom, zoom);
    }

    Projection moved(double dx, double dy) {
        return new Projection(x + dx, y + dy, zoom);
    }

    /// The part of the diagram under some pixels.
    Box under(double left, double top, double right, double bottom) {
        return new Box((left - x) / zoom, (top - y) / zoom, (right - left) / zoom, (bottom - top) / zoom);
    }

    /// Where a box lies on the pixels.
    Box of(Box box) {
        return new Box(box.x() * zoom + x, box.y() * zoom + y, box.width() * zoom, box.height() * zoom);
    }
}
