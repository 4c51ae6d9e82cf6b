package dev.orrery.app.canvas;

import dev.orrery.app.theme.Inks;
import dev.orrery.diagram.Colour;
import dev.orrery.layout.Box;

/// Paints [Landmarks] over everything, as far as names are missing below.
final class LandmarkPainter {
    private static final double VEIL = 0.78;
    private static final double AROUND = 4;

    private final Easel easel;
    private Landmarks known = Landmarks.NONE;

    LandmarkPainter(Easel easel) {
        this.easel = easel;
    }

    /// @return whether any was needed
    boolean names(Painting painting, Box seen) {
        double missing = 1 - easel.detail().names();
        if (missing <= 0) {
            return false;
        }
        double zoom = easel.zoom();
        if (!known.index().equals(painting.index()) || known.zoom() != zoom) {
            known = Landmarks.of(painting.diagram(), painting.index(), zoom, text -> easel.boldWidth(text, 1));
        }
        Inks inks = easel.inks();
        int veil = Inks.faded(inks.of(Colour.CANVAS), VEIL * missing);
        int ink = Inks.faded(inks.of(Colour.TEXT), missing);
        for (Landmarks.Name name : known.names()) {
            Box box = name.box().grown(AROUND / zoom);
            if (box.overlaps(seen)) {
                easel.round(box, AROUND / zoom, veil);
                double size = name.frame() ? Landmarks.FRAME_SIZE : Landmarks.CARD_SIZE;
                easel.bold(name.text(), name.box().x(), name.box().centerY() + size * 0.365 / zoom, size / zoom, ink);
            }
        }
        return true;
    }
}
