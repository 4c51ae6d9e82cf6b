package dev.orrery.layout.layered;

import org.jspecify.annotations.Nullable;

/// What is moved as one on a picture with opened boundaries: a card, a boundary with all that is in it, or several of
/// these that have found their places among each other.
///
/// Cards are numbered so that those of every tile follow each other.
abstract sealed class Tile permits Card, Framed, Layers, Cells, Shelves {
    /// The tile around it.
    @Nullable
    Tile around;
    /// Of the tile's top left corner, counted from that of the tile around it.
    double x;

    double y;
    /// The same, counted from that of the picture; known once all is arranged.
    double left;

    double top;
    double width;
    double height;
    /// The number of its first card, and one past that of the last.
    int first;

    int end;
    /// Numbers of the edges with one end or both ends in it.
    int[] edges = {};
    /// Numbers of the edges with only one end in it.
    int[] leaving = {};

    /// What lies directly in it.
    abstract Tile[] inside();

    /// Gives what is inside its place, and itself a size, once all that is inside has one.
    abstract void arrange();

    boolean holds(int card) {
        return first <= card && card < end;
    }
}
