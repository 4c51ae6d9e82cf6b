package dev.orrery.app.canvas;

import dev.orrery.app.theme.Inter;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.Emphasis;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.layout.Route;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.scene.transform.Rotate;

/// A dependency: a line with rounded corners, an arrow at what is needed, and a count where it stands for several.
final class EdgeNode extends Parent {
    private static final double HEAD_LENGTH = 8;
    private static final String HEAD = "M0 0L-8.5 -3.6L-8.5 3.6Z";
    private static final String OPEN_HEAD = "M-7.5 -3.6L-.6 0L-7.5 3.6";
    private static final double DATA_BAR_AT = -12;

    private final Path line = new Path();
    private final SVGPath head = Looks.icon("edge-head", HEAD);
    private final Line dataBar = new Line(DATA_BAR_AT, -4, DATA_BAR_AT, 4);
    private final Rotate headTurn = new Rotate();
    private final Rotate barTurn = new Rotate();
    private final Parent label;
    private final Rectangle labelGround = new Rectangle();
    private final Text labelText = Looks.text("edge-label", Inter.SMALL);
    private Edge edge;
    private Box bounds;

    EdgeNode(Edge edge) {
        this.edge = edge;
        this.bounds = around(edge.route());
        getStyleClass().add("edge");
        setManaged(false);
        setMouseTransparent(true);
        line.getStyleClass().add("edge-line");
        dataBar.getStyleClass().add("edge-bar");
        head.getTransforms().add(headTurn);
        dataBar.getTransforms().add(barTurn);
        labelGround.getStyleClass().add("edge-label-ground");
        label = new Label(labelGround, labelText);
        getChildren().addAll(line, dataBar, head);
        route(edge.route());
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
        boolean rerouted = !next.route().equals(edge.route()) || next.optional() != edge.optional();
        edge = next;
        if (rerouted) {
            route(next.route());
        }
        look();
    }

    /// @param opacity of the whole edge; on its parts, because blending a group costs a picture of it
    void fade(double opacity) {
        line.setOpacity(opacity);
        head.setOpacity(opacity);
        dataBar.setOpacity(opacity);
    }

    void detail(Detail level) {
        label.setVisible(edge.label() != null && level.small() > 0);
        head.setVisible(!level.plain());
        dataBar.setVisible(edge.kind() == DependencyKind.DATA && level.small() > 0);
    }

    void near(boolean near, boolean calm) {
        pseudoClassStateChanged(Looks.NEAR, near);
        pseudoClassStateChanged(Looks.CALM, calm);
        label.pseudoClassStateChanged(Looks.NEAR, near);
    }

    private void route(Route route) {
        bounds = around(route);
        line.getElements().setAll(RouteShape.line(route, edge.optional() ? 1 : HEAD_LENGTH - 1));
        Point tip = route.points().getLast();
        double heading = RouteShape.heading(route);
        head.setLayoutX(tip.x());
        head.setLayoutY(tip.y());
        headTurn.setAngle(heading);
        dataBar.setLayoutX(tip.x());
        dataBar.setLayoutY(tip.y());
        barTurn.setAngle(heading);
    }

    private void look() {
        Looks.set(this, edge.emphasis());
        Looks.set(label, edge.emphasis());
        pseudoClassStateChanged(Looks.FAILING, edge.failing() && edge.emphasis() != Emphasis.DIMMED);
        pseudoClassStateChanged(Looks.OPTIONAL, edge.optional());
        head.setContent(edge.optional() ? OPEN_HEAD : HEAD);
        List<String> classes = List.of("edge", kind(edge.kind()), certainty(edge.certainty()), width(edge.count()));
        if (!getStyleClass().equals(classes)) {
            getStyleClass().setAll(classes);
        }
        dataBar.setVisible(edge.kind() == DependencyKind.DATA);
        String text = edge.label();
        Point at = edge.labelAt();
        label.setVisible(text != null && at != null);
        if (text != null && at != null) {
            labelText.setText(text);
            double width = labelText.getLayoutBounds().getWidth();
            labelText.setX(Math.round(at.x() - width / 2));
            labelText.setY(Math.round(at.y()) + 4);
            labelGround.setX(Math.round(at.x() - width / 2) - 5);
            labelGround.setY(Math.round(at.y()) - 8);
            labelGround.setWidth(Math.ceil(width) + 10);
            labelGround.setHeight(16);
            labelGround.setArcWidth(16);
            labelGround.setArcHeight(16);
        }
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
        return new Box(left, top, right - left, bottom - top).grown(HEAD_LENGTH);
    }

    private static String kind(DependencyKind kind) {
        return switch (kind) {
            case SYNC -> "sync";
            case ASYNC -> "async";
            case DATA -> "data";
        };
    }

    private static String certainty(Certainty certainty) {
        return switch (certainty) {
            case DECLARED -> "declared";
            case INFERRED -> "inferred";
            case OBSERVED -> "observed";
            case ALLOWED -> "allowed";
        };
    }

    private static String width(int count) {
        return count == 1 ? "single" : count < 5 ? "several" : "many";
    }

    private static final class Label extends Parent {
        Label(Rectangle ground, Text text) {
            getStyleClass().add("edge-count");
            setManaged(false);
            setMouseTransparent(true);
            getChildren().addAll(ground, text);
        }
    }
}
