package dev.orrery.app.canvas;

import dev.orrery.diagram.Measures;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.scene.shape.Rectangle;

/// Cards in the hand: each stays where it is and has a shadow where it would be put down.
final class CarriedCards {
    private static final double GRID = 8;
    private static final Box NOWHERE = new Box(0, 0, 0, 0);

    private final PictureNode picture;
    private final NodeId lead;
    private final TreeMap<NodeId, Rectangle> shadows = new TreeMap<>();

    /// @param lead the card under the mouse, which goes on a grid
    /// @param cards all that go with it, and itself
    CarriedCards(PictureNode picture, NodeId lead, SortedSet<NodeId> cards) {
        this.picture = picture;
        this.lead = lead;
        picture.hold(lead);
        cards.forEach(card -> shadows.put(card, shadow(placeOf(card))));
        shadows.forEach((card, shadow) -> {
            picture.addFloating(shadow);
            lifted(card, true);
        });
    }

    SortedSet<NodeId> cards() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(shadows.keySet()));
    }

    /// The hand has moved.
    ///
    /// @param dx in the coordinates of the diagram
    /// @param free whether the grid is left aside
    void over(double dx, double dy, boolean free) {
        places(dx, dy, free).forEach((card, place) -> {
            Rectangle shadow = shadows.get(card);
            if (shadow != null) {
                shadow.setX(place.x());
                shadow.setY(place.y());
            }
        });
    }

    /// Where the cards would be put down; they keep their places to each other.
    SortedMap<NodeId, Point> places(double dx, double dy, boolean free) {
        Box first = placeOf(lead);
        double across = free ? dx : onGrid(first.x() + dx) - first.x();
        double along = free ? dy : onGrid(first.y() + dy) - first.y();
        TreeMap<NodeId, Point> places = new TreeMap<>();
        shadows.keySet().forEach(card -> {
            Box place = placeOf(card);
            places.put(card, new Point(place.x() + across, place.y() + along));
        });
        return places;
    }

    /// The shadows go.
    void putDown() {
        shadows.forEach((card, shadow) -> {
            picture.removeFloating(shadow);
            lifted(card, false);
        });
    }

    private void lifted(NodeId id, boolean lifted) {
        CardNode card = picture.card(id);
        if (card != null) {
            card.lifted(lifted);
        }
    }

    private Box placeOf(NodeId card) {
        return Objects.requireNonNullElse(picture.place(card), NOWHERE);
    }

    private static double onGrid(double at) {
        return Math.round(at / GRID) * GRID;
    }

    private static Rectangle shadow(Box place) {
        Rectangle shadow = new Rectangle(place.x(), place.y(), place.width(), place.height());
        shadow.getStyleClass().add("ghost");
        shadow.setManaged(false);
        shadow.setArcWidth(2 * Measures.CARD_RADIUS);
        shadow.setArcHeight(2 * Measures.CARD_RADIUS);
        return shadow;
    }
}
