package dev.orrery.layout;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Brings boxes to where they were put by hand and pushes others out of the way, no further than
/// needed.
///
/// Boundaries grow with their members. What is pushed goes to the nearest free place: a box within its
/// boundary, a boundary as a whole. A boundary that holds a pinned box stays, and what is not pinned
/// makes room. Pins win: where two of them contradict each other, boxes overlap.
public final class Pinning {
    private final SortedMap<NodeId, Box> boxes;
    private final SortedMap<String, Size> titles;
    private final Set<NodeId> pinned;
    private final Map<String, List<Child>> children = new HashMap<>();

    /// A box or a frame, directly inside another frame.
    private record Child(@Nullable NodeId box, @Nullable String frame) {}

    private Pinning(SortedMap<NodeId, Box> boxes, SortedMap<String, Size> titles, Set<NodeId> pinned) {
        this.boxes = boxes;
        this.titles = titles;
        this.pinned = pinned;
    }

    /// Places for all boxes. Without pins, those that are given.
    ///
    /// @param boxes where they lie so far, nowhere overlapping
    public static SortedMap<NodeId, Box> settle(
            VisibleGraph graph, SortedMap<NodeId, Box> boxes, SortedMap<String, Size> titles, Collection<Pin> pins) {
        SortedMap<NodeId, Pin> heeded = new TreeMap<>();
        for (Pin pin : pins) {
            if (boxes.containsKey(pin.node())) {
                heeded.put(pin.node(), pin);
            }
        }
        if (heeded.isEmpty()) {
            return new TreeMap<>(boxes);
        }
        SortedMap<NodeId, Box> moved = new TreeMap<>(boxes);
        heeded.forEach((id, pin) -> {
            Box box = at(boxes, id);
            moved.put(id, new Box(pin.x(), pin.y(), box.width(), box.height()));
        });
        Pinning pinning = new Pinning(moved, titles, heeded.keySet());
        pinning.read(graph);
        pinning.makeRoom("");
        return pinning.boxes;
    }

    /// The same boxes, all shifted by the same: as near as may be to where the pins want them.
    public static SortedMap<NodeId, Box> towards(SortedMap<NodeId, Box> boxes, Collection<Pin> pins) {
        List<Pin> heeded =
                pins.stream().filter(pin -> boxes.containsKey(pin.node())).toList();
        if (heeded.isEmpty()) {
            return boxes;
        }
        double dx = median(heeded.stream()
                .map(pin -> pin.x() - at(boxes, pin.node()).x())
                .toList());
        double dy = median(heeded.stream()
                .map(pin -> pin.y() - at(boxes, pin.node()).y())
                .toList());
        SortedMap<NodeId, Box> moved = new TreeMap<>();
        boxes.forEach((id, box) -> moved.put(id, box.moved(dx, dy)));
        return moved;
    }

    private static Box at(SortedMap<NodeId, Box> boxes, NodeId id) {
        Box box = boxes.get(id);
        if (box == null) {
            throw new IllegalArgumentException("no place for " + id);
        }
        return box;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void read(VisibleGraph graph) {
        for (VisibleGraph.Node node : graph.nodes()) {
            if (boxes.containsKey(node.id())) {
                inside(node.boundary()).add(new Child(node.id(), null));
            }
        }
        graph.boundaries().forEach(frame -> inside(frame.within()).add(new Child(null, frame.id())));
    }

    private List<Child> inside(@Nullable String frame) {
        return children.computeIfAbsent(frame == null ? "" : frame, _ -> new ArrayList<>());
    }

    /// From the inside out; those that stay first, then those nearest to them.
    private void makeRoom(String frame) {
        List<Child> staying = new ArrayList<>();
        List<Child> others = new ArrayList<>();
        for (Child child : inside(frame)) {
            if (child.frame() != null) {
                makeRoom(child.frame());
            }
            if (boxesIn(child).isEmpty()) {
                continue;
            }
            (stays(child) ? staying : others).add(child);
        }
        List<Box> taken = new ArrayList<>();
        for (Child child : staying) {
            taken.add(extent(child));
        }
        List<Box> held = List.copyOf(taken);
        others.sort(Comparator.comparingDouble((Child child) -> held.stream()
                        .mapToDouble(stay -> distance(stay, extent(child)))
                        .min()
                        .orElse(0))
                .thenComparing(child -> boxesIn(child).first()));
        for (Child child : others) {
            Box here = extent(child);
            Box free = FreePlace.nearest(here, taken);
            for (NodeId id : boxesIn(child)) {
                boxes.put(id, at(boxes, id).moved(free.x() - here.x(), free.y() - here.y()));
            }
            taken.add(free);
        }
    }

    private boolean stays(Child child) {
        return boxesIn(child).stream().anyMatch(pinned::contains);
    }

    private Box extent(Child child) {
        if (child.box() != null) {
            return at(boxes, child.box());
        }
        String frame = child.frame() == null ? "" : child.frame();
        Box content = inside(frame).stream()
                .filter(inner -> !boxesIn(inner).isEmpty())
                .map(this::extent)
                .reduce(Frames::hull)
                .orElseThrow();
        return Frames.around(content, titles.getOrDefault(frame, new Size(0, 0)));
    }

    private SortedSet<NodeId> boxesIn(Child child) {
        SortedSet<NodeId> found = new TreeSet<>();
        if (child.box() != null) {
            found.add(child.box());
        } else if (child.frame() != null) {
            inside(child.frame()).forEach(inner -> found.addAll(boxesIn(inner)));
        }
        return found;
    }

    private static double distance(Box one, Box other) {
        return Math.abs(one.centerX() - other.centerX()) + Math.abs(one.centerY() - other.centerY());
    }
}
