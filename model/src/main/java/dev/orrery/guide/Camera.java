package dev.orrery.guide;

import dev.orrery.graph.NodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a picture is looked at from.
public sealed interface Camera {
    /// Everything, as large as it fits.
    Camera WHOLE = new Fit(List.of());

    double SMALLEST_ZOOM = 0.01;
    double LARGEST_ZOOM = 4;

    /// These as large as they fit, and never larger than they are; what is not on the picture is left out.
    ///
    /// @param nodes none for everything
    record Fit(List<NodeId> nodes) implements Camera {
        public Fit {
            nodes = List.copyOf(nodes);
        }
    }

    /// A point of the picture in the middle. It is told from a box, so that it is the same place where the picture was
    /// laid out otherwise.
    ///
    /// @param from the box or frame from whose middle it is counted; null for the picture's own origin
    /// @param x to the right, in units of the picture
    /// @param y down
    /// @param zoom 1 is 100 %; from [#SMALLEST_ZOOM] to [#LARGEST_ZOOM]
    record At(@Nullable NodeId from, double x, double y, double zoom) implements Camera {
        public At {
            if (!Double.isFinite(x) || !Double.isFinite(y) || !(zoom >= SMALLEST_ZOOM && zoom <= LARGEST_ZOOM)) {
                throw new IllegalArgumentException("no camera: " + x + ", " + y + ", " + zoom);
            }
        }

        /// As fine as it is kept: half a unit, and a thousandth of a zoom.
        public At rounded() {
            double fine = Math.max(SMALLEST_ZOOM, Math.rint(zoom * 1000) / 1000);
            return new At(from, Math.rint(x * 2) / 2 + 0.0, Math.rint(y * 2) / 2 + 0.0, fine);
        }
    }
}
