package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.diagram.Measures;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// While something is dragged: lights where it would land, and says beside the mouse what that would change.
final class LandingHint extends Label {
    private static final double AWAY = 18;

    private final DiagramCanvas canvas;
    private final PictureNode picture;
    private final CanvasListener listener;
    private final Rectangle light = new Rectangle();
    private @Nullable Landing landing;
    private @Nullable String offer;

    LandingHint(DiagramCanvas canvas, PictureNode picture, CanvasListener listener) {
        this.canvas = canvas;
        this.picture = picture;
        this.listener = listener;
        getStyleClass().add("landing-hint");
        setId("landing-hint");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        light.getStyleClass().add("landing");
        light.setManaged(false);
        light.setArcWidth(2 * Measures.CARD_RADIUS);
        light.setArcHeight(2 * Measures.CARD_RADIUS);
    }

    /// The mouse is there with cards or the end of a line.
    void over(SortedSet<NodeId> dragged, Landing there, double x, double y) {
        if (!there.equals(landing)) {
            landing = there;
            offer = listener.offered(dragged, there);
            picture.removeFloating(light);
            Box lit = offer == null ? null : box(there);
            if (lit != null) {
                light.setX(lit.x());
                light.setY(lit.y());
                light.setWidth(lit.width());
                light.setHeight(lit.height());
                picture.addFloating(light);
            }
            setText(Objects.requireNonNullElse(offer, ""));
            setVisible(offer != null);
        }
        if (offer != null) {
            applyCss();
            double width = Math.ceil(prefWidth(-1));
            double height = Math.ceil(prefHeight(width));
            resizeRelocate(
                    Math.rint(Math.clamp(x + AWAY, 0, Math.max(0, canvas.getWidth() - width - 4))),
                    Math.rint(Math.clamp(y + AWAY, 0, Math.max(0, canvas.getHeight() - height - 4))),
                    width,
                    height);
        }
    }

    /// What it would land on, if that changes anything. Nothing is shown any more.
    Optional<Landing> end() {
        Optional<Landing> there = offer == null ? Optional.empty() : Optional.ofNullable(landing);
        picture.removeFloating(light);
        setVisible(false);
        landing = null;
        offer = null;
        return there;
    }

    /// Where cards would land: on the ground, or in the innermost boundary there.
    Landing at(Point point, SortedSet<NodeId> dragged) {
        NodeId under = picture.at(point);
        if (under != null && under.of() == NodeId.Of.BOUNDARY && picture.isCard(under) && !dragged.contains(under)) {
            return new Landing.Inside(under.id());
        }
        return picture.diagram().frames().stream()
                .filter(frame -> frame.box().contains(point))
                .max(Comparator.comparingInt(Frame::depth))
                .<Landing>map(frame -> new Landing.Inside(frame.id()))
                .orElseGet(Landing.Ground::new);
    }

    private @Nullable Box box(Landing there) {
        return switch (there) {
            case Landing.Inside inside -> picture.place(NodeId.boundary(inside.boundary()));
            case Landing.On on -> picture.place(on.card());
            case Landing.Ground() -> null;
        };
    }
}
