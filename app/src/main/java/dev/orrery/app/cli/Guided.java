package dev.orrery.app.cli;

import dev.orrery.diagram.Highlight;
import dev.orrery.diagram.Spotlight;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.ServiceGraph;
import dev.orrery.graph.ShortestPaths;
import dev.orrery.guide.Asked;
import dev.orrery.guide.Guide;
import dev.orrery.guide.NamedView;
import dev.orrery.health.Attention;
import dev.orrery.health.HealthBoard;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.WorkspaceFile;
import dev.orrery.persistence.WorkspacePlace;
import dev.orrery.query.ExpressionReader;
import dev.orrery.query.Filter;
import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Through which named view of the workspace a picture is looked at.
final class Guided {
    @Option(names = "--view", paramLabel = "NAME", description = "${bundle:cli.guided.view}")
    private @Nullable String name;

    boolean isGiven() {
        return name != null;
    }

    /// Notes and views of the workspace beside what was named; those of nobody where there is none.
    static Guide guide(List<Path> paths) {
        return new WorkspaceFile(AtomicFile.shared())
                .read(WorkspacePlace.beside(paths.getFirst()))
                .arrangement()
                .guide();
    }

    /// @throws Refusal where the workspace has no view of that name
    NamedView view(Guide guide) {
        String wanted = name == null ? "" : name;
        return guide.view(wanted)
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE,
                        guide.views().isEmpty()
                                ? Messages.of("cli.guided.none", wanted)
                                : Messages.of(
                                        "cli.guided.unknown",
                                        wanted,
                                        guide.views().stream()
                                                .map(NamedView::name)
                                                .collect(Collectors.joining(", ")))));
    }

    /// What stands out in a view.
    ///
    /// @param topology with its communities, where it has any
    static Highlight highlight(NamedView view, Topology topology, HealthBoard board, Attention attention, Instant now) {
        return new Highlight(
                view.selected(), view.impact(), spotlight(view, topology, board, attention, now), view.hides());
    }

    private static Spotlight spotlight(
            NamedView view, Topology topology, HealthBoard board, Attention attention, Instant now) {
        ServiceGraph graph = ServiceGraph.of(topology);
        if (view.asked() instanceof Asked.Path(NodeId from, NodeId to)) {
            ShortestPaths paths = ShortestPaths.between(graph, members(topology, from), members(topology, to));
            if (!paths.isNone()) {
                return new Spotlight.Way(paths.ways().getFirst());
            }
        }
        Filter filter = Filter.of(ExpressionReader.read(view.filter()).expression(), topology, graph);
        return filter.isEverything()
                ? Spotlight.EVERYTHING
                : new Spotlight.Services(filter.matching(board, attention, now));
    }

    private static List<String> members(Topology topology, NodeId node) {
        return node.of() != NodeId.Of.BOUNDARY
                ? List.of(node.id())
                : topology.services().stream()
                        .filter(service -> topology.enclosing(service.boundary()).stream()
                                .map(Boundary::id)
                                .anyMatch(node.id()::equals))
                        .map(Service::id)
                        .toList();
    }
}
