package dev.orrery.app.bench;

import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Real descriptors of other teams, read where they lie.
final class CorpusGraphs {
    private static final int LEAST_SERVICES = 15;
    private static final int LEAST_DEPENDENCIES = 20;
    private static final int MOST_GRAPHS = 12;

    private CorpusGraphs() {}

    /// The topologies with the most dependencies among the files of a folder, named after their files.
    static List<Topology> of(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> read(folder, file))
                    .filter(topology -> topology.services().size() >= LEAST_SERVICES
                            && topology.dependencies().size() >= LEAST_DEPENDENCIES)
                    .sorted(Comparator.<Topology>comparingInt(
                                    topology -> -topology.dependencies().size())
                            .thenComparing(Topology::name))
                    .limit(MOST_GRAPHS)
                    .toList();
        }
    }

    private static Topology read(Path folder, Path file) {
        Topology read = TopologyLoader.standard().load(List.of(file)).topology();
        return new Topology(
                folder.relativize(file).toString(), read.services(), read.dependencies(), read.boundaries());
    }
}
