package dev.orrery.session;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.importer.Loaded;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.List;

/// What is open.
///
/// @param paths as the user named them
/// @param graph of the topology
/// @param problems of reading, of the workspace and of the inspections, sorted by place
public record Opened(List<Path> paths, Loaded loaded, ServiceGraph graph, List<Problem> problems) {
    public Opened {
        paths = List.copyOf(paths);
        problems = problems.stream().sorted().toList();
    }

    public Topology topology() {
        return loaded.topology();
    }
}
