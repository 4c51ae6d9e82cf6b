package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.problem.Problem;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTreeReaderTest {

    @Test
    void everyNodeKnowsItsExactText() {
        String content = """
                # 🚀 first
                a: plain text  # comment
                'b': "quo\\ted 🚀"
                c: &x [1, {d: *x0}]
                e: !!str 5
                f: &y
                  - g: ~

                # after
                h: *y
                """.replace("*x0", "2").replace("\\t", "\\\\t");
        List<String> written = new ArrayList<>();
        SourceTree tree = read(content);
        collect(root(tree), content, written);
        assertThat(tree.problems()).isEmpty();
        assertThat(written)
                .containsExactly(
                        "a",
                        "plain text",
                        "'b'",
                        "\"quo\\\\ted 🚀\"",
                        "c",
                        "1",
                        "d",
                        "2",
                        "{d: 2}",
                        "&x [1, {d: 2}]",
                        "e",
                        "!!str 5",
                        "f",
                        "g",
                        "~",
                        "g: ~",
                        "&y\n  - g: ~",
                        "h",
                        "*y",
                        content.substring(content.indexOf("a:"), content.indexOf("*y") + 2));
    }

    @Test
    void columnsCountUtf16UnitsFromOne() {
        SourceTree tree = read("\uFEFFa: 1\r\n🚀: [x, 🚀, y]\rz: 1\n");
        SourceNode.Mapping root = (SourceNode.Mapping) root(tree);
        SourceNode.Sequence list = (SourceNode.Sequence) root.entries().get(1).value();
        assertThat(tree.locate(root.entries().getFirst().key().start())).hasToString("t.yaml:1:1");
        assertThat(tree.locate(list.items().get(2).start())).hasToString("t.yaml:2:13");
        assertThat(tree.locate(root.entries().get(2).key().start())).hasToString("t.yaml:3:1");
    }

    @Test
    void aliasesStayAliasesAndKnowTheirTarget() {
        SourceTree tree = read("a: &x {n: 1}\nb: *x\nc: &x {n: 2}\nd: *x\n");
        SourceNode.Mapping root = (SourceNode.Mapping) root(tree);
        SourceDocument document = tree.documents().getFirst();
        assertThat(document.target((SourceNode.Alias) root.entries().get(1).value()))
                .contains(root.entries().get(0).value());
        assertThat(document.target((SourceNode.Alias) root.entries().get(3).value()))
                .contains(root.entries().get(2).value());
    }

    @Test
    void anAliasInsideItsOwnAnchorIsReportedAndLeadsNowhere() {
        SourceTree tree = read("a: &x {b: *x}\nc: *nowhere\n");
        assertThat(codes(tree)).containsExactly("alias-cycle @ 1:11", "unknown-anchor @ 2:4");
    }

    @Test
    void duplicateKeysAreKeptAndReportedButMergeKeysMayRepeat() {
        SourceTree tree = read("x: &x {}\na: 1\nb: {<<: *x, <<: *x}\na: 2\n");
        assertThat(codes(tree)).containsExactly("duplicate-key @ 4:1");
        assertThat(((SourceNode.Mapping) root(tree)).entries()).hasSize(4);
        assertThat(tree.problems().getFirst().arguments()).containsExactly("a", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[[{a: ["})
    void deepNestingIsRefusedAtItsPlace(String opening) {
        SourceTree tree = assertTimeout(Duration.ofSeconds(5), () -> read(opening.repeat(20_000)));
        assertThat(tree.problems()).extracting(Problem::code).contains("too-deep");
        assertThat(tree.problems().getFirst().source().column()).isGreaterThan(100);
    }

    @Test
    void deepIndentationIsRefusedAtItsPlace() {
        StringBuilder content = new StringBuilder();
        for (int depth = 0; depth < 3_000; depth++) {
            content.repeat(" ", depth).append("a:\n");
        }
        assertThat(codes(read(content.toString()))).containsExactly("too-deep @ 201:201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\nb: \"\\x\"", "a: 1\nb: \"\\u\"", "a: 1\nb: \"\\UFFFFFFFF\"", "a: 1\nb: \"\\x"})
    void anEscapeWithoutItsDigitsIsASyntaxErrorToo(String content) {
        SourceTree tree = read(content);
        assertThat(tree.problems()).extracting(Problem::code).containsExactly("yaml-syntax");
        assertThat(tree.problems().getFirst().source().line()).isEqualTo(2);
    }

    @Test
    void whatWasReadBeforeAnErrorIsKept() {
        SourceTree tree = read("a:\n  b: 1\n  c: [2, 3\nd: 4\n");
        assertThat(tree.problems()).extracting(Problem::code).containsExactly("yaml-syntax");
        SourceNode.Mapping root = (SourceNode.Mapping) root(tree);
        assertThat(((SourceNode.Mapping) root.entries().getFirst().value()).entries())
                .hasSize(2);
    }

    @Test
    void limitsEndTheReadingAndSayWhichOne() {
        Limits few = new Limits(10, 20, 3, 10);
        assertThat(codes(SourceTreeReader.read(text("[" + "1,".repeat(30) + "]"), few)))
                .containsExactly("too-many-nodes @ 1:40");
        assertThat(codes(SourceTreeReader.read(text("[&a 1, *a, *a, *a, *a]"), few)))
                .containsExactly("too-many-aliases @ 1:20");
    }

    @Test
    void controlCharactersAreNamed() {
        SourceTree tree = read("a: 1\nb: x\u0007y\n");
        assertThat(codes(tree)).containsExactly("character-not-allowed @ 2:5");
        assertThat(tree.problems().getFirst().arguments()).containsExactly("U+0007");
    }

    @Test
    void readsSeveralDocumentsAndJson() {
        assertThat(read("a: 1\n---\nb: 2\n--- {}\n").documents()).hasSize(3);
        assertThat(read("{\n\t\"a\": [1, \"x\\/y \\ud83d\\ude00\"],\n\t\"b\": {}\n}")
                        .problems())
                .isEmpty();
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedAtTheirPlace() {
        byte[] latin = "a: 1\nname: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(SourceText.decode("t.yaml", latin)).isInstanceOfSatisfying(Decoded.Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("not-utf-8");
            assertThat(refused.problem().source()).hasToString("t.yaml:2:10");
            assertThat(refused.problem().arguments()).containsExactly("0xE9");
        });
        byte[] cut = {'a', ':', ' ', (byte) 0xF0, (byte) 0x9F};
        assertThat(SourceText.decode("t.yaml", cut)).isInstanceOf(Decoded.Refused.class);
        assertThat(SourceText.decode("t.yaml", "a".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOfSatisfying(
                        Decoded.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("utf-16"));
        assertThat(SourceText.decode("t.yaml", new byte[SourceText.LARGEST + 1]))
                .isInstanceOfSatisfying(
                        Decoded.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("file-too-large"));
    }

    @Test
    void encodingGivesTheSameBytesAgain() {
        byte[] bytes = "\uFEFFa: 🚀\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(SourceText.decode("t.yaml", bytes))
                .isInstanceOfSatisfying(
                        Decoded.Text.class,
                        text -> assertThat(text.text().encode()).isEqualTo(bytes));
    }

    private static void collect(SourceNode node, String content, List<String> written) {
        switch (node) {
            case SourceNode.Mapping mapping ->
                mapping.entries().forEach(entry -> {
                    collect(entry.key(), content, written);
                    collect(entry.value(), content, written);
                });
            case SourceNode.Sequence sequence -> sequence.items().forEach(item -> collect(item, content, written));
            case SourceNode.Scalar _, SourceNode.Alias _ -> {}
        }
        written.add(content.substring(node.start(), node.end()));
    }

    private static SourceNode root(SourceTree tree) {
        SourceNode root = tree.documents().getFirst().root();
        assertThat(root).isNotNull();
        return Objects.requireNonNull(root);
    }

    private static List<String> codes(SourceTree tree) {
        return tree.problems().stream()
                .map(problem -> problem.code() + " @ " + problem.source().line() + ":"
                        + problem.source().column())
                .toList();
    }

    private static SourceTree read(String content) {
        return SourceTreeReader.read(text(content));
    }

    private static SourceText text(String content) {
        return new SourceText("t.yaml", content);
    }

    /// In pieces of a kilobyte, each of which copies those before it, this takes some seconds.
    @Test
    void aLongWordIsReadInTimeThatGrowsWithItsLength() {
        String word = "a".repeat(4_000_000);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        SourceTree tree =
                SourceTreeReader.read(new SourceText("long.yaml", "plain: " + word + "\nquoted: '" + word + "'\n"));
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(tree.problems()).isEmpty();
        assertThat(tree.documents()).hasSize(1);
    }
}
