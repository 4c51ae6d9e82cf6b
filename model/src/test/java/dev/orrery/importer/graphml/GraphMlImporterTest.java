package dev.orrery.importer.graphml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.importer.Corpus;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphMlImporterTest {
    private static final Path ROOT = Path.of("shop").toAbsolutePath();

    @Test
    void readsLabelsKindsNestedGraphsAndEdges() {
        Loaded loaded = read("""
                <?xml version="1.0"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
                  <key id="d0" for="node" attr.name="Label"/>
                  <key id="d1" for="node" attr.name="kind"/>
                  <key id="d2" for="node" yfiles.type="nodegraphics"/>
                  <key id="d3" for="edge" attr.name="protocol"/>
                  <graph id="G" edgedefault="directed">
                    <node id="n0"><data key="d0">web</data></node>
                    <node id="n1"><data key="d0">Shop</data>
                      <graph id="n1:" edgedefault="directed">
                        <node id="n2"><data key="d2"><y:ShapeNode><y:NodeLabel>Order
                  Service</y:NodeLabel></y:ShapeNode></data></node>
                        <node id="n3"><data key="d0">twin</data><data key="d1">database</data></node>
                        <edge source="n2" target="n3"/>
                      </graph>
                    </node>
                    <node id="n4"><data key="d0">twin</data></node>
                    <node id="plain"/>
                    <edge source="n0" target="n2"><data key="d3">https</data></edge>
                    <edge source="n0" target="n1"/>
                    <edge source="n0" target="n9"/>
                  </graph>
                </graphml>
                """);
        assertThat(loaded.topology().services())
                .extracting(service -> service.id() + " " + service.kind().word() + " " + service.boundary())
                .containsExactly(
                        "Order Service service Shop",
                        "n3 database Shop",
                        "n4 service null",
                        "plain service null",
                        "web service null");
        assertThat(loaded.topology().boundaries()).extracting(Boundary::id).containsExactly("Shop");
        assertThat(told(loaded))
                .containsExactly(
                        "Order Service -> n3 null graphml.edge g.graphml:14:9",
                        "web -> Order Service https graphml.edge g.graphml:19:5");
        assertThat(loaded.problems())
                .extracting(problem -> problem.code() + " " + problem.source().line())
                .containsExactly("graphml-edge 21");
    }

    @Test
    void edgesWithoutADirectionAreReadAsWritten() {
        Loaded loaded = read("<graphml><graph edgedefault=\"undirected\"><node id=\"a\"/><node id=\"b\"/>"
                + "<edge source=\"b\" target=\"a\"/></graph></graphml>");
        assertThat(told(loaded)).containsExactly("b -> a null graphml.edge g.graphml:1:70");
        assertThat(loaded.problems()).extracting(problem -> problem.code()).containsExactly("graphml-undirected");
    }

    @Test
    void brokenAndEmptyTextsAreReported() {
        assertThat(read("<graphml><graph>").problems())
                .extracting(problem -> problem.code())
                .containsExactly("xml-syntax");
        assertThat(read("<graphml/>").problems())
                .extracting(problem -> problem.code())
                .containsExactly("graphml-empty");
        assertThat(read("<graphml><graph><node/><node id=\"a\"/><node id=\"a\"/></graph></graphml>")
                        .problems())
                .extracting(problem -> problem.code())
                .containsExactly("graphml-node", "graphml-node");
    }

    @Test
    void aDocumentTypeIsRefusedWhereItStands() {
        Loaded loaded = read("<?xml version=\"1.0\"?><!DOCTYPE graphml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<graphml><graph><node id=\"&x;\"/></graph></graphml>");
        assertThat(loaded.topology().services()).isEmpty();
        assertThat(loaded.problems())
                .extracting(problem -> problem.code() + " " + problem.source())
                .containsExactly("xml-doctype g.graphml:1:22");
    }

    @Test
    void theHostileFileIsRefused() {
        Loaded loaded = TopologyLoader.standard().load(List.of(Corpus.path("hostile-own/xml/xxe.graphml")));
        assertThat(loaded.topology().services()).extracting(Service::id).isEmpty();
        assertThat(loaded.problems()).extracting(problem -> problem.code()).containsExactly("xml-doctype");
    }

    private static List<String> told(Loaded loaded) {
        return loaded.topology().dependencies().stream()
                .map(edge -> edge.from() + " -> " + edge.to() + " " + edge.protocol() + " "
                        + edge.evidence().getFirst().rule() + " "
                        + edge.evidence().getFirst().source())
                .toList();
    }

    private static Loaded read(String text) {
        SourceFile file = new SourceFile(
                ROOT.resolve("g.graphml"), SourceFile.Role.NAMED, new SourceText("g.graphml", text), List.of());
        return TopologyLoader.standard().read(ROOT, List.of(file));
    }
}
