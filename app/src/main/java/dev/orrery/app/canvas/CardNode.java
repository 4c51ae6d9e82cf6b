package dev.orrery.app.canvas;

import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.app.theme.HealthStates;
import dev.orrery.app.theme.Inter;
import dev.orrery.diagram.Diagram.BoundaryCard;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.MissingCard;
import dev.orrery.diagram.Diagram.ServiceCard;
import dev.orrery.diagram.KindShape;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.PinShape;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.text.Messages;
import dev.orrery.topology.ServiceKind;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// A card: a service, a collapsed boundary or a missing target. Everything in it has its place by hand.
final class CardNode extends Parent implements Stop {
    private static final double NAME_LINE = 23;
    private static final double SMALL_LINE = 41;
    private static final double BAR_INSET = 9;
    private static final double BAR_WIDTH = 3.5;
    private static final double PLAIN_BAR_WIDTH = 14;
    private static final double ICON_TOP = 10;

    private final Rectangle body = new Rectangle();
    private final Rectangle bar = new Rectangle();
    private final Scale glyphScale = new Scale(1, 1);
    private final Scale nameScale = new Scale(1, 1);
    private final HealthGlyph glyph;
    private final Text name = Looks.text("card-name", Inter.NAME);
    private final Text subtitle = Looks.text("card-small", Inter.SMALL);
    private final Text note = Looks.text("card-note", Inter.SMALL);
    private final SVGPath pin = Looks.icon("card-pin", PinShape.PATH);
    private final @Nullable SVGPath icon;
    private final @Nullable CountsNode counts;
    private Card card;
    private Detail detail = Detail.FULL;
    private Box place;

    CardNode(Card card) {
        this.card = card;
        this.place = card.box();
        this.glyph = new HealthGlyph(card.health().health());
        this.icon =
                card instanceof ServiceCard service ? Looks.icon("kind-icon", KindShape.path(service.kind())) : null;
        this.counts = card instanceof BoundaryCard ? new CountsNode() : null;
        getStyleClass().addAll("card", styleClass(card));
        setManaged(false);
        setAccessibleRole(AccessibleRole.BUTTON);
        body.getStyleClass().add("card-body");
        body.setArcWidth(2 * Measures.CARD_RADIUS);
        body.setArcHeight(2 * Measures.CARD_RADIUS);
        bar.getStyleClass().add("health-bar");
        bar.setArcWidth(3);
        bar.setArcHeight(3);
        bar.setMouseTransparent(true);
        name.getTransforms().add(nameScale);
        glyph.getTransforms().add(glyphScale);
        getChildren().addAll(body, bar, glyph, name, subtitle, note, pin);
        if (icon != null) {
            getChildren().add(icon);
        }
        if (counts != null) {
            getChildren().add(counts);
        }
        place(card.box());
        look();
    }

    @Override
    public NodeId stopId() {
        return card.id();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Box stopBox() {
        return place;
    }

    Card card() {
        return card;
    }

    /// Takes on the look of the same card at another time; where it lies is not touched.
    void show(Card next) {
        if (!next.equals(card)) {
            card = next;
            look();
        }
    }

    void place(Box box) {
        boolean resized = box.width() != body.getWidth() || box.height() != body.getHeight();
        place = box;
        setLayoutX(box.x());
        setLayoutY(box.y());
        if (resized) {
            body.setWidth(box.width());
            body.setHeight(box.height());
            arrange();
        }
    }

    Box place() {
        return place;
    }

    /// @param level what to draw at the current zoom
    void detail(Detail level) {
        if (!level.equals(detail)) {
            detail = level;
            pseudoClassStateChanged(Looks.PLAIN, level.plain());
            arrange();
        }
    }

    void lifted(boolean lifted) {
        pseudoClassStateChanged(Looks.LIFTED, lifted);
    }

    private void look() {
        HealthStates.set(this, card.health().health());
        pseudoClassStateChanged(Looks.UNASKED, !card.health().asked());
        pseudoClassStateChanged(Looks.STALE, card.health().stale());
        pseudoClassStateChanged(Looks.INACTIVE, card instanceof ServiceCard service && !service.active());
        Looks.set(this, card.emphasis());
        glyph.show(card.health().health());
        name.setText(card.title());
        note.setText(card instanceof MissingCard ? "" : card.health().note());
        subtitle.setText(
                switch (card) {
                    case ServiceCard service -> service.subtitle();
                    case BoundaryCard boundary -> boundary.subtitle();
                    case MissingCard _ -> Messages.of("card.missing");
                });
        if (icon != null && card instanceof ServiceCard service) {
            icon.setContent(KindShape.path(service.kind()));
        }
        if (counts != null && card instanceof BoundaryCard boundary) {
            counts.show(boundary.counts());
        }
        pin.setVisible(card.pinned());
        arrange();
    }

    private void arrange() {
        double width = place.width();
        double height = place.height();
        bar.setY(detail.plain() ? 0 : BAR_INSET);
        bar.setHeight(Math.max(0, height - 2 * bar.getY()));
        bar.setWidth(detail.plain() ? PLAIN_BAR_WIDTH : BAR_WIDTH);

        double room = width - Measures.NAME_X - Measures.CARD_RIGHT_INSET / 2;
        double nameWidth = Math.max(1, name.getLayoutBounds().getWidth());
        double scale = 1 + (Math.clamp(room / nameWidth, 1, detail.enlarged()) - 1) * detail.centred();
        nameScale.setX(scale);
        nameScale.setY(scale);
        // Capitals of Inter are 0.73 of its size high: their middle goes to the middle of the card.
        double middle = height / 2 + Measures.NAME_SIZE * scale * 0.365;
        double line = NAME_LINE + (middle - NAME_LINE) * detail.centred();
        name.setLayoutX(Measures.NAME_X);
        name.setLayoutY(line);
        fade(name, detail.names());

        double glyphSize = 1 + (Math.min(detail.enlarged(), 1.5) - 1) * detail.centred();
        glyphScale.setX(glyphSize);
        glyphScale.setY(glyphSize);
        double size = Measures.SHAPE_SIZE * glyphSize;
        double glyphMiddle = NAME_LINE - 4.5 + (height / 2 - NAME_LINE + 4.5) * detail.centred();
        glyph.setLayoutX(Measures.CARD_INSET + (Measures.SHAPE_SIZE - size) / 2);
        glyph.setLayoutY(glyphMiddle - size / 2);
        glyph.setVisible(detail.names() > 0);

        subtitle.setLayoutX(Measures.CARD_INSET);
        subtitle.setLayoutY(SMALL_LINE);
        note.setLayoutX(
                width - Measures.CARD_RIGHT_INSET - note.getLayoutBounds().getWidth());
        note.setLayoutY(SMALL_LINE);
        fade(subtitle, detail.small());
        fade(note, detail.small());
        double right = width - Measures.CARD_RIGHT_INSET;
        if (icon != null) {
            right -= KindShape.SIZE;
            icon.setLayoutX(right);
            icon.setLayoutY(ICON_TOP + 1);
            fade(icon, detail.small());
            right -= Measures.TEXT_GAP / 2;
        }
        pin.setLayoutX(right - PinShape.SIZE);
        pin.setLayoutY(ICON_TOP + 2.5);
        fade(pin, detail.small());
        if (counts != null) {
            counts.setLayoutX(Measures.CARD_INSET);
            counts.setLayoutY(height - 20);
            fade(counts, detail.small());
        }
    }

    /// The card's style sheet dims with colours, so opacity is free for the zoom.
    private static void fade(Node node, double opacity) {
        node.setOpacity(opacity);
        if (!(node instanceof SVGPath)) {
            node.setVisible(opacity > 0);
        }
    }

    private static String styleClass(Card card) {
        return switch (card) {
            case ServiceCard service ->
                service.kind() == ServiceKind.SERVICE
                        ? "service"
                        : service.kind().name().toLowerCase(Locale.ROOT);
            case BoundaryCard _ -> "boundary";
            case MissingCard _ -> "missing";
        };
    }
}
