package dev.orrery.diagram;

import dev.orrery.graph.Layers;
import dev.orrery.graph.Neighbourhood;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.layout.Box;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.FocusColumns;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Size;
import dev.orrery.text.Messages;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A neighbourhood with its places: columns from what needs the center, at the left, to what it needs. It holds for any
/// health.
///
/// @param graph of which the neighbourhood is a part
/// @param shown what is drawn of it: what has no room stands behind a counter
public record FocusDiagram(
        Topology topology,
        VisibleGraph graph,
        Neighbourhood near,
        FocusColumns columns,
        VisibleGraph shown,
        Layout layout) {
    private static final String COUNTER = "more ";

    public static FocusDiagram of(Topology topology, VisibleGraph graph, Neighbourhood near) {
        SortedMap<NodeId, Size> sizes =
                Measures.request(topology, graph, List.of()).sizes();
        FocusColumns columns = FocusColumns.of(graph, near, sizes);
        VisibleGraph shown = shown(graph, near, columns);
        SortedMap<NodeId, Box> boxes = new TreeMap<>(columns.boxes());
        columns.counters().forEach((level, box) -> boxes.put(counter(level), box));
        Layout layout = Layout.routed(shown, boxes, new TreeMap<>(), new TreeMap<>(), Cancellation.NEVER);
        return new FocusDiagram(topology, graph, near, columns, shown, layout);
    }

    /// Ready to draw.
    ///
    /// @param selected of those that are shown; null for none
    public Diagram with(Layers layers, HealthBoard board, Attention attention, @Nullable NodeId selected, Instant now) {
        Diagram diagram = DiagramBuilder.build(
                topology, shown, layers, layout, board, attention, new Highlight(selected, false), Set.of(), now);
        List<Diagram.Card> cards = new ArrayList<>(diagram.cards());
        HealthMarks marks = new HealthMarks(topology, board, attention, now);
        columns.counters().forEach((level, box) -> cards.add(counter(level, box, marks)));
        return new Diagram(diagram.title(), diagram.bounds(), List.of(), diagram.edges(), cards);
    }

    /// Whether a box only counts what has no room.
    public static boolean isCounter(NodeId id) {
        return id.of() == NodeId.Of.BOUNDARY && id.id().startsWith(COUNTER);
    }

    private static NodeId counter(int level) {
        return NodeId.boundary(COUNTER + level);
    }

    /// What is left over of a level stands behind its counter.
    private static VisibleGraph shown(VisibleGraph graph, Neighbourhood near, FocusColumns columns) {
        Map<NodeId, NodeId> seenAs = new HashMap<>();
        columns.boxes().keySet().forEach(id -> seenAs.put(id, id));
        columns.left().forEach((level, ids) -> ids.forEach(id -> seenAs.put(id, counter(level))));
        List<VisibleGraph.Node> nodes = new ArrayList<>();
        for (VisibleGraph.Node node : graph.nodes()) {
            if (columns.boxes().containsKey(node.id())) {
                nodes.add(new VisibleGraph.Node(node.id(), null, node.members()));
            }
        }
        columns.left().forEach((level, ids) -> nodes.add(new VisibleGraph.Node(counter(level), null, List.of())));
        SortedMap<EdgeId, List<Dependency>> edges = new TreeMap<>();
        for (VisibleGraph.Edge edge : near.edges(graph)) {
            NodeId from = seenAs.get(edge.id().from());
            NodeId to = seenAs.get(edge.id().to());
            if (from != null && to != null) {
                edges.computeIfAbsent(new EdgeId(from, to), _ -> new ArrayList<>())
                        .addAll(edge.dependencies());
            }
        }
        List<VisibleGraph.Edge> rolledUp = new ArrayList<>();
        edges.forEach((id, dependencies) -> rolledUp.add(new VisibleGraph.Edge(id, dependencies)));
        return new VisibleGraph(nodes, List.of(), rolledUp);
    }

    private Diagram.Card counter(int level, Box box, HealthMarks marks) {
        List<NodeId> left = columns.left().getOrDefault(level, List.of());
        Set<NodeId> behind = Set.copyOf(left);
        List<String> members = graph.nodes().stream()
                .filter(node -> behind.contains(node.id()))
                .flatMap(node -> node.members().stream())
                .toList();
        String title = Messages.of("focus.more", Integer.toString(left.size()));
        return new Diagram.BoundaryCard(
                counter(level),
                box,
                title,
                title,
                Messages.of("focus.more.where"),
                marks.counts(members),
                marks.of(members),
                Emphasis.NORMAL,
                false,
                true,
                null,
                HubMark.NONE);
    }
}
