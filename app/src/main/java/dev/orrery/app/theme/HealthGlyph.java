package dev.orrery.app.theme;

import dev.orrery.diagram.HealthShape;
import dev.orrery.diagram.Measures;
import dev.orrery.health.Health;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// The shape of a state in its colour: circle, triangle, octagon with a cross, dashed ring, open ring. It is the same
/// everywhere in the window and in exported pictures. It carries no word, so it never stands alone.
public final class HealthGlyph extends Region {
    private final SVGPath shape = new SVGPath();
    private Health health;

    /// As large as in a card.
    public HealthGlyph(Health health) {
        this(health, Measures.SHAPE_SIZE);
    }

    /// @param size width and height in pixels
    public HealthGlyph(Health health, double size) {
        this.health = health;
        getStyleClass().add("health-glyph");
        shape.getStyleClass().add("health-shape");
        shape.getTransforms().add(new Scale(size, size));
        shape.setManaged(false);
        shape.setContent(HealthShape.path(health));
        HealthStates.set(this, health);
        getChildren().add(shape);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        resize(size, size);
        setMouseTransparent(true);
    }

    public Health health() {
        return health;
    }

    public void show(Health next) {
        if (next != health) {
            health = next;
            shape.setContent(HealthShape.path(next));
            HealthStates.set(this, next);
        }
    }
}
