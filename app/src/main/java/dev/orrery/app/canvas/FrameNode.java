package dev.orrery.app.canvas;

import dev.orrery.app.theme.HealthStates;
import dev.orrery.app.theme.Inter;
import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.diagram.LineStyle;
import dev.orrery.diagram.Measures;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// An opened boundary: a soft panel with its title at the left and its owner at the right.
final class FrameNode extends Parent implements Stop {
    private static final PseudoClass INNER = PseudoClass.getPseudoClass("inner");
    private static final double TITLE_LINE = 19.5;

    private final Rectangle panel = new Rectangle();
    private final Text title = Looks.text("frame-title", Inter.TITLE);
    private final Text owner = Looks.text("frame-owner", Inter.SMALL);
    private final Scale titleScale = new Scale(1, 1);
    private final Chevron chevron;
    private Frame frame;
    private Box place;
    private Detail detail = Detail.FULL;

    FrameNode(Frame frame) {
        this.frame = frame;
        this.place = frame.box();
        this.chevron = new Chevron(frame.id(), true);
        getStyleClass().add("frame");
        setManaged(false);
        setAccessibleRole(AccessibleRole.BUTTON);
        panel.getStyleClass().add("frame-panel");
        panel.setArcWidth(2 * Measures.FRAME_RADIUS);
        panel.setArcHeight(2 * Measures.FRAME_RADIUS);
        title.getTransforms().add(titleScale);
        title.setLayoutX(Measures.FRAME_INSET);
        title.setLayoutY(TITLE_LINE);
        getChildren().addAll(panel, title, owner, chevron);
        place(frame.box());
        look();
    }

    @Override
    public NodeId stopId() {
        return NodeId.boundary(frame.id());
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Box stopBox() {
        return new Box(place.x(), place.y(), place.width(), Math.min(place.height(), Measures.TITLE_BAND));
    }

    Frame frame() {
        return frame;
    }

    void show(Frame next) {
        if (!next.equals(frame)) {
            frame = next;
            look();
        }
    }

    void place(Box box) {
        place = box;
        setLayoutX(box.x());
        setLayoutY(box.y());
        panel.setWidth(box.width());
        panel.setHeight(box.height());
        arrange();
    }

    Box place() {
        return place;
    }

    void detail(Detail level) {
        if (!level.equals(detail)) {
            detail = level;
            arrange();
        }
    }

    private void look() {
        HealthStates.set(this, frame.health().health());
        pseudoClassStateChanged(INNER, frame.depth() % 2 == 1);
        LineStyle style = LineStyle.of(frame);
        Looks.set(panel, style);
        Looks.colour(this, "frame", style.colour());
        title.setText(frame.title());
        owner.setText(frame.owner() == null ? "" : frame.owner());
        arrange();
    }

    private void arrange() {
        double room = place.width() - 1.5 * Measures.FRAME_INSET;
        double scale =
                Math.clamp(room / Math.max(1, title.getLayoutBounds().getWidth()), 1, Math.min(detail.enlarged(), 1.7));
        titleScale.setX(scale);
        titleScale.setY(scale);
        title.setLayoutY(TITLE_LINE + (scale - 1) * Measures.TITLE_SIZE * 0.36);
        title.setOpacity(detail.names() * frame.emphasis().opacity());
        owner.setLayoutX(
                place.width() - Measures.FRAME_INSET - owner.getLayoutBounds().getWidth());
        owner.setLayoutY(TITLE_LINE);
        owner.setOpacity(detail.small() * frame.emphasis().opacity());
        // In the inset, so that the title lines up with the cards below it.
        chevron.setLayoutX(Measures.FRAME_INSET / 2 - Chevron.SIZE / 2 + 0.5);
        chevron.setLayoutY(TITLE_LINE - 4 - Chevron.SIZE / 2);
        Looks.fade(chevron, owner.getOpacity());
    }
}
