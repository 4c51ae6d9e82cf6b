package dev.orrery.app.parts;

import dev.orrery.diagram.MarkShape;
import dev.orrery.problem.Severity;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// The shape by which the picture marks what an inspection found, beside words.
public final class MarkSign extends Pane {
    private static final double SIZE = 10;
    private static final PseudoClass SEVERE = PseudoClass.getPseudoClass("severe");

    private final SVGPath shape = new SVGPath();

    public MarkSign() {
        getStyleClass().add("mark-sign");
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        shape.getTransforms().add(new Scale(SIZE, SIZE));
        shape.getStyleClass().add("mark-shape");
        getChildren().setAll(shape);
    }

    /// @param severity null for free room of the same width
    public void show(@Nullable Severity severity) {
        shape.setVisible(severity != null);
        if (severity != null) {
            shape.setContent(MarkShape.path(severity));
            pseudoClassStateChanged(SEVERE, severity == Severity.ERROR);
        }
    }
}
