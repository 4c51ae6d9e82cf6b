package dev.orrery.app.canvas;

import dev.orrery.diagram.CardShape;
import dev.orrery.diagram.Diagram.BoundaryCard;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.ServiceCard;
import dev.orrery.diagram.LineStyle;
import dev.orrery.diagram.Measures;
import dev.orrery.layout.Box;
import dev.orrery.layout.Size;
import dev.orrery.topology.ServiceKind;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/// The ground of a card and the line around it: a rounded rectangle, a cylinder, a notched card, or two cards one
/// behind the other for a collapsed boundary.
final class CardOutline extends Parent {
    /// By how much the card behind shows.
    static final double BEHIND = 4;

    private final Rectangle plain = new Rectangle();
    private final Rectangle behind = new Rectangle();
    private final SVGPath special = new SVGPath();
    private final SVGPath hint = Looks.icon("card-hint", "");
    private Card card;
    private LineStyle style;
    private Size size = new Size(0, 0);

    CardOutline(Card card) {
        this.card = card;
        this.style = LineStyle.of(card);
        setManaged(false);
        plain.getStyleClass().add("card-body");
        plain.setArcWidth(2 * Measures.CARD_RADIUS);
        plain.setArcHeight(2 * Measures.CARD_RADIUS);
        special.getStyleClass().add("card-special");
        behind.getStyleClass().add("card-behind");
        behind.setArcWidth(2 * Measures.CARD_RADIUS);
        behind.setArcHeight(2 * Measures.CARD_RADIUS);
        // Half a pixel, because a line is drawn on both sides of its path.
        special.setLayoutX(0.5);
        special.setLayoutY(0.5);
        hint.setLayoutX(0.5);
        hint.setLayoutY(0.5);
    }

    void show(Card next) {
        boolean other = !kind(next).equals(kind(card)) || getChildren().isEmpty();
        card = next;
        style = LineStyle.of(next);
        Looks.set(plain, style);
        Looks.set(special, style);
        if (next instanceof BoundaryCard boundary) {
            LineStyle back = LineStyle.behind(boundary);
            Looks.set(behind, back);
            behind.pseudoClassStateChanged(Looks.COMMUNITY, boundary.community());
        }
        if (other) {
            if (next instanceof BoundaryCard) {
                getChildren().setAll(behind, plain);
            } else if (isSpecial(kind(next))) {
                getChildren().setAll(special, hint);
            } else {
                getChildren().setAll(plain);
            }
            size = new Size(0, 0);
        }
    }

    /// @return the height of the card in front
    double arrange(Box place, Detail detail) {
        plain.setStrokeWidth(style.width() * detail.thickened());
        special.setStrokeWidth(style.width() * detail.thickened());
        double height = card instanceof BoundaryCard ? place.height() - BEHIND : place.height();
        Size next = new Size(place.width(), height);
        if (!next.equals(size)) {
            size = next;
            plain.setWidth(place.width());
            plain.setHeight(height);
            behind.setX(6);
            behind.setY(6);
            behind.setWidth(Math.max(0, place.width() - 12));
            behind.setHeight(Math.max(0, place.height() - 6));
            if (isSpecial(kind(card))) {
                Size inner = new Size(place.width() - 1, height - 1);
                special.setContent(CardShape.outline(kind(card), inner));
                hint.setContent(CardShape.hint(kind(card), inner));
            }
        }
        return height;
    }

    /// @param opacity of the lines and grounds, each by itself
    void dim(double opacity) {
        plain.setOpacity(opacity);
        behind.setOpacity(opacity);
        special.setOpacity(opacity);
        hint.setOpacity(opacity);
    }

    private static ServiceKind kind(Card card) {
        return card instanceof ServiceCard service ? service.kind() : ServiceKind.SERVICE;
    }

    private static boolean isSpecial(ServiceKind kind) {
        return kind == ServiceKind.DATABASE || kind == ServiceKind.QUEUE;
    }
}
