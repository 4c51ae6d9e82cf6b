package dev.orrery.importer.mermaid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.Texts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MermaidImporterTest {
    @Test
    void chainsAndGroupsAreEdges() {
        Loaded loaded = read("""
                flowchart LR
                  a --> b --> c
                  a & d --> e & f; lone
                """);

        assertThat(Texts.evidence(loaded))
                .containsExactly(
                        "a -> b declared mermaid.link 2:9",
                        "a -> e declared mermaid.link 3:13",
                        "a -> f declared mermaid.link 3:17",
                        "b -> c declared mermaid.link 2:15",
                        "d -> e declared mermaid.link 3:13",
                        "d -> f declared mermaid.link 3:17");
        assertThat(Texts.services(loaded))
                .containsExactly(
                        "a: service",
                        "b: service",
                        "c: service",
                        "d: service",
                        "e: service",
                        "f: service",
                        "lone: service");
        assertThat(loaded.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a --> b",
                "a-->b",
                "a ----> b",
                "a -.-> b",
                "a -..-> b",
                "a ==> b",
                "a ====> b",
                "a --o b",
                "a --x b",
                "a==ob",
                "a -.-x b",
                "a -->|text| b",
                "a-->|\"text | (more)\"|b",
                "a -- text --> b",
                "a -- \"text --> more\" --> b",
                "a == text ==> b",
                "a -. text .-> b",
                "a --text---> b",
                "a e1@--> b",
                "a e-1@== text ==> b",
                "a e1@-->|text| b\n e1@{ animate: true }",
                "a --> b:::big",
                "a:::big-->b",
                "a\n --> b",
                "a -->\n b",
                "a --> %% why\n b",
                "a -->|two\nlines| b",
                "a ---> b %% and more",
                "b <--- a",
                "a o--> b",
            })
    void linksPointFromWhatNeedsToWhatIsNeeded(String statement) {
        Loaded loaded = read("flowchart TD\n  " + statement + "\n");
        assertThat(Texts.edges(loaded)).containsExactly("a -> b");
        assertThat(loaded.topology().services()).hasSize(2);
        assertThat(loaded.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a <--> b", "a <-.-> b", "a <==> b", "a <-- text --> b", "a <-->|text| b"})
    void arrowsAtBothEndsAreTwoEdges(String statement) {
        assertThat(Texts.edges(read("graph LR;" + statement))).containsExactly("a -> b", "b -> a");
    }

    @ParameterizedTest
    @CsvSource({"a --- b, 11", "a === b, 11", "a -.- b, 11", "a o--o b, 11", "a x--x b, 11", "a -- text --- b, 11"})
    void linksWithoutDirectionAreReadAsWrittenAndThatIsSaid(String statement, int column) {
        Loaded loaded = read("graph LR;" + statement + "--- c");
        assertThat(Texts.edges(loaded)).first().isEqualTo("a -> b");
        assertThat(Texts.problems(loaded)).containsExactly("mermaid-undirected @ net.mmd:1:" + (column + 1));
    }

    @Test
    void invisibleLinksOnlyPlaceTheirNodes() {
        Loaded loaded = read("graph LR\n a ~~~ b ~~~~ c");
        assertThat(Texts.edges(loaded)).isEmpty();
        assertThat(loaded.topology().services()).hasSize(3);
        assertThat(loaded.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Web shop]",
                "(Web shop)",
                "([Web shop])",
                "[[Web shop]]",
                "((Web shop))",
                "(((Web shop)))",
                ">Web shop]",
                "{Web shop}",
                "{{Web shop}}",
                "[/Web shop/]",
                "[\\Web shop\\]",
                "[/Web shop\\]",
                "[\\Web shop/]",
                "(-Web shop-)",
                "[|borders:lt|Web shop]",
                "[\"Web shop\"]",
                "[ \"Web shop\" ]",
                "[\"`Web shop`\"]",
                "[\"`**Web** _shop_`\"]",
                "[Web<br/>shop]",
                "[Web<br>shop]",
                "[Web\n  shop]",
                "[<b>Web</b> shop]",
                "[fa:fa-globe Web shop]",
                "[Web#32;shop]",
                "@{ label: \"Web shop\" }",
                "@{ shape: rounded, label: Web shop }",
                "@{\n  shape: hex\n  label: \"Web shop\"\n}",
            })
    void everyShapeHasItsLabel(String shape) {
        Loaded loaded = read("flowchart TD\n a" + shape + ":::x --> b\n");
        assertThat(Texts.service(loaded, "a").name()).isEqualTo("Web shop");
        assertThat(Texts.edges(loaded)).containsExactly("a -> b");
        assertThat(Texts.services(loaded)).containsExactly("a: service", "b: service");
        assertThat(loaded.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
                    "A #quot;B#quot; #35;1"§A "B" #1
                    "a (b) [c] {d} -->"§a (b) [c] {d} -->
                    "#9829; &amp; &lt;x&gt;"§♥ & <x>
                    snake_case_name§snake_case_name
                    "#unknown; #99999999;"§#unknown; #99999999;
                    100% of 'it'§100% of 'it'
                    """)
    void labelsAreReadAsAPersonSeesThem(String written, String seen) {
        Loaded loaded = read("graph TD\n a[" + written + "] --> b");
        assertThat(Texts.service(loaded, "a").name()).isEqualTo(seen);
        assertThat(Texts.edges(loaded)).containsExactly("a -> b");
    }

    @Test
    void cylindersAreDatabasesAndKindWordsOfClassesTellTheKind() {
        Loaded loaded = read("""
                flowchart TD
                  a[(Orders)] --> b@{ shape: cyl, label: "x" } & c@{shape: database} & d@{ shape: disk }
                  e:::queue --> f
                  class f,g cache
                  class h important
                  g --> h
                  classDef queue fill:#fff
                """);
        assertThat(Texts.services(loaded))
                .containsExactly(
                        "a: database",
                        "b: database",
                        "c: database",
                        "d: database",
                        "e: queue",
                        "f: cache",
                        "g: cache",
                        "h: service");
    }

    @Test
    void remarksAreNoServices() {
        Loaded loaded = read("flowchart TD\n a --> b\n n@{ shape: braces, label: \"Slow\" } -.- a");
        assertThat(Texts.services(loaded)).containsExactly("a: service", "b: service");
        assertThat(Texts.edges(loaded)).containsExactly("a -> b");
    }

    @Test
    void idsMayHoldDashesDotsAndLettersOfAnyScript() {
        Loaded loaded = read("graph TD\n my-service.v2-->käse/x & 服务 --> end-user --> o-x\n x1-y & a&b --> z");
        assertThat(Texts.edges(loaded))
                .containsExactly(
                        "a&b -> z",
                        "end-user -> o-x",
                        "käse/x -> end-user",
                        "my-service.v2 -> käse/x",
                        "my-service.v2 -> 服务",
                        "x1-y -> z",
                        "服务 -> end-user");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void subgraphsAreBoundariesAndHoldWhatTheyMentionFirst() {
        Loaded loaded = read("""
                flowchart TB
                  a --> z
                  subgraph outer [The outer]
                    direction LR
                    subgraph inner["In (ner)"]
                      a --> b
                    end
                    b --> c
                  end
                  subgraph two words
                    c --> d
                  end
                  subgraph
                    e
                  end
                """);
        assertThat(Texts.boundaries(loaded))
                .containsExactly(
                        "outer > inner: boundary (In (ner))",
                        "outer: boundary (The outer)",
                        "two words: boundary (two words)");
        assertThat(Texts.services(loaded))
                .containsExactly(
                        "inner > a: service",
                        "inner > b: service",
                        "outer > c: service",
                        "two words > d: service",
                        "e: service",
                        "z: service");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void linksWithSubgraphsAreThoseOfTheirMembersOrAreReported() {
        Loaded loaded = read("""
                flowchart TB
                  subgraph one
                    a
                  end
                  subgraph two
                    b
                  end
                  subgraph empty
                  end
                  one --> two
                  a --> b
                  c --> one
                  c --> empty
                """);
        assertThat(Texts.edges(loaded)).containsExactly("a -> b", "c -> empty");
        assertThat(Texts.problems(loaded)).containsExactly("relation-with-opened @ net.mmd:12:9");
        assertThat(Texts.boundaries(loaded)).containsExactly("one: boundary (one)", "two: boundary (two)");
    }

    @Test
    void frontMatterDirectivesAndCommentsSayNothingButTheTitle() {
        Loaded loaded = read("""
                ---
                title: "Shop: the map"
                config:
                  theme: dark
                ---
                %%{init: {
                  "theme": "base"
                }}%%
                %% flowchart TD
                flowchart LR %% direction
                  %% x --> y
                  a --> b
                """);
        assertThat(loaded.topology().name()).isEqualTo("Shop: the map");
        assertThat(Texts.evidence(loaded)).containsExactly("a -> b declared mermaid.link 12:9");
    }

    @Test
    void whatIsOnlyDrawingIsPassedOver() {
        Loaded loaded = read("""
                graph LR
                  accTitle: The map
                  accDescr: a --> b
                  accDescr {
                    c --> d
                  }
                  a --> b
                  classDef default fill:#f9f,stroke:#333,stroke-width:4px;
                  style a fill:#bbf,stroke-dasharray: 5 5
                  linkStyle 0,1 stroke:#ff3
                  linkStyle default color:red;c --> a
                """);
        assertThat(Texts.edges(loaded)).containsExactly("a -> b", "c -> a");
        assertThat(loaded.topology().name()).isEqualTo("The map");
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void clicksThatOpenAPageAreLinks() {
        Loaded loaded = read("""
                graph LR
                  a --> b --> c
                  click a "https://example.org/a" "The page" _blank
                  click b href "http://example.org/b"
                  click c call run() "x"
                  click c "javascript:alert(1)"
                  click nobody "https://example.org"
                """);
        assertThat(Texts.service(loaded, "a").links()).isEqualTo(Map.of("The page", "https://example.org/a"));
        assertThat(Texts.service(loaded, "b").links()).isEqualTo(Map.of("link", "http://example.org/b"));
        assertThat(Texts.service(loaded, "c").links()).isEmpty();
        assertThat(loaded.topology().services()).hasSize(3);
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void lineEndsOfAnyKindAndAByteOrderMarkAreFine() {
        Loaded loaded = read("\uFEFFgraph LR\r\n  a --> b\r\n  subgraph s [S]\r\n  c\r\n  end\r\n");
        assertThat(Texts.evidence(loaded)).containsExactly("a -> b declared mermaid.link 2:9");
        assertThat(Texts.boundaries(loaded)).containsExactly("s: boundary (S)");
        assertThat(Texts.edges(read("graph LR\r  a --> b\rb --> c"))).containsExactly("a -> b", "b -> c");
    }

    private static Loaded read(String text) {
        return Texts.named("net.mmd", text).read();
    }
}
