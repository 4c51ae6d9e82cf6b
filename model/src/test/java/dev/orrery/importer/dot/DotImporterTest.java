package dev.orrery.importer.dot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.Texts;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotImporterTest {
    @Test
    void chainsAndGroupsAreEdges() {
        Loaded loaded = read("""
                digraph Shop {
                  web -> cart -> {db mail} [color=red];
                  {a; b} -> "web"
                  lone
                }
                """);

        assertThat(Texts.evidence(loaded))
                .containsExactly(
                        "a -> web declared dot.edge 3:13",
                        "b -> web declared dot.edge 3:13",
                        "cart -> db declared dot.edge 2:26",
                        "cart -> mail declared dot.edge 2:26",
                        "web -> cart declared dot.edge 2:10");
        assertThat(loaded.topology().name()).isEqualTo("Shop");
        assertThat(loaded.topology().services()).extracting(Service::id).contains("lone");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void labelsNameAndShapesTellTheKind() {
        Loaded loaded = read("""
                digraph {
                  node [shape=box]
                  web [label="Web\\nshop"]; db [shape=cylinder label=<<b>bold</b>>]
                  "a \\"b\\"":p:n -> web
                }
                """);

        assertThat(loaded.topology().service("web").map(Service::name)).contains("Web shop");
        assertThat(loaded.topology().service("db").map(Service::kind)).contains(ServiceKind.DATABASE);
        assertThat(loaded.topology().service("db").map(Service::name)).contains("db");
        assertThat(Texts.edges(loaded)).containsExactly("a \"b\" -> web");
    }

    @Test
    void aShapeThatIsSetForAllNodesHoldsUpToTheEndOfItsBraces() {
        Loaded loaded = read("""
                digraph {
                  early
                  subgraph cluster_data { node [shape=cylinder]
                    db -> {early deep}
                    web [shape=box]
                  }
                  late -> db
                }
                """);

        assertThat(Texts.services(loaded))
                .containsExactly(
                        "cluster_data > db: database",
                        "cluster_data > deep: database",
                        "cluster_data > early: service",
                        "late: service",
                        "cluster_data > web: service");
    }

    @Test
    void clustersAreBoundariesAndOtherSubgraphsAreNot() {
        Loaded loaded = read("""
                digraph G {
                  subgraph cluster_out { label = "Outer"
                    subgraph cluster_in { graph [label=Inner]; a }
                    subgraph plain { b }
                  }
                  a -> c
                }
                """);

        assertThat(loaded.topology().boundaries())
                .extracting(Boundary::id, Boundary::name, Boundary::within)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("cluster_in", "Inner", "cluster_out"),
                        org.assertj.core.groups.Tuple.tuple("cluster_out", "Outer", null));
        assertThat(loaded.topology().services())
                .extracting(Service::boundary)
                .containsExactly("cluster_in", "cluster_out", null);
    }

    @Test
    void edgesWithoutDirectionAreReadAsWrittenAndThatIsSaid() {
        Loaded loaded = read("graph { a -- b -- c }");
        assertThat(Texts.edges(loaded)).containsExactly("a -> b", "b -> c");
        assertThat(Texts.problems(loaded)).containsExactly("dot-undirected @ net.dot:1:11");
    }

    @Test
    void whatIsNotClosedIsReadAndReported() {
        Loaded loaded = read("digraph { subgraph cluster_a { a -> b");
        assertThat(Texts.edges(loaded)).containsExactly("a -> b");
        assertThat(Texts.problems(loaded)).containsExactly("dot-not-closed @ net.dot:1:37");
        assertThat(loaded.topology().boundaries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "subgraph cluster_a {", "a -> ", "{a b} -> ", "\"", "<", "[", "a [b=", "/*"})
    void hostileTextsEnd(String piece) {
        Loaded loaded = read("digraph { " + piece.repeat(20_000));
        assertThat(loaded.problems()).isNotEmpty();
    }

    private static Loaded read(String text) {
        return Texts.named("net.dot", text).read();
    }

    /// Each of these took seconds for each further 100 kB.
    @ParameterizedTest
    @ValueSource(strings = {"a -> ", "a {", "subgraph { ", "b; {a "})
    void longChainsAndDeepGroupsTakeTimeThatGrowsWithTheirLength(String piece) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Loaded loaded = Texts.named("g.dot", "digraph g { first -> second; " + piece.repeat(100_000))
                .read();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(Texts.edges(loaded)).contains("first -> second");
        assertThat(Texts.problems(loaded)).isNotEmpty();
    }
}
