package dev.orrery.layout;

import dev.orrery.graph.NodeId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Boxes that have found their places among each other, counted from the block's own top left corner.
public record Block(double width, double height, SortedMap<NodeId, Box> boxes) {
    public static Block of(NodeId id, double width, double height) {
        return new Block(width, height, new TreeMap<>(Map.of(id, new Box(0, 0, width, height))));
    }

    public Size size() {
        return new Size(width, height);
    }

    public NodeId first() {
        return boxes.firstKey();
    }

    /// Adds the block's boxes to `all`, at (x, y).
    public void addTo(SortedMap<NodeId, Box> all, double x, double y) {
        boxes.forEach((id, box) -> all.put(id, box.moved(x, y)));
    }

    /// The block inside a border.
    public Block padded(double left, double top, double newWidth, double newHeight) {
        SortedMap<NodeId, Box> moved = new TreeMap<>();
        addTo(moved, left, top);
        return new Block(newWidth, newHeight, moved);
    }
}
