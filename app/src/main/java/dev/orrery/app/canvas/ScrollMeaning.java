package dev.orrery.app.canvas;

/// What a turn of the wheel or two fingers on a pad mean: a wheel zooms, a pad pans, and with Ctrl both zoom.
sealed interface ScrollMeaning {
    record Pan(double dx, double dy) implements ScrollMeaning {}

    record Zoom(double factor) implements ScrollMeaning {}

    /// One notch of a wheel zooms by this much.
    double NOTCH_FACTOR = 1.15;

    /// @param dx pixels to the side
    /// @param dy pixels up or down
    /// @param notch pixels of one notch of a wheel
    /// @param gesture whether fingers are known to be on a pad, or to have just left it
    /// @param zoomKey whether Ctrl or Command is held
    static ScrollMeaning of(double dx, double dy, double notch, boolean gesture, boolean zoomKey) {
        double unit = notch > 0 ? notch : 40;
        if (zoomKey) {
            return new Zoom(Math.pow(NOTCH_FACTOR, dy / unit));
        }
        // A pad reports fractions of a notch or two directions at once, a wheel never.
        boolean wheel = !gesture && dx == 0 && dy % unit == 0;
        return wheel ? new Zoom(Math.pow(NOTCH_FACTOR, dy / unit)) : new Pan(dx, dy);
    }
}
