package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.FindingMark;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Says beside the mouse why the line under it is there. A short wait keeps the picture calm while the mouse only
/// passes.
final class EdgeHint extends VBox {
    /// In pixels of the canvas, so that a thin line can be met.
    private static final double REACH = 6;
    /// Between the mouse and the words.
    private static final double AWAY = 14;

    private final DiagramCanvas canvas;
    private final PictureNode picture;
    private final PauseTransition rest = new PauseTransition(Duration.millis(250));
    private @Nullable Object under;
    private double mouseX;
    private double mouseY;

    EdgeHint(DiagramCanvas canvas, PictureNode picture) {
        super(2);
        this.canvas = canvas;
        this.picture = picture;
        getStyleClass().add("edge-hint");
        setId("edge-hint");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        rest.setOnFinished(_ -> tell());
    }

    /// The mouse is over the ground at this place of the canvas.
    void over(double x, double y) {
        mouseX = x;
        mouseY = y;
        Viewport viewport = canvas.viewportProperty().get();
        Edge nearest = picture.edgeAt(viewport.toDiagram(x, y), REACH / viewport.zoom());
        if (nearest == null) {
            leave();
        } else if (!nearest.equals(under)) {
            under = nearest;
            setVisible(false);
            rest.playFromStart();
        }
    }

    /// The mouse is over what inspections found.
    void over(FindingMark mark, double x, double y) {
        mouseX = x;
        mouseY = y;
        if (!mark.equals(under)) {
            under = mark;
            setVisible(false);
            rest.playFromStart();
        }
    }

    /// The mouse is over something else, or away.
    void leave() {
        under = null;
        rest.stop();
        setVisible(false);
    }

    private void tell() {
        switch (under) {
            case Edge edge -> {
                EdgeWords words = EdgeWords.of(edge, canvas.diagram());
                say(words.title(), words.lines());
            }
            case FindingMark mark -> say(mark.words(), mark.lines());
            case null, default -> {
                return;
            }
        }
        for (Node child : getChildren()) {
            child.setMouseTransparent(true);
        }
        applyCss();
        double width = Math.min(prefWidth(-1), canvas.getWidth() - 2 * AWAY);
        double height = prefHeight(width);
        double x = Math.clamp(mouseX + AWAY, 0, Math.max(0, canvas.getWidth() - width - 4));
        double below = mouseY + AWAY;
        double y = below + height > canvas.getHeight() ? Math.max(0, mouseY - AWAY - height) : below;
        resizeRelocate(Math.rint(x), Math.rint(y), Math.ceil(width), Math.ceil(height));
        setVisible(true);
    }

    private void say(String words, List<String> lines) {
        Label title = new Label(words);
        title.getStyleClass().add("edge-hint-title");
        getChildren().setAll(title);
        lines.forEach(line -> getChildren().add(new Label(line)));
    }

    /// From a point to the nearest piece of a route.
    static double distance(Route route, Point at) {
        double least = Double.POSITIVE_INFINITY;
        List<Point> points = route.points();
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double dx = to.x() - from.x();
            double dy = to.y() - from.y();
            double length = dx * dx + dy * dy;
            double part =
                    length == 0 ? 0 : Math.clamp(((at.x() - from.x()) * dx + (at.y() - from.y()) * dy) / length, 0, 1);
            least = Math.min(least, Math.hypot(at.x() - from.x() - part * dx, at.y() - from.y() - part * dy));
        }
        return least;
    }
}
