package dev.orrery.app.canvas;

/// How much of a card is worth drawing at a zoom: small print goes first, then names grow in their place until they are
/// too small as well, and the colour of its health is what is left.
///
/// @param small opacity of small print
/// @param names opacity of names and titles
/// @param centred how far a name has moved to the middle of its card, 0 to 1
/// @param enlarged by how much names are to grow, where there is room
/// @param plain whether a card is only a patch of colour
record Detail(double small, double names, double centred, double enlarged, boolean plain) {
    private static final double SMALL_GOES = 0.66;
    private static final double SMALL_GONE = 0.54;
    /// Of names on the screen, in pixels of type size at 100 %.
    private static final double READABLE = 9.2;

    static final Detail FULL = of(1);

    static Detail of(double zoom) {
        double small = Math.clamp((zoom - SMALL_GONE) / (SMALL_GOES - SMALL_GONE), 0, 1);
        double enlarged = Math.clamp(READABLE / 12.5 / zoom, 1, 2.6);
        double names = Math.clamp((zoom - 0.16) / 0.08, 0, 1);
        return new Detail(small, names, 1 - small, enlarged, zoom < 0.34);
    }
}
