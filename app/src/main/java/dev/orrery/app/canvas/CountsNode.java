package dev.orrery.app.canvas;

import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.app.theme.Inter;
import dev.orrery.diagram.Measures;
import dev.orrery.health.Health;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.scene.Parent;
import javafx.scene.text.Text;

/// How many services of a collapsed boundary are in each state, worst first.
final class CountsNode extends Parent {
    static final double GLYPH = 9;
    /// Where they begin in the card.
    static final double TOP = 51;
    /// Of the row, for the button beside them.
    static final double MIDDLE = TOP + GLYPH / 2;

    private SortedMap<Health, Integer> counts = new TreeMap<>();

    CountsNode() {
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(SortedMap<Health, Integer> next) {
        if (next.equals(counts)) {
            return;
        }
        counts = next;
        getChildren().clear();
        double x = 0;
        for (Map.Entry<Health, Integer> count : next.entrySet()) {
            HealthGlyph glyph = new HealthGlyph(count.getKey(), GLYPH);
            glyph.setLayoutX(x);
            Text number = Looks.text("card-count", Inter.SMALL);
            number.setText(Integer.toString(count.getValue()));
            number.setLayoutX(x + GLYPH + 4);
            number.setLayoutY(GLYPH - 0.8);
            getChildren().addAll(glyph, number);
            x += Measures.count(number.getText());
        }
    }

    void fade(double opacity) {
        setVisible(opacity > 0);
        getChildren().forEach(part -> part.setOpacity(opacity));
    }
}
