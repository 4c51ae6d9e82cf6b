package dev.orrery.app.canvas;

import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.app.theme.HealthStates;
import dev.orrery.app.theme.Inter;
import dev.orrery.diagram.Diagram.BoundaryCard;
import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.MissingCard;
import dev.orrery.diagram.Diagram.ServiceCard;
import dev.orrery.diagram.LineStyle;
import dev.orrery.diagram.Measures;
import dev.orrery.diagram.PinShape;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.text.Messages;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// A card: a service, a collapsed boundary or a missing target. Everything in it has its place by hand.
final class CardNode extends Parent implements Stop {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final double NAME_LINE = 23.5;
    static final double SMALL_LINE = 41.5;
    private static final double GLYPH_MIDDLE = 19;
    static final double BAR_INSET = 8;
    static final double PLAIN_BAR_WIDTH = 14;

    private final CardOutline outline;
    private final Rectangle bar = new Rectangle();
    private final Scale glyphScale = new Scale(1, 1);
    private final Scale nameScale = new Scale(1, 1);
    private final HealthGlyph glyph;
    private final Text name = Looks.text("card-name", Inter.NAME);
    private final Text subtitle = Looks.text("card-small", Inter.SMALL);
    private final Text note = Looks.text("card-note", Inter.SMALL);
    private final BadgesNode badges = new BadgesNode();
    private final HubsNode hubs = new HubsNode();
    private final MarkNode findings = new MarkNode();
    private final SVGPath pin = Looks.icon("card-pin", PinShape.PATH);
    private final FlagNode flag = new FlagNode();
    private final CardExtra extra;
    private Card card;
    private Detail detail = Detail.FULL;
    private Box place;

    CardNode(Card card) {
        this.card = card;
        this.place = card.box();
        this.glyph = new HealthGlyph(card.health().health());
        this.outline = new CardOutline(card);
        this.extra = CardExtra.of(card);
        getStyleClass().add("card");
        setManaged(false);
        setAccessibleRole(AccessibleRole.BUTTON);
        bar.getStyleClass().add("health-bar");
        bar.setArcWidth(3);
        bar.setArcHeight(3);
        bar.setMouseTransparent(true);
        name.getTransforms().add(nameScale);
        glyph.getTransforms().add(glyphScale);
        getChildren().addAll(outline, bar, glyph, name, subtitle, note, badges, pin, hubs);
        getChildren().addAll(extra.nodes());
        getChildren().add(findings);
        getChildren().add(flag);
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

    /// Where it lies now, which may be on the way.
    Box place() {
        return place;
    }

    void place(Box box) {
        boolean resized = box.width() != place.width() || box.height() != place.height();
        place = box;
        setLayoutX(box.x());
        setLayoutY(box.y());
        if (resized) {
            arrange();
        }
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
        Looks.colour(this, "card", LineStyle.of(card).colour(), card.shade());
        pseudoClassStateChanged(MISSING, card instanceof MissingCard);
        pseudoClassStateChanged(Looks.STALE, card.health().stale());
        pseudoClassStateChanged(Looks.INACTIVE, card instanceof ServiceCard service && !service.active());
        outline.show(card);
        glyph.show(card.health().health());
        bar.setVisible(!(card instanceof MissingCard));
        name.setText(card.title());
        note.setText(card instanceof MissingCard ? "" : card.health().note());
        subtitle.setText(
                switch (card) {
                    case ServiceCard service -> service.subtitle();
                    case BoundaryCard boundary -> boundary.subtitle();
                    case MissingCard _ -> Messages.of("card.missing");
                });
        badges.show(card);
        hubs.show(card);
        findings.show(card.findings());
        flag.show(card);
        extra.show(card);
        arrange();
    }

    private void arrange() {
        double width = place.width();
        double height = outline.arrange(place, detail);
        double dim = card.opacity();
        double small = detail.small() * dim;
        outline.dim(dim);

        bar.setY(detail.plain() ? 0 : BAR_INSET);
        bar.setHeight(Math.max(0, height - 2 * bar.getY()));
        bar.setWidth(detail.plain() ? PLAIN_BAR_WIDTH : barWidth(card));
        bar.setOpacity(dim);

        arrangeName(width, height, dim);
        subtitle.setLayoutX(Measures.CARD_INSET);
        subtitle.setLayoutY(SMALL_LINE);
        Looks.fade(subtitle, small);
        note.setLayoutX(
                width - Measures.CARD_RIGHT_INSET - note.getLayoutBounds().getWidth());
        note.setLayoutY(SMALL_LINE);
        Looks.fade(note, small);
        double right = extra.arrange(width - Measures.CARD_RIGHT_INSET, small);
        pin.setLayoutX(right - PinShape.SIZE);
        pin.setLayoutY(14.5);
        Looks.fade(pin, card.pinned() ? small : 0);
        hubs.arrange(width, height, place.height(), detail, dim);
        double size = MarkNode.size(detail);
        findings.arrange(card.findings().onCard(new Box(0, 0, width, height), size), size, detail.badges() * dim);
        flag.arrange(width, detail, dim);
    }

    /// At small zooms the name goes to the middle and grows into the room that the small print has left.
    private void arrangeName(double width, double height, double dim) {
        double wide = name.getLayoutBounds().getWidth() + Measures.badges(card.health());
        double scale = nameScale(width, wide, detail);
        nameScale.setX(scale);
        nameScale.setY(scale);
        name.setLayoutX(Measures.NAME_X);
        name.setLayoutY(nameLine(scale, height, detail));
        Looks.fade(name, detail.names() * dim);
        badges.arrange(card.title(), glyphMiddle(height, detail), scale);
        Looks.fade(badges, detail.plain() ? 0 : detail.names() * dim);

        double glyphSize = glyphSize(detail);
        glyphScale.setX(glyphSize);
        glyphScale.setY(glyphSize);
        glyph.setLayoutX(glyphX(glyphSize));
        glyph.setLayoutY(glyphY(glyphSize, height, detail));
        Looks.fade(glyph, detail.plain() ? 0 : dim);
    }

    /// Where all print is there.
    static double barWidth(Card card) {
        return card.shade() == null ? Measures.BAR : Measures.TINT_BAR;
    }

    /// By how much a name grows.
    static double nameScale(double width, double nameWidth, Detail detail) {
        double room = width - Measures.NAME_X - Measures.CARD_RIGHT_INSET / 2;
        double most = Math.clamp(room / Math.max(1, nameWidth), 1, detail.enlarged());
        return 1 + (most - 1) * detail.centred();
    }

    /// Baseline of a name.
    static double nameLine(double scale, double height, Detail detail) {
        // Capitals of Inter are 0.73 of its size high: their middle goes to the middle of the card.
        double middle = height / 2 + Measures.NAME_SIZE * scale * 0.365;
        return NAME_LINE + (middle - NAME_LINE) * detail.centred();
    }

    /// By how much the health shape grows.
    static double glyphSize(Detail detail) {
        return 1 + (Math.min(detail.enlarged(), 1.5) - 1) * detail.centred();
    }

    /// The middle of the health shape and of the badges.
    static double glyphMiddle(double height, Detail detail) {
        return GLYPH_MIDDLE + (height / 2 - GLYPH_MIDDLE) * detail.centred();
    }

    static double glyphX(double glyphSize) {
        return Measures.CARD_INSET + Measures.SHAPE_SIZE * (1 - glyphSize) / 2;
    }

    static double glyphY(double glyphSize, double height, Detail detail) {
        return glyphMiddle(height, detail) - Measures.SHAPE_SIZE * glyphSize / 2;
    }
}
