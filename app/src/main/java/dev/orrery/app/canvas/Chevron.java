package dev.orrery.app.canvas;

import dev.orrery.text.Messages;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/// The small button that collapses or expands a boundary. Larger to the mouse than to the eye.
final class Chevron extends Parent {
    static final double SIZE = 20;

    /// Id of what it opens or closes.
    private final String boundary;

    Chevron(String boundary, boolean opened) {
        this.boundary = boundary;
        getStyleClass().add("chevron");
        setManaged(false);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(Messages.of(opened ? "canvas.collapse" : "canvas.expand"));
        Rectangle target = new Rectangle(SIZE, SIZE);
        target.getStyleClass().add("chevron-target");
        target.setArcWidth(8);
        target.setArcHeight(8);
        SVGPath mark = Looks.icon("chevron-mark", mark(opened));
        getChildren().addAll(target, mark);
    }

    /// SVG path data, to be stroked.
    static String mark(boolean opened) {
        return opened ? "M6.8 8.6L10 11.8L13.2 8.6" : "M8.6 6.8L11.8 10L8.6 13.2";
    }

    String boundary() {
        return boundary;
    }
}
