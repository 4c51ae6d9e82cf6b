package dev.orrery.layout.elk;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which boxes and boundaries lie directly in which, and on which level each edge is to be seen.
final class Nesting {
    /// What stands for the outermost level, which is no boundary.
    static final String TOP = "";

    private final Map<String, VisibleGraph.Frame> frames = new HashMap<>();
    private final Map<NodeId, VisibleGraph.Node> nodes = new HashMap<>();
    private final Map<String, Level> levels = new HashMap<>();

    /// Something that lies directly on a level: a box, or a boundary with all that is in it.
    sealed interface Child {}

    record Card(NodeId id) implements Child {}

    record Inner(String frame) implements Child {}

    /// An edge whose ends lie in different children of one level.
    record Crossing(Child from, Child to, NodeId start, NodeId end) {}

    /// A box of this level and one outside of it that an edge joins.
    record Leaving(Child inside, NodeId start, NodeId outside) {}

    /// @param leaving edges with one end outside of this boundary
    record Level(List<Child> children, List<Crossing> edges, List<Leaving> leaving) {
        Level() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    Nesting(VisibleGraph graph) {
        levels.put(TOP, new Level());
        graph.boundaries().forEach(frame -> frames.put(frame.id(), frame));
        for (VisibleGraph.Node node : graph.nodes()) {
            nodes.put(node.id(), node);
            level(node.boundary()).children().add(new Card(node.id()));
        }
        for (VisibleGraph.Frame frame : graph.boundaries()) {
            level(frame.within()).children().add(new Inner(frame.id()));
        }
        graph.edges().forEach(edge -> file(edge.id().from(), edge.id().to()));
    }

    Level level(@Nullable String frame) {
        return levels.computeIfAbsent(frame == null ? TOP : frame, _ -> new Level());
    }

    private void file(NodeId start, NodeId end) {
        List<String> around = path(start);
        List<String> aroundEnd = path(end);
        int shared = 0;
        while (shared < around.size()
                && shared < aroundEnd.size()
                && around.get(shared).equals(aroundEnd.get(shared))) {
            shared++;
        }
        level(around.get(shared - 1))
                .edges()
                .add(new Crossing(child(around, shared, start), child(aroundEnd, shared, end), start, end));
        for (int i = shared; i < around.size(); i++) {
            level(around.get(i)).leaving().add(new Leaving(child(around, i + 1, start), start, end));
        }
        for (int i = shared; i < aroundEnd.size(); i++) {
            level(aroundEnd.get(i)).leaving().add(new Leaving(child(aroundEnd, i + 1, end), end, start));
        }
    }

    private static Child child(List<String> path, int depth, NodeId box) {
        return depth < path.size() ? new Inner(path.get(depth)) : new Card(box);
    }

    /// From the outermost level to the boundary in which the box lies.
    private List<String> path(NodeId box) {
        List<String> path = new ArrayList<>();
        VisibleGraph.Node node = nodes.get(box);
        for (String id = node == null ? null : node.boundary(); id != null; ) {
            path.addFirst(id);
            VisibleGraph.Frame frame = frames.get(id);
            id = frame == null ? null : frame.within();
        }
        path.addFirst(TOP);
        return path;
    }
}
