package dev.orrery.layout.layered;

import dev.orrery.layout.Size;

/// A single box.
final class Card extends Tile {
    private static final Tile[] NOTHING = {};
    /// In the list of the graph's nodes.
    final int node;

    Card(int node, Size size) {
        this.node = node;
        width = size.width();
        height = size.height();
    }

    @Override
    Tile[] inside() {
        return NOTHING;
    }

    @Override
    void arrange() {}
}
