package dev.orrery.app.canvas;

import dev.orrery.diagram.Emphasis;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Names that the style sheet of the picture and its nodes share.
final class Looks {
    static final PseudoClass UNASKED = PseudoClass.getPseudoClass("unasked");
    static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    static final PseudoClass INACTIVE = PseudoClass.getPseudoClass("inactive");
    static final PseudoClass PLAIN = PseudoClass.getPseudoClass("plain");
    static final PseudoClass LIFTED = PseudoClass.getPseudoClass("lifted");
    static final PseudoClass FAILING = PseudoClass.getPseudoClass("failing");
    static final PseudoClass OPTIONAL = PseudoClass.getPseudoClass("optional");
    /// Beside what the mouse is over.
    static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");
    /// Away from what the mouse is over.
    static final PseudoClass CALM = PseudoClass.getPseudoClass("calm");
    /// Motion is wanted: states fade.
    static final PseudoClass FADING = PseudoClass.getPseudoClass("fading");

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass IMPACT = PseudoClass.getPseudoClass("impact");
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");

    private Looks() {}

    static void set(Node node, Emphasis emphasis) {
        node.pseudoClassStateChanged(SELECTED, emphasis == Emphasis.SELECTED);
        node.pseudoClassStateChanged(IMPACT, emphasis == Emphasis.IMPACT);
        node.pseudoClassStateChanged(DIMMED, emphasis == Emphasis.DIMMED);
    }

    static Text text(String styleClass, Font font) {
        Text text = new Text();
        text.getStyleClass().add(styleClass);
        text.setFont(font);
        text.setMouseTransparent(true);
        return text;
    }

    static SVGPath icon(String styleClass, String path) {
        SVGPath icon = new SVGPath();
        icon.setContent(path);
        icon.getStyleClass().add(styleClass);
        icon.setMouseTransparent(true);
        return icon;
    }
}
