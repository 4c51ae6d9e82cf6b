package dev.orrery.app.outline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.shell.Explored;
import dev.orrery.graph.NodeId;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConcernedTest {
    @TempDir
    Path folder;

    @Test
    void aPlaceConcernsWhatIsDefinedNearestAboveIt() {
        Topology topology = Objects.requireNonNull(
                        Explored.text(folder, """
                        topology: T
                        boundaries:
                          shop: {name: Shop}
                        services:
                          a:
                            tags: 7
                          b:
                            tags: 8
                        """).session().opened())
                .topology();

        assertThat(Concerned.by(at("topology.yaml", 6), topology)).contains(NodeId.service("a"));
        assertThat(Concerned.by(at("topology.yaml", 8), topology)).contains(NodeId.service("b"));
        assertThat(Concerned.by(at("topology.yaml", 3), topology)).contains(NodeId.boundary("shop"));
        assertThat(Concerned.by(at("topology.yaml", 1), topology)).isEmpty();
        assertThat(Concerned.by(at("other.yaml", 8), topology)).isEmpty();
    }

    private static SourceLocation at(String file, int line) {
        return new SourceLocation(file, line, 1);
    }
}
