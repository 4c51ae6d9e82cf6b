package dev.orrery.layout.elk;

import dev.orrery.graph.NodeId;
import dev.orrery.layout.Block;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Blocks in layers.
///
/// @param corners the top left corner of each block
/// @param sideways whether the layers follow each other from left to right, which a mirror would turn round
record Layered(List<Block> blocks, List<Point> corners, double width, double height, boolean sideways) {
    Block block() {
        SortedMap<NodeId, Box> all = new TreeMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).addTo(all, corners.get(i).x(), corners.get(i).y());
        }
        return new Block(width, height, all);
    }

    /// The mirror image: blocks change sides, what is inside of them stays.
    Block mirrored() {
        SortedMap<NodeId, Box> all = new TreeMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            block.addTo(
                    all,
                    width - corners.get(i).x() - block.width(),
                    corners.get(i).y());
        }
        return new Block(width, height, all);
    }
}
