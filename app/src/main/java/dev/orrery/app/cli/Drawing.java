package dev.orrery.app.cli;

import dev.orrery.comparison.Union;
import dev.orrery.diagram.ChangeMarks;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramBuilder;
import dev.orrery.diagram.FindingMarks;
import dev.orrery.diagram.FoldedHubs;
import dev.orrery.diagram.Highlight;
import dev.orrery.diagram.Lens;
import dev.orrery.diagram.Measures;
import dev.orrery.graph.Communities;
import dev.orrery.graph.FirstSight;
import dev.orrery.graph.Folding;
import dev.orrery.graph.Hubs;
import dev.orrery.graph.Layers;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.guide.NamedView;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.inspection.Finding;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.HubShelf;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.layered.HubCrossings;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.topology.Topology;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// A topology that has been laid out, to be drawn with any health.
final class Drawing {
    private final Topology topology;
    private final VisibleGraph graph;
    private final Hubs folded;
    private final Layout layout;

    private Drawing(Topology topology, VisibleGraph graph, Hubs folded, Layout layout) {
        this.topology = topology;
        this.graph = graph;
        this.folded = folded;
        this.layout = layout;
    }

    /// As the window shows it first.
    static Drawing of(Topology topology) {
        Topology pictured = Communities.of(topology).in(topology);
        return of(pictured, FirstSight.of(pictured));
    }

    /// @param topology with its communities, where it has any
    static Drawing of(Topology topology, Visibility visibility) {
        return of(topology, visibility, Folding.AUTOMATIC);
    }

    static Drawing of(Topology topology, Visibility visibility, Folding folding) {
        LayoutEngine engine = new HubShelf(new LayeredEngine());
        VisibleGraph graph = VisibleGraph.of(topology, visibility);
        Hubs hubs = Hubs.of(graph);
        boolean fold = switch (folding) {
            case FOLDED -> true;
            case DRAWN -> false;
            case AUTOMATIC -> !hubs.isNone() && HubCrossings.areHalved(graph, hubs.without(graph), Cancellation.NEVER);
        };
        Hubs folded = fold ? hubs : Hubs.NONE;
        Layout layout = engine.layout(Measures.request(topology, graph, folded, List.of()), Cancellation.NEVER);
        return new Drawing(topology, graph, folded, layout);
    }

    /// Both topologies of a comparison on one picture, with what is different; nobody is asked how they stand.
    static Diagram of(Union union, Instant now) {
        Drawing drawing = of(union.topology());
        Diagram plain = drawing.with(HealthBoard.of(union.topology()), now);
        return ChangeMarks.of(union, drawing.graph, ChangeMarks.BOTH)
                .on(plain)
                .captioned(union.topology().name());
    }

    Diagram with(HealthBoard board, Instant now) {
        return with(board, Attention.NONE, now);
    }

    Diagram with(HealthBoard board, Attention attention, Instant now) {
        return with(board, attention, Highlight.NONE, Lens.HEALTH, now);
    }

    /// The same picture with the marks of these findings.
    Diagram marked(Diagram diagram, Collection<Finding> findings) {
        return FindingMarks.on(diagram, Layers.DEFAULT.of(graph), layout, findings);
    }

    /// @param err where it is told what an expression asks for in vain
    Diagram through(Looking looking, HealthBoard board, Attention attention, Instant now, PrintWriter err) {
        Highlight highlight = looking.highlight(topology, board, attention, now, err);
        return with(board, attention, highlight, looking.lens(), now);
    }

    /// Through a named view.
    Diagram through(NamedView view, HealthBoard board, Attention attention, Instant now) {
        Highlight highlight = Guided.highlight(view, topology, board, attention, now);
        return with(board, attention, highlight, view.lens(), now);
    }

    private Diagram with(HealthBoard board, Attention attention, Highlight highlight, Lens lens, Instant now) {
        return DiagramBuilder.build(
                topology,
                graph,
                Layers.DEFAULT,
                layout,
                FoldedHubs.of(folded),
                board,
                attention,
                highlight,
                lens,
                Set.of(),
                now);
    }
}
