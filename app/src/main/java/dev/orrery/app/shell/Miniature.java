package dev.orrery.app.shell;

import dev.orrery.diagram.Diagram;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

/// A diagram so small that only boxes, frames and lines are left of it.
final class Miniature extends Pane {
    private final double width;
    private final double height;

    Miniature(double width, double height) {
        this.width = width;
        this.height = height;
        getStyleClass().add("miniature");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        setMouseTransparent(true);
    }

    void show(Diagram diagram) {
        Box bounds = diagram.bounds();
        double scale =
                Math.min(0.5, Math.min(width / Math.max(1, bounds.width()), height / Math.max(1, bounds.height())));
        double dx = (width - bounds.width() * scale) / 2 - bounds.x() * scale;
        double dy = (height - bounds.height() * scale) / 2 - bounds.y() * scale;
        getChildren().clear();
        diagram.frames().forEach(frame -> box(frame.box(), "miniature-frame", scale, dx, dy, 3));
        for (Diagram.Edge edge : diagram.edges()) {
            Polyline line = new Polyline();
            for (Point point : edge.route().points()) {
                line.getPoints().addAll(point.x() * scale + dx, point.y() * scale + dy);
            }
            line.getStyleClass().add("miniature-edge");
            getChildren().add(line);
        }
        diagram.cards().forEach(card -> box(card.box(), "miniature-card", scale, dx, dy, 2));
    }

    private void box(Box box, String style, double scale, double dx, double dy, double round) {
        Rectangle shape =
                new Rectangle(box.x() * scale + dx, box.y() * scale + dy, box.width() * scale, box.height() * scale);
        shape.setArcWidth(round * 2);
        shape.setArcHeight(round * 2);
        shape.getStyleClass().add(style);
        getChildren().add(shape);
    }
}
