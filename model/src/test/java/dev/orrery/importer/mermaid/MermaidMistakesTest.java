package dev.orrery.importer.mermaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.Texts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MermaidMistakesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
                    a[Web§mermaid-not-closed @ net.mmd:2:2
                    a["Web]§
                    a{{Web}§
                    a[(Web]§
                    a@{ shape: cyl§mermaid-not-closed @ net.mmd:2:3
                    a -->|text b§mermaid-not-closed @ net.mmd:2:6
                    a --> ;§mermaid-link-without-end @ net.mmd:2:5
                    a -- text§mermaid-unexpected @ net.mmd:2:3
                    a b§mermaid-unexpected @ net.mmd:2:3
                    "a"§mermaid-unexpected @ net.mmd:2:1
                    end§mermaid-end-alone @ net.mmd:2:1
                    ]§mermaid-unexpected @ net.mmd:2:1
                    """)
    void mistakesAreReportedAndTheOtherLinesRead(String line, String problem) {
        Loaded loaded = read("flowchart TD\n" + line + "\nc[C] --> d[(D)]\n");
        assertThat(Texts.edges(loaded)).containsExactly("c -> d");
        assertThat(Texts.service(loaded, "d").name()).isEqualTo("D");
        if (problem == null) {
            assertThat(loaded.problems()).isEmpty();
        } else {
            assertThat(Texts.problems(loaded)).contains(problem);
        }
    }

    @Test
    void aSubgraphWithoutEndEndsWithTheDiagram() {
        Loaded loaded = read("graph TD\nsubgraph s\na --> b");
        assertThat(Texts.services(loaded)).containsExactly("s > a: service", "s > b: service");
        assertThat(Texts.problems(loaded)).containsExactly("mermaid-subgraph-open @ net.mmd:2:1");
    }

    @Test
    void manyMistakesAreCounted() {
        Loaded loaded = read("graph TD\n" + "]\n".repeat(500) + "a --> b");
        assertThat(Texts.edges(loaded)).containsExactly("a -> b");
        assertThat(loaded.problems()).hasSize(101);
    }

    @Test
    void whatIsNothingButMistakesIsNotReadToItsEnd() {
        Loaded loaded = read("graph TD\na --> b\n" + "]\n".repeat(5_000) + "c --> d");
        assertThat(Texts.edges(loaded)).containsExactly("a -> b");
        assertThat(loaded.problems().getLast().arguments()).containsExactly("901");
    }

    @Test
    void aProductOfLinksIsCutAndThatIsSaid() {
        StringBuilder many = new StringBuilder("n0");
        for (int node = 1; node < 5_000; node++) {
            many.append(" & n").append(node);
        }
        Loaded loaded = assertTimeout(
                Duration.ofSeconds(20),
                () -> read("flowchart LR\n " + many + " --> " + many.toString().replace('n', 'm')));
        assertThat(loaded.topology().dependencies()).hasSize(20_000);
        assertThat(Texts.problems(loaded)).singleElement().asString().startsWith("mermaid-too-many @ net.mmd:2:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a & ",
                "a --> ",
                "a[",
                "a[\"",
                "a[\"\n",
                "a[\n",
                "a[(\n",
                "a>\n",
                "a{{",
                "a((((",
                "a@{",
                "a@{\n",
                "a@{ x: \"\n",
                "subgraph s\n",
                "subgraph s\ns\n",
                "subgraph [\n",
                "a-->|",
                "a-->|\n",
                "-",
                "-.",
                ".",
                "=",
                "~",
                "a -- ",
                "a -- \"",
                "a -. \n",
                "%%{",
                "%%{\n",
                "%%",
                "accDescr {",
                "accDescr {\n",
                "click a ",
                "class a,",
                "class a  ",
                "end\n",
                ":::",
                "a:::",
                "e@",
                "\"",
                "\"\n",
                "&",
                "\r",
                "<",
                "```mermaid\ngraph TD\nA[x] --> B\n",
                "```mermaid\ngraph TD\nA[x]\n```\n",
            })
    void hostileTextsEnd(String piece) {
        String repeated = piece.repeat(100_000 / piece.length());
        for (String text : new String[] {
            "flowchart TD\n" + repeated, "---\n" + repeated, repeated, "# Title\n\n```mermaid\ngraph TD\n" + repeated
        }) {
            Loaded loaded = assertTimeout(Duration.ofSeconds(20), () -> read(text));
            assertThat(loaded.topology().services().isEmpty()
                            && loaded.problems().isEmpty())
                    .isFalse();
        }
    }

    @Test
    void subgraphsNestedTooDeepAreFlattened() {
        StringBuilder text = new StringBuilder("graph TD\n");
        for (int depth = 0; depth < 10_000; depth++) {
            text.append("subgraph s").append(depth).append('\n');
        }
        text.append("a --> b\n").append("end\n".repeat(10_000)).append("c --> a");
        Loaded loaded = read(text.toString());
        assertThat(Texts.edges(loaded)).containsExactly("a -> b", "c -> a");
        assertThat(Texts.services(loaded)).containsExactly("s49 > a: service", "s49 > b: service", "c: service");
        assertThat(Texts.problems(loaded)).containsExactly("mermaid-too-deep @ net.mmd:52:1");
    }

    private static Loaded read(String text) {
        return Texts.named("net.mmd", text).read();
    }
}
