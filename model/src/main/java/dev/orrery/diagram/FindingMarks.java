package dev.orrery.diagram;

import dev.orrery.diagram.Diagram.Card;
import dev.orrery.diagram.Diagram.Edge;
import dev.orrery.diagram.Diagram.Frame;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.inspection.Finding;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Pair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts what inspections found into a picture, at its place: on a line where one dependency is meant and its line is
/// drawn, else on the box of the service, or of the collapsed boundary around it. Nothing is laid out for it.
public final class FindingMarks {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(
                    (Finding finding) -> finding.problem().severity())
            .thenComparing(Comparator.naturalOrder());

    private final Map<String, NodeId> boxes = new HashMap<>();
    private final Map<NodeId, NodeId> around = new HashMap<>();
    private final Map<NodeId, Set<Finding>> onBoxes = new HashMap<>();
    private final Map<EdgeId, Set<Finding>> onLines = new HashMap<>();
    private final Map<NodeId, Set<Finding>> inside = new HashMap<>();

    private FindingMarks(VisibleGraph graph) {
        for (VisibleGraph.Node node : graph.nodes()) {
            node.members().forEach(member -> boxes.put(member, node.id()));
            if (node.boundary() != null) {
                around.put(node.id(), NodeId.boundary(node.boundary()));
            }
        }
    }

    /// The same picture with the marks of these findings.
    ///
    /// @param graph that the picture shows
    /// @param layout that it was made with
    public static Diagram on(Diagram diagram, VisibleGraph graph, Layout layout, Collection<Finding> findings) {
        return findings.isEmpty() ? diagram : new FindingMarks(graph).marked(diagram, layout, findings);
    }

    private Diagram marked(Diagram diagram, Layout layout, Collection<Finding> findings) {
        Map<Pair, EdgeId> lines = lines(diagram, findings);
        findings.forEach(finding -> put(finding, lines));
        Map<EdgeId, FindingMark> marks = new HashMap<>();
        onLines.forEach((line, found) -> marks.put(line, mark(found)));
        Map<EdgeId, Point> places = LineMarks.places(diagram, layout, marks);
        onLines.forEach((line, found) -> {
            if (!places.containsKey(line)) {
                onBoxes.computeIfAbsent(line.from(), _ -> new LinkedHashSet<>()).addAll(found);
            }
        });
        onBoxes.forEach(this::inside);
        onLines.forEach((line, found) -> inside(line.from(), found));
        List<Frame> frames = diagram.frames().stream()
                .map(frame -> {
                    Set<Finding> found = inside.get(NodeId.boundary(frame.id()));
                    return found == null ? frame : frame.with(mark(found));
                })
                .toList();
        List<Edge> edges = diagram.edges().stream()
                .map(edge -> {
                    FindingMark mark = marks.get(edge.id());
                    Point at = places.get(edge.id());
                    return mark == null || at == null ? edge : edge.with(mark, at);
                })
                .toList();
        List<Card> cards = new ArrayList<>();
        for (Card card : diagram.cards()) {
            Set<Finding> found = onBoxes.get(card.id());
            cards.add(found == null ? card : card.with(mark(found)));
        }
        return diagram.with(frames, edges, cards);
    }

    /// The lines from services from which a line is asked for: of a large picture that is little.
    private static Map<Pair, EdgeId> lines(Diagram diagram, Collection<Finding> findings) {
        Set<String> asked = findings.stream()
                .filter(finding -> finding.at().isEmpty() && !finding.along().isEmpty())
                .map(finding -> finding.along().getFirst().from())
                .collect(Collectors.toSet());
        Map<Pair, EdgeId> lines = new HashMap<>();
        for (Edge edge : asked.isEmpty() ? List.<Edge>of() : diagram.edges()) {
            for (Dependency dependency : edge.dependencies()) {
                if (asked.contains(dependency.from())) {
                    lines.put(new Pair(dependency.from(), dependency.to()), edge.id());
                }
            }
        }
        return lines;
    }

    private void put(Finding finding, Map<Pair, EdgeId> lines) {
        for (String service : finding.at()) {
            onBox(service, finding);
        }
        if (!finding.at().isEmpty() || finding.along().isEmpty()) {
            return;
        }
        Pair ends = finding.along().getFirst();
        EdgeId line = lines.get(ends);
        if (line == null) {
            onBox(ends.from(), finding);
            return;
        }
        onLines.computeIfAbsent(line, _ -> new LinkedHashSet<>()).add(finding);
    }

    private void onBox(String service, Finding finding) {
        NodeId box = boxes.get(service);
        if (box != null) {
            onBoxes.computeIfAbsent(box, _ -> new LinkedHashSet<>()).add(finding);
        }
    }

    private void inside(NodeId box, Set<Finding> found) {
        NodeId boundary = around.get(box);
        if (boundary != null) {
            inside.computeIfAbsent(boundary, _ -> new LinkedHashSet<>()).addAll(found);
        }
    }

    private static FindingMark mark(Set<Finding> found) {
        return new FindingMark(found.stream().sorted(WORST_FIRST).toList());
    }
}
