package dev.orrery.layout;

/// Distances in pixels at scale 1 that every picture keeps.
public final class Spacing {
    /// Between the boxes of one layer.
    public static final double BESIDE = 40;
    /// Between boxes that nothing joins.
    public static final double CLOSE = 20;
    /// Between those and the rest.
    public static final double APART = 72;
    /// Between layers.
    public static final double BELOW = 56;
    /// Between a boundary's border and what lies inside.
    public static final double INSET = 14;
    /// Between a title band and what lies below it, in addition to the band.
    public static final double UNDER_TITLE = 6;
    /// Least distance to a box that was put by hand; tighter than others, because the hand knows what it wants.
    public static final double CLEAR = 16;

    private Spacing() {}
}
