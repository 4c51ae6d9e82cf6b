package dev.orrery.app.canvas;

import dev.orrery.diagram.Badge;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Measures;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// How the state of a card is to be taken: small signs after its name.
final class BadgesNode extends Parent {
    private final Scale scale = new Scale(1, 1);
    private List<Badge> shown = List.of();

    BadgesNode() {
        setManaged(false);
        setMouseTransparent(true);
        getTransforms().add(scale);
    }

    void show(Card card) {
        List<Badge> badges = card.health().badges();
        if (!badges.equals(shown)) {
            shown = badges;
            getChildren().setAll(badges.stream().map(BadgesNode::icon).toList());
            for (int at = 0; at < badges.size(); at++) {
                getChildren().get(at).setLayoutX(Measures.badgeX("", at) - Measures.badgeX("", 0));
            }
        }
    }

    /// @param title that they follow
    /// @param middle of the line
    /// @param size of the title and of them, 1 as measured
    void arrange(String title, double middle, double size) {
        scale.setX(size);
        scale.setY(size);
        setLayoutX(Measures.NAME_X + (Measures.badgeX(title, 0) - Measures.NAME_X) * size);
        setLayoutY(middle - Badge.SIZE / 2 * size);
    }

    private static SVGPath icon(Badge badge) {
        return Looks.icon("badge", badge.path());
    }
}
