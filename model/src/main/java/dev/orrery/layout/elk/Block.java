package dev.orrery.layout.elk;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Box;
import dev.orrery.layout.Size;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Boxes that have found their places among each other, counted from the block's own top left corner.
record Block(double width, double height, SortedMap<NodeId, Box> boxes) {
    static Block of(NodeId id, double width, double height) {
        return new Block(width, height, new TreeMap<>(Map.of(id, new Box(0, 0, width, height))));
    }

    Size size() {
        return new Size(width, height);
    }

    NodeId first() {
        return boxes.firstKey();
    }

    /// Adds the block's boxes to `all`, at (x, y).
    void addTo(SortedMap<NodeId, Box> all, double x, double y) {
        boxes.forEach((id, box) -> all.put(id, box.moved(x, y)));
    }

    /// The block inside a border.
    Block padded(double left, double top, double newWidth, double newHeight) {
        SortedMap<NodeId, Box> moved = new TreeMap<>();
        addTo(moved, left, top);
        return new Block(newWidth, newHeight, moved);
    }
}
