package dev.orrery.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.shell.Explored;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.DiagramBuilder;
import dev.orrery.diagram.Highlight;
import dev.orrery.graph.NodeId;
import dev.orrery.session.Edit;
import dev.orrery.session.Session;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EdgeWordsTest {
    @TempDir
    Path folder;

    @Test
    void aLineTellsItsEndsByNameAndAllItsEvidence() {
        EdgeWords words = words(Explored.mixed(folder), NodeId.service("hires"), NodeId.service("payments"));

        assertThat(words.title()).isEqualTo("Hires → Payments: sync, required");
        assertThat(words.lines())
                .containsExactly(
                        "Declared at catalog-info.yaml:39:15 (dependsOn)",
                        "Declared at compose.yaml:24:7 (depends_on)",
                        "Observed at zipkin-dependencies.json:5:3 (calls that Zipkin counted)");
    }

    @Test
    void aRolledUpLineNamesItsMembers() {
        Explored explored = Explored.text(folder, """
                topology: T
                boundaries: {b: {name: Back}}
                services:
                  web: {name: Web page, depends_on: [x, y]}
                  x: {boundary: b}
                  y: {boundary: b}
                """);
        explored.dispatch(new Edit.CollapseAll());

        EdgeWords words = words(explored, NodeId.service("web"), NodeId.boundary("b"));

        assertThat(words.title()).isEqualTo("Web page → Back: 2 dependencies");
        assertThat(words.lines())
                .containsExactly(
                        "2 sync",
                        "Web page → x: Declared, topology.yaml:4:38",
                        "Web page → y: Declared, topology.yaml:4:41");
    }

    private static EdgeWords words(Explored explored, NodeId from, NodeId to) {
        Session session = explored.session();
        Diagram diagram = DiagramBuilder.build(
                session.picture().topology(),
                session.picture().graph(),
                session.picture().layout(),
                session.board(),
                Highlight.NONE,
                Set.of(),
                Explored.NOW);
        Diagram.Edge edge = diagram.edges().stream()
                .filter(each -> each.id().from().equals(from) && each.id().to().equals(to))
                .findFirst()
                .orElseThrow();
        return EdgeWords.of(edge, diagram);
    }
}
