package dev.orrery.app.canvas;

import dev.orrery.diagram.Colour;
import dev.orrery.diagram.LineStyle;
import dev.orrery.diagram.Tint;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Names that the style sheet of the picture and its nodes share.
final class Looks {
    static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    static final PseudoClass INACTIVE = PseudoClass.getPseudoClass("inactive");
    static final PseudoClass PLAIN = PseudoClass.getPseudoClass("plain");
    static final PseudoClass LIFTED = PseudoClass.getPseudoClass("lifted");
    /// Beside what the mouse is over.
    static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");
    /// Stated nowhere, found for the picture alone.
    static final PseudoClass COMMUNITY = PseudoClass.getPseudoClass("community");
    /// Motion is wanted: states fade.
    static final PseudoClass FADING = PseudoClass.getPseudoClass("fading");

    private Looks() {}

    /// Width and dashes of an outline. Its colour is a matter of style classes, because a theme may change.
    static void set(Shape shape, LineStyle style) {
        shape.setStrokeWidth(style.width());
        if (!shape.getStrokeDashArray().equals(style.dashes())) {
            shape.getStrokeDashArray().setAll(style.dashes());
        }
    }

    /// What the style sheet calls `-orrery-line-colour` on a node and below.
    static void colour(Node node, String styleClass, Colour colour) {
        colour(node, styleClass, colour, null);
    }

    /// The same, and on cards of which a lens makes something also `-orrery-tint` and its washes.
    static void colour(Node node, String styleClass, Colour colour, @Nullable Tint tint) {
        List<String> classes = tint == null
                ? List.of(styleClass, "line-" + colour.token())
                : List.of(
                        styleClass,
                        "line-" + colour.token(),
                        tint.hollow() ? "untinted" : "tinted",
                        "tint-" + tint.colour().token());
        if (!node.getStyleClass().equals(classes)) {
            node.getStyleClass().setAll(classes);
        }
    }

    /// What the style sheet calls `-orrery-tint` on a node, and on it alone.
    static void tint(Shape shape, Colour colour, boolean hollow) {
        List<String> classes = List.of(hollow ? "tint-hollow" : "tint", "tint-" + colour.token());
        if (!shape.getStyleClass().equals(classes)) {
            shape.getStyleClass().setAll(classes);
        }
    }

    /// Hidden where nothing of it would be seen.
    static void fade(Node node, double opacity) {
        node.setOpacity(opacity);
        node.setVisible(opacity > 0);
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
