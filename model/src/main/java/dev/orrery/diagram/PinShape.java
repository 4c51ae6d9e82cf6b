package dev.orrery.diagram;

/// The mark of a box that was put by hand: one path to be *filled*, in a box from (0, 0) to (9, 9).
public final class PinShape {
    /// Width and height of the box.
    public static final double SIZE = 9;

    /// SVG path data.
    public static final String PATH =
            "M5.4 .3L8.7 3.6L7.9 4.2L7.4 4.1L5.9 5.6L5.9 7.2L5.2 7.9L3.4 6.1L.7 8.8L.2 8.3L2.9 "
                    + "5.6L1.1 3.8L1.8 3.1L3.4 3.1L4.9 1.6L4.8 1.1Z";

    private PinShape() {}
}
