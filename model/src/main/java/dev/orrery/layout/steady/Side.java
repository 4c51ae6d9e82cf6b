package dev.orrery.layout.steady;

import dev.orrery.layout.Box;
import dev.orrery.layout.Spacing;

/// A direction in which boxes are pushed, in the order in which they are preferred.
enum Side {
    BELOW,
    ABOVE,
    RIGHT,
    LEFT;

    /// How much room there is between `origin` and a box that lies on this side of it; less than 0 where it does
    /// not.
    double gap(Box origin, Box box) {
        return switch (this) {
            case BELOW -> box.y() - origin.bottom();
            case RIGHT -> box.x() - origin.right();
            case LEFT -> origin.x() - box.right();
            case ABOVE -> origin.y() - box.bottom();
        };
    }

    Side opposite() {
        return switch (this) {
            case BELOW -> ABOVE;
            case ABOVE -> BELOW;
            case RIGHT -> LEFT;
            case LEFT -> RIGHT;
        };
    }

    /// A usual distance on this side.
    double usual() {
        return this == BELOW || this == ABOVE ? Spacing.BELOW : Spacing.BESIDE;
    }

    double dx(double way) {
        return switch (this) {
            case RIGHT -> way;
            case LEFT -> -way;
            case BELOW, ABOVE -> 0;
        };
    }

    double dy(double way) {
        return switch (this) {
            case BELOW -> way;
            case ABOVE -> -way;
            case RIGHT, LEFT -> 0;
        };
    }
}
