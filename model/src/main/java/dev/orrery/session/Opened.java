package dev.orrery.session;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.importer.Loaded;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Environment;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is open.
///
/// @param paths as the user named them
/// @param environment in which it is looked at; null for the addresses as declared
/// @param topology as it is asked in that environment
/// @param graph of the topology, the same in every environment
/// @param problems of reading, of the workspace and of the inspections, sorted by place
public record Opened(
        List<Path> paths,
        Loaded loaded,
        @Nullable Environment environment,
        Topology topology,
        ServiceGraph graph,
        List<Problem> problems) {
    public Opened {
        paths = List.copyOf(paths);
        problems = problems.stream().sorted().toList();
    }

    /// With the addresses as declared.
    static Opened declared(List<Path> paths, Loaded loaded, List<Problem> problems) {
        return new Opened(paths, loaded, null, loaded.topology(), ServiceGraph.of(loaded.topology()), problems);
    }

    /// The same, looked at elsewhere.
    Opened in(@Nullable Environment other) {
        Topology declared = loaded.topology();
        Topology there = other == null ? declared : other.apply(declared);
        return new Opened(paths, loaded, other, there, graph, problems);
    }

    /// The name of the environment; null for the addresses as declared.
    public @Nullable String environmentName() {
        return environment == null ? null : environment.name();
    }

    /// What a window or picture of it is called: never without the environment.
    public String title() {
        return environment == null ? topology.name() : environment.titled(topology.name());
    }
}
