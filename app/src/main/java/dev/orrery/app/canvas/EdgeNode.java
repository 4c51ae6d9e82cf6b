package dev.orrery.app.canvas;

import dev.orrery.app.theme.Inter;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.EdgePath;
import dev.orrery.diagram.LineStyle;
import dev.orrery.diagram.Measures;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.topology.DependencyKind;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;

/// A dependency: a line with rounded corners, an arrow at what is needed, and a count where it stands for several.
final class EdgeNode extends Parent {
    private final SVGPath line = Looks.icon("edge-line", "");
    private final SVGPath head = Looks.icon("edge-head", "");
    private final SVGPath bar = Looks.icon("edge-bar", "");
    private final Label label = new Label();
    private Edge edge;
    private Box bounds;
    private double motion = 1;
    private double thickened = 1;

    EdgeNode(Edge edge) {
        this.edge = edge;
        this.bounds = around(edge.route());
        getStyleClass().add("edge");
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(line, bar, head);
        route();
        look();
    }

    Edge edge() {
        return edge;
    }

    /// Lies in a layer of its own, above all lines.
    Parent label() {
        return label;
    }

    /// Around the line, for leaving out what is not seen.
    Box bounds() {
        return bounds;
    }

    void show(Edge next) {
        if (next.equals(edge)) {
            return;
        }
        boolean rerouted = !next.route().equals(edge.route());
        edge = next;
        if (rerouted) {
            route();
        }
        look();
    }

    /// @param part how far the edge has come in, 0 to 1
    void fade(double part) {
        motion = part;
        opacity();
    }

    void detail(Detail level) {
        thickened = level.thickened();
        line.setStrokeWidth(LineStyle.of(edge).width() * thickened);
        label.setVisible(edge.label() != null && level.small() > 0);
        head.setVisible(!level.plain());
        bar.setVisible(edge.kind() == DependencyKind.DATA && level.small() > 0);
    }

    /// @param near beside what the mouse is over
    /// @param calm away from it
    void near(boolean near, boolean calm) {
        pseudoClassStateChanged(Looks.NEAR, near);
        pseudoClassStateChanged(Looks.CALM, calm);
        label.pseudoClassStateChanged(Looks.NEAR, near);
    }

    private void route() {
        Route route = edge.route();
        bounds = around(route);
        line.setContent(EdgePath.line(route));
        head.setContent(EdgePath.head(route));
        bar.setContent(Objects.requireNonNullElse(EdgePath.bar(route), ""));
    }

    private void look() {
        LineStyle style = LineStyle.of(edge);
        Looks.set(line, style);
        line.setStrokeWidth(style.width() * thickened);
        Looks.colour(this, "edge", style.colour());
        bar.setStrokeWidth(style.width());
        pseudoClassStateChanged(Looks.OPTIONAL, edge.optional());
        bar.setVisible(edge.kind() == DependencyKind.DATA);
        label.show(edge);
        opacity();
    }

    /// On the parts, because blending a group costs a picture of it.
    private void opacity() {
        double opacity = motion * edge.emphasis().opacity();
        line.setOpacity(opacity);
        head.setOpacity(opacity);
        bar.setOpacity(opacity);
        label.fade(opacity);
    }

    private static Box around(Route route) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point point : route.points()) {
            left = Math.min(left, point.x());
            top = Math.min(top, point.y());
            right = Math.max(right, point.x());
            bottom = Math.max(bottom, point.y());
        }
        return new Box(left, top, right - left, bottom - top).grown(Measures.BEND_RADIUS);
    }

    private static final class Label extends Parent {
        private final Rectangle ground = new Rectangle();
        private final Text text = Looks.text("edge-label", Inter.SMALL);

        Label() {
            getStyleClass().add("edge-count");
            setManaged(false);
            setMouseTransparent(true);
            ground.getStyleClass().add("edge-label-ground");
            getChildren().addAll(ground, text);
        }

        void show(Edge edge) {
            String words = edge.label();
            Point at = edge.labelAt();
            setVisible(words != null && at != null);
            pseudoClassStateChanged(Looks.FAILING, edge.failing());
            if (words != null && at != null) {
                Box box = Measures.label(words, at);
                text.setText(words);
                text.setX(box.centerX() - text.getLayoutBounds().getWidth() / 2);
                text.setY(box.centerY() + 3.7);
                ground.setX(Math.rint(box.x()));
                ground.setY(Math.rint(box.y()));
                ground.setWidth(box.width());
                ground.setHeight(box.height());
                ground.setArcWidth(box.height());
                ground.setArcHeight(box.height());
            }
        }

        void fade(double opacity) {
            ground.setOpacity(opacity);
            text.setOpacity(opacity);
        }
    }
}
