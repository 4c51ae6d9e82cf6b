package dev.orrery.app.canvas;

import dev.orrery.app.theme.HealthStates;
import dev.orrery.app.theme.Inter;
import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.diagram.Measures;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// What is written on an opened boundary: its title at the left and its owner at the right. Its panel is painted.
final class FrameNode extends Parent implements Stop {
    private static final double TITLE_LINE = 19.5;

    private final Text title = Looks.text("frame-title", Inter.TITLE);
    private final Text owner = Looks.text("frame-owner", Inter.SMALL);
    private final MarkNode findings = new MarkNode();
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
        title.getTransforms().add(titleScale);
        title.setLayoutX(Measures.FRAME_INSET);
        title.setLayoutY(TITLE_LINE);
        getChildren().addAll(title, owner, chevron, findings);
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
        return titleBox(place);
    }

    static Box titleBox(Box frame) {
        return new Box(frame.x(), frame.y(), frame.width(), Math.min(frame.height(), Measures.TITLE_BAND));
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
        title.setText(frame.title());
        owner.setText(frame.owner() == null ? "" : frame.owner());
        findings.show(frame.findings());
        arrange();
    }

    private void arrange() {
        double scale = titleScale(place, title.getLayoutBounds().getWidth(), detail);
        titleScale.setX(scale);
        titleScale.setY(scale);
        title.setLayoutY(titleLine(scale));
        title.setOpacity(detail.names() * frame.opacity());
        owner.setLayoutX(
                place.width() - Measures.FRAME_INSET - owner.getLayoutBounds().getWidth());
        owner.setLayoutY(TITLE_LINE);
        owner.setOpacity(detail.small() * frame.opacity());
        // In the inset, so that the title lines up with the cards below it.
        chevron.setLayoutX(Measures.FRAME_INSET / 2 - Chevron.SIZE / 2 + 0.5);
        chevron.setLayoutY(TITLE_LINE - 4 - Chevron.SIZE / 2);
        Looks.fade(chevron, owner.getOpacity());
        double wide = title.getLayoutBounds().getWidth() * scale;
        findings.arrange(
                mark(frame, new Box(0, 0, place.width(), place.height()), wide, scale, detail),
                markSize(detail),
                markOpacity(frame, place, wide, detail));
    }

    /// After the title; where boxes are so small that they have no marks of their own, it counts what is in them.
    ///
    /// @param title its width as it is shown
    static Box mark(Frame frame, Box box, double title, double titleScale, Detail detail) {
        return frame.findings()
                .afterTitle(
                        box.x() + Measures.FRAME_INSET + title,
                        box.y() + titleLine(titleScale) - Measures.TITLE_SIZE * titleScale * 0.36,
                        markSize(detail));
    }

    static double markSize(Detail detail) {
        return Math.min(detail.enlarged(), 1.7);
    }

    /// Only where it has room beside the title.
    static double markOpacity(Frame frame, Box box, double title, Detail detail) {
        double end = mark(frame, box, title, 1, detail).right();
        return end > box.right() - Measures.FRAME_INSET / 2
                ? 0
                : (1 - detail.badges()) * detail.names() * frame.emphasis().opacity();
    }

    /// By how much a title grows at small zooms.
    static double titleScale(Box box, double titleWidth, Detail detail) {
        double room = box.width() - 1.5 * Measures.FRAME_INSET;
        return Math.clamp(room / Math.max(1, titleWidth), 1, Math.min(detail.enlarged(), 1.7));
    }

    /// Baseline of a title, below the top of the frame.
    static double titleLine(double scale) {
        return TITLE_LINE + (scale - 1) * Measures.TITLE_SIZE * 0.36;
    }
}
