package dev.orrery.app.canvas;

import dev.orrery.app.theme.Inter;
import dev.orrery.diagram.FindingMark;
import dev.orrery.diagram.MarkShape;
import dev.orrery.layout.Box;
import dev.orrery.problem.Severity;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// What inspections found at one place. The mouse goes by its place, as with all that is small.
final class MarkNode extends Parent {
    /// From the middle of a pill to the baseline of its count.
    static final double BASELINE = 3.7;

    private static final PseudoClass SEVERE = PseudoClass.getPseudoClass("severe");

    private final Rectangle pill = new Rectangle();
    private final SVGPath shape = Looks.icon("finding-shape", "");
    private final Text count = Looks.text("finding-count", Inter.SMALL);
    private final Scale scale = new Scale(1, 1);
    private FindingMark mark = FindingMark.NONE;

    MarkNode() {
        setManaged(false);
        setMouseTransparent(true);
        getStyleClass().add("finding-mark");
        getTransforms().add(scale);
        pill.getStyleClass().add("finding-pill");
        pill.setHeight(FindingMark.HEIGHT);
        pill.setArcWidth(FindingMark.HEIGHT);
        pill.setArcHeight(FindingMark.HEIGHT);
        shape.getTransforms().add(new Scale(FindingMark.SHAPE_SIZE, FindingMark.SHAPE_SIZE));
        shape.setLayoutX(FindingMark.shapeX(1));
        shape.setLayoutY((FindingMark.HEIGHT - FindingMark.SHAPE_SIZE) / 2);
        count.setLayoutX(FindingMark.labelX(1));
        count.setLayoutY(FindingMark.HEIGHT / 2 + BASELINE);
    }

    /// By how much marks of boxes and lines grow at small zooms: they stay as large as they can be read.
    static double size(Detail detail) {
        return Math.min(1 + (detail.enlarged() - 1) * 1.35, 2.1);
    }

    void show(FindingMark next) {
        if (next.equals(mark)) {
            return;
        }
        mark = next;
        getChildren().clear();
        if (!mark.isNone()) {
            pill.setWidth(mark.width());
            shape.setContent(MarkShape.path(mark.severity()));
            count.setText(mark.label());
            pseudoClassStateChanged(SEVERE, mark.severity() == Severity.ERROR);
            getChildren().addAll(pill, shape, count);
        }
    }

    FindingMark mark() {
        return mark;
    }

    /// @param size 1 as measured
    void arrange(Box place, double size, double opacity) {
        scale.setX(size);
        scale.setY(size);
        setLayoutX(place.x());
        setLayoutY(place.y());
        Looks.fade(this, mark.isNone() ? 0 : opacity);
    }
}
