package dev.orrery.layout.layered;

import dev.orrery.layout.Packing;

/// Which layers of a picture with boundaries follow each other from left to right instead of from top to bottom, to
/// make
/// it less tall.
enum Flow {
    /// None: what is needed lies below what needs it.
    DOWN(false, false),
    /// Those inside boundaries.
    ACROSS_INSIDE(true, false),
    /// Those of the outermost level.
    ACROSS_OUTSIDE(false, true);

    /// Cards that are called from outside like to lie side by side, where edges reach them from above.
    private static final double CALLED_ASPECT = 3.2;
    /// Width to height of what lies inside a boundary where that is drawn wide.
    private static final double WIDE_ASPECT = 3;

    private final boolean inside;
    private final boolean outside;

    Flow(boolean inside, boolean outside) {
        this.inside = inside;
        this.outside = outside;
    }

    boolean isSideways(boolean outermost) {
        return outermost ? outside : inside;
    }

    /// The shape in which parts of a level are packed.
    double aspect(boolean outermost) {
        return inside && !outermost ? WIDE_ASPECT : Packing.ASPECT;
    }

    /// The shape of cards that are joined to nothing on their level.
    double calledAspect(boolean outermost) {
        return inside && !outermost ? 2 * CALLED_ASPECT : CALLED_ASPECT;
    }
}
