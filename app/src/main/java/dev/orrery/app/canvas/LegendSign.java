package dev.orrery.app.canvas;

import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.diagram.Legend;
import dev.orrery.diagram.LegendRows;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/// The sign that stands before a label in a legend: a shape of health, or a patch of colour.
public final class LegendSign {
    private LegendSign() {}

    public static Node of(Legend.Entry entry) {
        if (entry.health() != null) {
            return new HealthGlyph(entry.health(), LegendRows.SIGN);
        }
        Rectangle patch = new Rectangle(LegendRows.SIGN, LegendRows.SIGN);
        patch.setArcWidth(4);
        patch.setArcHeight(4);
        Looks.tint(patch, entry.colour(), entry.hollow());
        return patch;
    }
}
