package dev.orrery.layout;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The frames of opened boundaries follow from the boxes inside them and the size of their titles.
public final class Frames {
    private Frames() {}

    /// The frame of every opened boundary, just large enough for its members, its inset and its title.
    public static SortedMap<String, Box> around(
            VisibleGraph graph, SortedMap<NodeId, Box> boxes, SortedMap<String, Size> titles) {
        Map<String, Box> contents = new HashMap<>();
        for (VisibleGraph.Node node : graph.nodes()) {
            Box box = boxes.get(node.id());
            if (node.boundary() != null && box != null) {
                contents.merge(node.boundary(), box, Frames::hull);
            }
        }
        SortedMap<String, Box> frames = new TreeMap<>();
        for (VisibleGraph.Frame frame : innermostFirst(graph)) {
            Box content = contents.get(frame.id());
            if (content == null) {
                continue;
            }
            Box box = around(content, titles.getOrDefault(frame.id(), new Size(0, 0)));
            frames.put(frame.id(), box);
            if (frame.within() != null) {
                contents.merge(frame.within(), box, Frames::hull);
            }
        }
        return frames;
    }

    /// The frame around a content.
    public static Box around(Box content, Size title) {
        double above = title.height() + Spacing.UNDER_TITLE;
        return new Box(
                content.x() - Spacing.INSET,
                content.y() - above,
                Math.max(title.width(), content.width() + 2 * Spacing.INSET),
                above + content.height() + Spacing.INSET);
    }

    /// The part of a frame that its title covers and that routes keep clear of: at the left of the
    /// band. The rest of the band may be crossed.
    public static Box title(Box frame, Size title) {
        return new Box(frame.x(), frame.y(), Math.min(title.width(), frame.width()), title.height());
    }

    /// The smallest box around both.
    public static Box hull(Box one, Box other) {
        double x = Math.min(one.x(), other.x());
        double y = Math.min(one.y(), other.y());
        return new Box(x, y, Math.max(one.right(), other.right()) - x, Math.max(one.bottom(), other.bottom()) - y);
    }

    /// Ids of the opened boundaries around something, outermost first.
    static List<String> enclosing(Map<String, VisibleGraph.Frame> frames, @Nullable String innermost) {
        Deque<String> path = new ArrayDeque<>();
        for (String id = innermost; id != null; ) {
            path.addFirst(id);
            VisibleGraph.Frame frame = frames.get(id);
            id = frame == null ? null : frame.within();
        }
        return List.copyOf(path);
    }

    static Map<String, VisibleGraph.Frame> byId(VisibleGraph graph) {
        Map<String, VisibleGraph.Frame> byId = new HashMap<>();
        graph.boundaries().forEach(frame -> byId.put(frame.id(), frame));
        return byId;
    }

    /// The opened boundaries, none before one inside of it.
    public static List<VisibleGraph.Frame> innermostFirst(VisibleGraph graph) {
        Map<String, VisibleGraph.Frame> byId = byId(graph);
        Map<Integer, List<VisibleGraph.Frame>> byDepth = new TreeMap<>(Comparator.reverseOrder());
        for (VisibleGraph.Frame frame : graph.boundaries()) {
            byDepth.computeIfAbsent(enclosing(byId, frame.id()).size(), _ -> new ArrayList<>())
                    .add(frame);
        }
        return byDepth.values().stream().flatMap(List::stream).toList();
    }
}
