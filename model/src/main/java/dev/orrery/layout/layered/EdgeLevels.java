package dev.orrery.layout.layered;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// On which level each edge is seen: the innermost boundary that holds both of its ends, or else the whole picture.
///
/// Levels are numbered from the inside out, as the boundaries are; the last is the picture. Children of a level are
/// counted as they come: its nodes, then the boundaries in it that hold anything.
final class EdgeLevels {
    /// Of each node, and of each boundary, the level in which it lies directly.
    final int[] ofNode;

    final int[] ofFrame;
    /// Numbers of the nodes at the ends of each edge.
    final int[] from;

    final int[] to;
    /// For each edge, which of its level's children hold its ends.
    final int[] fromChild;

    final int[] toChild;
    /// The edges of each level.
    private final List<List<Integer>> edges = new ArrayList<>();
    private final boolean[] joined;
    private final int picture;
    private final int[] depth;
    private final int[] childOfNode;
    private final int[] childOfFrame;

    /// @param frames all boundaries of the graph, none before one inside of it
    EdgeLevels(VisibleGraph graph, List<VisibleGraph.Frame> frames) {
        picture = frames.size();
        Map<String, Integer> numbers = new HashMap<>();
        frames.forEach(frame -> numbers.put(frame.id(), numbers.size()));
        ofNode = graph.nodes().stream()
                .mapToInt(node -> level(numbers, node.boundary()))
                .toArray();
        ofFrame = frames.stream()
                .mapToInt(frame -> level(numbers, frame.within()))
                .toArray();
        childOfNode = new int[ofNode.length];
        childOfFrame = new int[picture];
        depth = new int[picture + 1];
        joined = new boolean[ofNode.length];
        count();
        Map<NodeId, Integer> nodes = new HashMap<>();
        graph.nodes().forEach(node -> nodes.put(node.id(), nodes.size()));
        List<VisibleGraph.EdgeId> ids = graph.edges().stream()
                .map(VisibleGraph.Edge::id)
                .filter(edge -> nodes.containsKey(edge.from()) && nodes.containsKey(edge.to()))
                .toList();
        from = ids.stream()
                .mapToInt(edge -> nodes.getOrDefault(edge.from(), -1))
                .toArray();
        to = ids.stream().mapToInt(edge -> nodes.getOrDefault(edge.to(), -1)).toArray();
        fromChild = new int[from.length];
        toChild = new int[from.length];
        for (int edge = 0; edge < from.length; edge++) {
            file(edge);
        }
    }

    private int level(Map<String, Integer> numbers, @Nullable String boundary) {
        return boundary == null ? picture : numbers.getOrDefault(boundary, picture);
    }

    private void count() {
        int[] children = new int[picture + 1];
        for (int node = 0; node < ofNode.length; node++) {
            childOfNode[node] = children[ofNode[node]]++;
        }
        for (int frame = 0; frame < picture; frame++) {
            if (children[frame] > 0) {
                childOfFrame[frame] = children[ofFrame[frame]]++;
            }
        }
        for (int frame = picture - 1; frame >= 0; frame--) {
            depth[frame] = depth[ofFrame[frame]] + 1;
        }
        for (int level = 0; level <= picture; level++) {
            edges.add(new ArrayList<>());
        }
    }

    private void file(int edge) {
        joined[from[edge]] = true;
        joined[to[edge]] = true;
        int one = ofNode[from[edge]];
        int other = ofNode[to[edge]];
        int oneChild = childOfNode[from[edge]];
        int otherChild = childOfNode[to[edge]];
        while (one != other) {
            if (depth[one] >= depth[other]) {
                oneChild = childOfFrame[one];
                one = ofFrame[one];
            } else {
                otherChild = childOfFrame[other];
                other = ofFrame[other];
            }
        }
        fromChild[edge] = oneChild;
        toChild[edge] = otherChild;
        edges.get(one).add(edge);
    }

    /// The edges that are seen on a level.
    List<Integer> edges(int level) {
        return edges.get(level);
    }

    /// Whether any edge starts or ends at a node.
    boolean isJoined(int node) {
        return joined[node];
    }
}
