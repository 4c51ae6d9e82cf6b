package dev.orrery.importer.mermaid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile.Role;
import dev.orrery.importer.Texts;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MermaidDiagramsTest {
    private static final String PAGE = """
            # The shop

            ```mermaid
            graph TD
              web[Web] --> api
            ```

            - in a list:

              ~~~mermaid
              flowchart LR
                api[API] --> db[(Orders)]
              ~~~

            ```yaml
            graph TD: no
            ```

            ````markdown
            ```mermaid
            graph TD
              example --> other
            ```
            ````

            ```mermaid
            sequenceDiagram
              web ->> api: buy
            ```
            """;

    @Test
    void theBlocksOfANamedPageAreOneTopologyWithThePlacesOfThePage() {
        Loaded loaded = Texts.named("docs/shop.md", PAGE).read();
        assertThat(Texts.evidence(loaded))
                .containsExactly("api -> db declared mermaid.link 12:18", "web -> api declared mermaid.link 5:16");
        assertThat(Texts.service(loaded, "api").name()).isEqualTo("API");
        assertThat(Texts.service(loaded, "api").sources()).hasSize(2);
        assertThat(Texts.problems(loaded)).containsExactly("mermaid-other-diagram @ docs/shop.md:27:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"```mermaid", "``` mermaid", "~~~~Mermaid", "```{.mermaid}", "```mermaid {theme=x}", ":::mermaid"
            })
    void fencesOfMermaid(String fence) {
        String close = fence.replaceFirst("[^`~:].*", "");
        Loaded loaded = Texts.named("a.md", "Text\n\n" + fence + "\ngraph TD\na --> b\n" + close + "\nc --> d\n")
                .read();
        assertThat(Texts.edges(loaded)).containsExactly("a -> b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"```mermaid-example", "```mermaids", "``mermaid", "```text mermaid"})
    void fencesOfOthers(String fence) {
        Loaded loaded = Texts.named("a.md", "Text\n\n" + fence + "\ngraph TD\na --> b\n```\n")
                .read();
        assertThat(Texts.edges(loaded)).isEmpty();
    }

    @Test
    void aPageThatNobodyNamedIsNotRead() {
        Loaded loaded = Texts.found("docs/shop.md", PAGE).read();
        assertThat(loaded.topology().services()).isEmpty();
    }

    @Test
    void anIdWithAnotherLabelInAnotherDiagramIsAnotherService() {
        Loaded loaded = Texts.named("one.mmd", "graph TD\nA[Web] --> B[Api] --> C")
                .with("two.mmd", Role.NAMED, "---\ntitle: Pay\n---\ngraph TD\nA[Bank] --> B[api] --> C[Mail]")
                .read();
        assertThat(Texts.edges(loaded)).containsExactly("A -> B", "B -> C", "Pay/A -> B");
        assertThat(loaded.topology().services())
                .extracting(Service::name)
                .containsExactly("Web", "Api", "Mail", "Bank");
        assertThat(Texts.problems(loaded)).containsExactly("mermaid-same-id @ two.mmd:5:1");
    }

    @Test
    void whatOneDiagramOpensAnotherMayDrawAsOneNode() {
        Loaded loaded = Texts.named("one.mmd", "graph TD\nweb --> shop")
                .with("two.mmd", Role.NAMED, "graph TD\nsubgraph shop\ncart\nend\nweb --> cart")
                .read();
        assertThat(Texts.edges(loaded)).containsExactly("web -> cart");
        assertThat(Texts.services(loaded)).containsExactly("shop > cart: service", "web: service");
    }

    @Test
    void subgraphsThatHoldEachOtherInTwoDiagramsEndSomewhere() {
        Loaded loaded = Texts.named("one.mmd", "graph TD\nsubgraph a\nb\nend\nb --> c")
                .with("two.mmd", Role.NAMED, "graph TD\nsubgraph b\na\nend\nc --> d")
                .read();
        assertThat(Texts.services(loaded)).contains("c: service", "d: service");
        assertThat(loaded.problems()).extracting(Problem::code).doesNotContain("boundary-cycle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph\n a --> b",
                "graph TD\n a --> b",
                "graph TB;a --> b",
                "flowchart\n a --> b",
                "flowchart-elk RL\n a --> b",
                "\n\n  flowchart LR; a --> b",
                "%% x\nflowchart BT\n a --> b",
                "graph >\n a --> b",
            })
    void headingsOfFlowcharts(String text) {
        assertThat(Texts.edges(Texts.found("net.mmd", text).read())).containsExactly("a -> b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph theory is fun",
                "flowcharts:\n a --> b",
                "graph TDX\n a --> b",
                "flowchart: LR",
                "Flowchart LR\n a --> b",
                "journey to the west",
                "pie in the sky",
                "timeline of events",
                "---\ntitle: x\ngraph TD\n a --> b",
                "a --> b",
                "graph { a -- b }",
                "graph G { a -- b }",
            })
    void otherTextsAreLeftToOthers(String text) {
        Loaded loaded = Texts.found("net.mmd", text).read();
        assertThat(loaded.problems()).extracting(Problem::code).noneMatch(code -> code.startsWith("mermaid"));
        assertThat(Texts.edges(loaded)).doesNotContain("a -> b (dangling)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sequenceDiagram",
                "classDiagram",
                "stateDiagram-v2",
                "erDiagram",
                "gitGraph",
                "pie",
                "mindmap",
                "quadrantChart",
                "block-beta"
            })
    void otherDiagramsAreNamedInWords(String kind) {
        Loaded loaded = Texts.named("net.mmd", kind + "\n  a --> b").read();
        assertThat(loaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("mermaid-other-diagram");
            assertThat(problem.message()).contains(kind);
        });
        assertThat(loaded.topology().services()).isEmpty();
    }
}
