package dev.orrery.layout.elk;

/// Which layers follow each other from left to right instead of from top to bottom, to make a picture
/// less tall.
enum Flow {
    /// None: what is needed lies below what needs it.
    DOWN,
    /// Those inside boundaries, where that makes the boundary wide.
    ACROSS_INSIDE,
    /// Those of the outermost level.
    ACROSS_OUTSIDE
}
