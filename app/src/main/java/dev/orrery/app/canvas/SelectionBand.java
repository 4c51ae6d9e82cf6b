package dev.orrery.app.canvas;

import dev.orrery.diagram.Diagram.Card;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.Comparator;
import java.util.List;
import javafx.scene.shape.Rectangle;

/// A rectangle that is drawn over the picture to select what is in it.
final class SelectionBand extends Rectangle {
    private final Point from;

    /// @param from where it begins, in the coordinates of the diagram
    SelectionBand(Point from) {
        super(from.x(), from.y(), 0, 0);
        this.from = from;
        getStyleClass().add("band");
        setManaged(false);
    }

    void to(Point there) {
        setX(Math.min(from.x(), there.x()));
        setY(Math.min(from.y(), there.y()));
        setWidth(Math.abs(there.x() - from.x()));
        setHeight(Math.abs(there.y() - from.y()));
    }

    /// The cards of which the middle is in it, as one reads them.
    List<NodeId> among(List<Card> cards) {
        Box band = new Box(getX(), getY(), getWidth(), getHeight());
        return cards.stream()
                .filter(card ->
                        band.contains(new Point(card.box().centerX(), card.box().centerY())))
                .sorted(Comparator.comparingDouble((Card card) -> card.box().y())
                        .thenComparingDouble(card -> card.box().x())
                        .thenComparing(Card::id))
                .map(Card::id)
                .toList();
    }
}
