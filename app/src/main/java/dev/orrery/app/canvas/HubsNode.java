package dev.orrery.app.canvas;

import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.app.theme.HealthStates;
import dev.orrery.app.theme.Inter;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.HubBadge;
import dev.orrery.diagram.HubMark;
import dev.orrery.diagram.KindShape;
import dev.orrery.diagram.Measures;
import dev.orrery.health.Health;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// What folded hubs leave on a card: how many need it, and a badge for each that it needs. Where that is too small to
/// read, only a needed hub that is not well is left, as a shape in the corner, and then as a bar.
final class HubsNode extends Parent {
    /// From the right and lower edge of a card to the shape in its corner.
    static final double CORNER = 7;

    private static final double UNWELL_SIZE = 12;

    private final Group row = new Group();
    private final HealthGlyph corner = new HealthGlyph(Health.UNKNOWN, UNWELL_SIZE);
    private final Scale cornerScale = new Scale(1, 1);
    private final Rectangle bar = new Rectangle();
    private HubMark mark = HubMark.NONE;

    HubsNode() {
        setManaged(false);
        setMouseTransparent(true);
        row.setAutoSizeChildren(false);
        row.setManaged(false);
        bar.getStyleClass().add("health-bar");
        corner.getTransforms().add(cornerScale);
        corner.setManaged(false);
    }

    void show(Card card) {
        if (card.hubs().equals(mark)) {
            return;
        }
        mark = card.hubs();
        getChildren().clear();
        row.getChildren().clear();
        if (mark.isNone()) {
            return;
        }
        if (!mark.neededBy().isEmpty()) {
            row.getChildren().add(words("card-small", mark.neededBy(), Measures.CARD_INSET));
        }
        mark.badges().forEach(badge -> row.getChildren().add(badge(badge)));
        getChildren().addAll(row, bar, corner);
        mark.unwell().ifPresent(health -> {
            corner.show(health);
            HealthStates.set(this, health);
        });
    }

    void arrange(double width, double height, double cardHeight, Detail detail, double dim) {
        row.setLayoutY(HubMark.top(cardHeight));
        Looks.fade(row, detail.badges() * dim);
        boolean unwell = mark.unwell().isPresent();
        double size = CardNode.glyphSize(detail);
        cornerScale.setX(size);
        cornerScale.setY(size);
        corner.setLayoutX(width - CORNER - UNWELL_SIZE * size);
        corner.setLayoutY(height - CORNER - UNWELL_SIZE * size);
        Looks.fade(corner, unwell && !detail.plain() ? (1 - detail.badges()) * dim : 0);
        bar.setX(width - CardNode.PLAIN_BAR_WIDTH);
        bar.setWidth(CardNode.PLAIN_BAR_WIDTH);
        bar.setHeight(height);
        Looks.fade(bar, unwell && detail.plain() ? dim : 0);
    }

    private static Group badge(HubBadge badge) {
        Group node = new Group();
        node.setAutoSizeChildren(false);
        HealthStates.set(node, badge.health());
        HealthGlyph glyph = new HealthGlyph(badge.health(), HubBadge.SHAPE_SIZE);
        glyph.setLayoutX(badge.x());
        node.getChildren().add(glyph);
        if (badge.kind() != null) {
            SVGPath icon = Looks.icon(badge.isUnwell() ? "hub-icon-unwell" : "kind-icon", KindShape.path(badge.kind()));
            double scale = HubBadge.ICON_SIZE / KindShape.SIZE;
            icon.getTransforms().add(new Scale(scale, scale));
            icon.setLayoutX(badge.iconX());
            icon.setLayoutY(-0.5);
            node.getChildren().add(icon);
        }
        Text label = words("card-small", badge.label(), badge.labelX());
        label.getStyleClass().add("hub-" + badge.colour().token());
        node.getChildren().add(label);
        return node;
    }

    private static Text words(String styleClass, String text, double x) {
        Text words = Looks.text(styleClass, Inter.SMALL);
        words.setText(text);
        words.setLayoutX(x);
        words.setLayoutY(HubBadge.BASELINE);
        return words;
    }
}
