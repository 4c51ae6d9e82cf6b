package dev.orrery.app.canvas;

import dev.orrery.diagram.Measures;

/// How much of a card is worth drawing at a zoom: small print goes first, then names grow in their place until they are
/// too small as well, and the colour of its health is what is left.
///
/// @param small opacity of small print
/// @param badges opacity of badges of folded hubs: they stand for lines, so they are seen where lines are
/// @param names opacity of names and titles
/// @param centred how far a name has moved to the middle of its card, 0 to 1; only after small print has gone
/// @param enlarged by how much names are to grow, where there is room
/// @param thickened by how much outlines are to grow, so that they do not fade away
/// @param plain whether a card is only a patch of colour and a name
record Detail(
        double small, double badges, double names, double centred, double enlarged, double thickened, boolean plain) {
    /// Of names on the screen, in pixels.
    private static final double READABLE = 9.2;

    /// Small words fade in between these.
    private static final double NO_SMALL = 0.66;

    private static final double ALL_SMALL = 0.7;

    static final Detail FULL = of(1);

    /// The largest zoom up to this one at which no small word is half faded: for a camera that rests there.
    static double clear(double zoom) {
        return zoom > NO_SMALL && zoom < ALL_SMALL ? NO_SMALL : zoom;
    }

    static Detail of(double zoom) {
        double enlarged = Math.clamp(READABLE / Measures.NAME_SIZE / zoom, 1, 2.6);
        double thickened = Math.clamp(0.8 / zoom, 1, 2.4);
        return new Detail(
                part(zoom, NO_SMALL, ALL_SMALL),
                part(zoom, 0.4, 0.46),
                part(zoom, 0.16, 0.24),
                1 - part(zoom, 0.6, 0.66),
                enlarged,
                thickened,
                zoom < 0.34);
    }

    /// 0 up to one zoom, 1 from another.
    private static double part(double zoom, double none, double all) {
        return Math.clamp((zoom - none) / (all - none), 0, 1);
    }
}
