package dev.orrery.layout;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What routes have to go around, with frames known by number.
///
/// @param boxes all boxes, in the order of the graph's nodes
/// @param frameOf for each box the number of the innermost frame around it, or -1
/// @param frames all frames, outer ones before those inside
/// @param parents for each frame the number of the frame around it, or -1
/// @param titles for each frame the part that its title covers
record Ground(
        List<Box> boxes,
        Map<NodeId, Integer> numbers,
        List<Integer> frameOf,
        List<Box> frames,
        List<Integer> parents,
        List<Box> titles) {

    static Ground of(VisibleGraph graph, Placement placement, SortedMap<String, Size> titleSizes) {
        List<Box> frames = new ArrayList<>();
        List<Box> titles = new ArrayList<>();
        List<Integer> parents = new ArrayList<>();
        Map<String, Integer> frameNumbers = new HashMap<>();
        for (VisibleGraph.Frame frame : Frames.innermostFirst(graph).reversed()) {
            Box box = placement.frames().get(frame.id());
            if (box != null) {
                frameNumbers.put(frame.id(), frames.size());
                parents.add(frame.within() == null ? -1 : frameNumbers.getOrDefault(frame.within(), -1));
                frames.add(box);
                titles.add(Frames.title(box, titleSizes.getOrDefault(frame.id(), new Size(0, 0))));
            }
        }
        List<Box> boxes = new ArrayList<>();
        Map<NodeId, Integer> numbers = new HashMap<>();
        List<Integer> frameOf = new ArrayList<>();
        for (VisibleGraph.Node node : graph.nodes()) {
            Box box = placement.boxes().get(node.id());
            if (box != null) {
                frameOf.add(node.boundary() == null ? -1 : frameNumbers.getOrDefault(node.boundary(), -1));
                numbers.put(node.id(), boxes.size());
                boxes.add(box);
            }
        }
        return new Ground(boxes, numbers, frameOf, frames, parents, titles);
    }

    /// The whole title band of a frame, along which nothing runs.
    Box band(int frame) {
        Box box = frames.get(frame);
        return new Box(box.x(), box.y(), box.width(), titles.get(frame).height());
    }

    /// How many borders lie between two places whose innermost frames are given.
    int borders(int one, int other) {
        int count = 0;
        int a = one;
        int b = other;
        while (a != b) {
            // Frames are numbered from the outside in, so the higher number is never the outer one.
            if (a > b) {
                a = parents.get(a);
            } else {
                b = parents.get(b);
            }
            count++;
        }
        return count;
    }

    /// Whether `frame` is `inner` or one around it.
    boolean encloses(int frame, int inner) {
        for (int at = inner; at >= 0; at = parents.get(at)) {
            if (at == frame) {
                return true;
            }
        }
        return false;
    }
}
