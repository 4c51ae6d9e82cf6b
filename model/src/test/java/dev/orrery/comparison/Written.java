package dev.orrery.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Severity;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.List;

/// Topologies as people write them, for tests.
public final class Written {
    private Written() {}

    public static Topology topology(String services) {
        String text = "topology: Shop\n" + services;
        Loaded loaded = TopologyLoader.standard()
                .read(
                        Path.of("/shop"),
                        List.of(new SourceFile(
                                Path.of("/shop/shop.yaml"),
                                SourceFile.Role.NAMED,
                                new SourceText("shop.yaml", text),
                                List.of())));
        // A target that nothing defines is an error, and yet a topology.
        assertThat(loaded.problems())
                .noneMatch(problem ->
                        problem.severity() == Severity.ERROR && !problem.code().equals("dangling-dependency"));
        return loaded.topology();
    }
}
