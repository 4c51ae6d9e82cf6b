package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class TreeEditingTest {
    /// An edit being planned, and where in the tree.
    private record Desk(TreeEditing editing) {
        SourceNode at(String... path) {
            SourceNode node =
                    Objects.requireNonNull(editing.tree().documents().getFirst().root());
            for (String step : path) {
                node = switch (node) {
                    case SourceNode.Mapping mapping ->
                        Source.entry(mapping, step).orElseThrow().value();
                    case SourceNode.Sequence sequence -> sequence.items().get(Integer.parseInt(step));
                    default -> throw new IllegalArgumentException(step);
                };
            }
            return node;
        }

        SourceNode.Mapping mapping(String... path) {
            return (SourceNode.Mapping) at(path);
        }

        SourceNode.Scalar scalar(String... path) {
            return (SourceNode.Scalar) at(path);
        }

        SourceNode.Sequence list(String... path) {
            return (SourceNode.Sequence) at(path);
        }

        void rename(String key, String to, String... path) {
            editing.rename(mapping(path), Source.entry(mapping(path), key).orElseThrow(), to);
        }
    }

    private static TreeEdited edit(String file, String content, Consumer<Desk> edits) {
        Desk desk = new Desk(new TreeEditing(SourceTreeReader.read(new SourceText(file, content))));
        edits.accept(desk);
        TreeEdited edited = desk.editing().finish();
        if (edited instanceof TreeEdited.Done done) {
            String now = done.tree().text().content();
            assertThat(TextEdit.apply(now, TextEdit.inverse(content, done.edits())))
                    .isEqualTo(content);
        }
        return edited;
    }

    private static void becomes(String before, String after, Consumer<Desk> edits) {
        assertThat(edit("a.yaml", before, edits))
                .isInstanceOfSatisfying(
                        TreeEdited.Done.class,
                        done -> assertThat(done.tree().text().content()).isEqualTo(after));
    }

    private static void isRefused(String before, String code, Consumer<Desk> edits) {
        assertThat(edit("a.yaml", before, edits))
                .isInstanceOfSatisfying(
                        TreeEdited.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    private static NewNode text(String value) {
        return new NewNode.Text(value);
    }

    @Test
    void aKeyIsRenamedInItsOwnQuotes() {
        becomes("a: 1 # x\n'b': 2\n", "c: 1 # x\n'b': 2\n", desk -> desk.rename("a", "c"));
        becomes("a: 1\n'b': 2\n", "a: 1\n'it''s': 2\n", desk -> desk.rename("b", "it's"));
        becomes("{\"a\": 1, b: 2}", "{\"c\": 1, b: 2}", desk -> desk.rename("a", "c"));
    }

    @Test
    void whatWouldNotBeATextIsPutInQuotes() {
        for (String word : List.of(
                "yes",
                "on",
                "No",
                "null",
                "~",
                "1",
                "0o7",
                "1_000",
                "22:22",
                "2020-01-01",
                ".inf",
                "1e3",
                "0x1F",
                "",
                " a",
                "a ",
                "a: b",
                "a #b",
                "- a",
                "*a",
                "&a",
                "!a",
                "@a",
                "`a",
                "%a",
                "#a",
                "a:",
                "[a",
                "true",
                "y",
                "<<",
                "=",
                "---",
                "..."))
            becomes(
                    "a: x\n",
                    "a: " + ScalarText.quoted(word) + "\n",
                    desk -> desk.editing().text(desk.scalar("a"), word));
        for (String word :
                List.of("a", "a-b", "a.b", "a/b:1", "http://a:1/b", "über", "-a", "3scale", "$X", "a b", "x@y"))
            becomes("a: x\n", "a: " + word + "\n", desk -> desk.editing().text(desk.scalar("a"), word));
    }

    @Test
    void aValueThatWasNotWrittenIsPutAfterItsColon() {
        becomes("a:\nb: 1\n", "a: x\nb: 1\n", desk -> desk.editing().text(desk.scalar("a"), "x"));
        becomes("a: # why\nb: 1\n", "a: x # why\nb: 1\n", desk -> desk.editing().text(desk.scalar("a"), "x"));
        becomes("{a: , b: 1}\n", "{a: x , b: 1}\n", desk -> desk.editing().text(desk.scalar("a"), "x"));
        isRefused("{a, b: 1}\n", "no-colon", desk -> desk.editing().text(desk.scalar("a"), "x"));
    }

    @Test
    void aLiteralKeepsItsHeaderAndIndentation() {
        becomes(
                "a: | # why\n    x\n    y\n\nb: 1\n",
                "a: | # why\n    new\n    lines\n\nb: 1\n",
                desk -> desk.editing().text(desk.scalar("a"), "new\nlines\n"));
        becomes(
                "a: >\n    x\n\nb: 1\n",
                "a: \"y\\n\"\n\nb: 1\n",
                desk -> desk.editing().text(desk.scalar("a"), "y\n"));
        isRefused(
                "a: | # why\n    x\nb: 1\n",
                "comment-between",
                desk -> desk.editing().text(desk.scalar("a"), "y"));
    }

    @Test
    void anEntryGoesWithItsLinesAndDeeperComments() {
        becomes(
                "a: 1\n# of b\nb: 2 # too\n  # deeper\n\n  # still\n# of c\nc: 3\n",
                "a: 1\n# of b\n# of c\nc: 3\n",
                desk -> desk.editing().delete(desk.mapping(), "b"));
        becomes("a:\n  b: 1\n  c: 2\n", "a:\n  c: 2\n", desk -> desk.editing().delete(desk.mapping("a"), "b"));
        becomes("a: 1\nb: 2", "a: 1", desk -> desk.editing().delete(desk.mapping(), "b"));
        becomes(
                "a: 1\r\nb: |\r\n  x\r\n\r\nc: 2\r\n",
                "a: 1\r\n\r\nc: 2\r\n",
                desk -> desk.editing().delete(desk.mapping(), "b"));
        becomes("\uFEFFa: 1\nb: 2\n", "\uFEFFb: 2\n", desk -> desk.editing().delete(desk.mapping(), "a"));
        becomes("a: 1\nb: 2\nc: 3", "a: 1", desk -> desk.editing().delete(desk.mapping(), Set.of(1, 2)));
    }

    @Test
    void anItemGoesWithItsDash() {
        becomes(
                "a:\n- x\n- y # why\n- z\n",
                "a:\n- x\n- z\n",
                desk -> desk.editing().delete(desk.list("a"), Set.of(1)));
        becomes("a:\n  -\n  - y\n", "a:\n  - y\n", desk -> desk.editing().delete(desk.list("a"), Set.of(0)));
        becomes("- - x\n  - y\n- z\n", "- - y\n- z\n", desk -> desk.editing().delete(desk.list("0"), Set.of(0)));
    }

    @Test
    void theFirstEntryInTheMiddleOfALinePullsTheNextOneUp() {
        becomes("- a: 1\n  b: 2\n", "- b: 2\n", desk -> desk.editing().delete(desk.mapping("0"), "a"));
        becomes(
                "- a: 1\n  # of b\n  b: 2\n",
                "-\n  # of b\n  b: 2\n",
                desk -> desk.editing().delete(desk.mapping("0"), "a"));
        becomes("- a: 1\n  b: 2\n  c: 3\n", "- c: 3\n", desk -> desk.editing().delete(desk.mapping("0"), Set.of(0, 1)));
    }

    @Test
    void theOnlyEntryLeavesAnEmptyCollection() {
        becomes(
                "a: # why\n  b: 1\nc: 2\n",
                "a: {} # why\nc: 2\n",
                desk -> desk.editing().delete(desk.mapping("a"), "b"));
        becomes("a:\n  - b\nc: 2\n", "a: []\nc: 2\n", desk -> desk.editing().delete(desk.list("a"), Set.of(0)));
        becomes("a:\n  b: 1", "a: {}", desk -> desk.editing().delete(desk.mapping("a"), "b"));
        becomes("- a: 1\n", "- {}\n", desk -> desk.editing().delete(desk.mapping("0"), "a"));
        isRefused("a: &x\n  b: 1\n", "marked", desk -> desk.editing().delete(desk.mapping("a"), "b"));
    }

    @Test
    void inFlowAnItemGoesWithOneGap() {
        becomes("[a, b,  c]", "[b,  c]", desk -> desk.editing().delete(desk.list(), Set.of(0)));
        becomes("[a, b,  c]", "[a, b]", desk -> desk.editing().delete(desk.list(), Set.of(2)));
        becomes("[ a, b ]", "[]", desk -> desk.editing().delete(desk.list(), Set.of(0, 1)));
        becomes("{a: 1, b: 2, c: 3, d: 4}", "{b: 2}", desk -> desk.editing().delete(desk.mapping(), Set.of(0, 2, 3)));
        isRefused("[a, # x\n b]", "comment-in-flow", desk -> desk.editing().delete(desk.list(), Set.of(0)));
        isRefused("[a: 1]", "pair-in-list", desk -> desk.editing().delete(desk.mapping("0"), "a"));
    }

    @Test
    void whatIsNewStandsInItsSiblingsColumn() {
        becomes(
                "s:\n   a: 1\n   # deeper than s\n\nt: 1\n",
                "s:\n   a: 1\n   b: x\n   # deeper than s\n\nt: 1\n",
                desk -> desk.editing().insert(desk.at("s"), "b", text("x"), List.of()));
        becomes(
                "s:\n  a:\n    x: 1",
                "s:\n  a:\n    x: 1\n  b: {k: v}",
                desk -> desk.editing()
                        .insert(
                                desk.at("s"),
                                "b",
                                new NewNode.Mapping(List.of(new NewNode.Member("k", text("v"))), true),
                                List.of()));
        becomes("a: 1\r\n", "a: 1\r\nb: x\r\n", desk -> desk.editing().insert(desk.at(), "b", text("x"), List.of()));
        becomes(
                "a:\n- x\n- y\nb: 1\n",
                "a:\n- x\n- y\n- z\nb: 1\n",
                desk -> desk.editing()
                        .add(desk.at("a"), text("z"), desk.editing().prefersFlow(false)));
        becomes(
                "a: 1\nc: 2\nd: 3\n",
                "a: 1\nb: x\nc: 2\nd: 3\n",
                desk -> desk.editing().insert(desk.at(), "b", text("x"), List.of()));
        becomes(
                "s:\n  # of b\n  b: 1\n  c: 2\n  d: 3\n",
                "s:\n  a: x\n  # of b\n  b: 1\n  c: 2\n  d: 3\n",
                desk -> desk.editing().insert(desk.at("s"), "a", text("x"), List.of()));
        becomes(
                "name: x\ndepends_on: [a]\n",
                "name: x\nowner: o\ndepends_on: [a]\n",
                desk -> desk.editing().insert(desk.at(), "owner", text("o"), List.of("name", "owner", "depends_on")));
        becomes(
                "- b: 1\n  c: 2\n  d: 3\n",
                "- b: 1\n  c: 2\n  d: 3\n  a: x\n",
                desk -> desk.editing().insert(desk.at("0"), "a", text("x"), List.of()));
        isRefused("a: 1\n", "key-exists", desk -> desk.editing().insert(desk.at(), "a", text("x"), List.of()));
    }

    @Test
    void whatWasEmptyIsFilledBelowItsKey() {
        becomes(
                "a: {} # why\nb:\n    c: 1\n",
                "a: # why\n    x: v\nb:\n    c: 1\n".replace("a: #", "a: #"),
                desk -> desk.editing().insert(desk.at("a"), "x", text("v"), List.of()));
        becomes(
                "a:\nb: 1\n",
                "a:\n  x: v\nb: 1\n",
                desk -> desk.editing().insert(desk.at("a"), "x", text("v"), List.of()));
        becomes("a: null", "a:\n  x: v", desk -> desk.editing().insert(desk.at("a"), "x", text("v"), List.of()));
        becomes("- {}\n", "- x: v\n", desk -> desk.editing().insert(desk.at("0"), "x", text("v"), List.of()));
        becomes(
                "{a: {}, b: }",
                "{a: {x: v}, b: }",
                desk -> desk.editing().insert(desk.at("a"), "x", text("v"), List.of()));
        becomes(
                "a: []\nb: [x, y]\n",
                "a: [z]\nb: [x, y]\n",
                desk -> desk.editing()
                        .add(desk.at("a"), text("z"), desk.editing().prefersFlow(false)));
        becomes(
                "a: []\nb:\n- x\n",
                "a:\n- z\nb:\n- x\n",
                desk -> desk.editing()
                        .add(desk.at("a"), text("z"), desk.editing().prefersFlow(false)));
    }

    @Test
    void inFlowTheGapOfTheSiblingsIsCopied() {
        becomes(
                "[a,b]",
                "[a,b,c]",
                desk -> desk.editing().add(desk.at(), text("c"), desk.editing().prefersFlow(false)));
        becomes(
                "{\n  a: 1,\n  b: 2\n}\n",
                "{\n  a: 1,\n  b: 2,\n  c: x\n}\n",
                desk -> desk.editing().insert(desk.at(), "c", text("x"), List.of()));
        becomes(
                "{a: {\n  b: 2\n}}\n",
                "{a: {\n  b: 2,\n  c: \"http://x\"\n}}\n",
                desk -> desk.editing().insert(desk.at("a"), "c", text("http://x"), List.of()));
        isRefused(
                "[a, b # x\n]",
                "comment-in-flow",
                desk -> desk.editing().add(desk.at(), text("c"), desk.editing().prefersFlow(false)));
    }

    @Test
    void jsonStaysJson() {
        assertThat(edit("a.json", "{\"a\": {\"b\": 1}}", desk -> {
                    desk.editing().insert(desk.at("a"), "c", text("x"), List.of());
                    desk.rename("a", "z");
                }))
                .isInstanceOfSatisfying(
                        TreeEdited.Done.class,
                        done -> assertThat(done.tree().text().content())
                                .isEqualTo("{\"z\": {\"b\": 1, \"c\": \"x\"}}"));
    }

    @Test
    void aListOfNamesBecomesAMapping() {
        becomes(
                "d:\n  - a # why\n  - 'b'\n",
                "d:\n  a: {} # why\n  'b': {}\n",
                desk -> desk.editing().toMapping(desk.list("d"), _ -> NewNode.nothing()));
        becomes(
                "d:\n- a\n- b\n",
                "d:\n  a: {}\n  b: {}\n",
                desk -> desk.editing().toMapping(desk.list("d"), _ -> NewNode.nothing()));
        becomes(
                "d: [a, b]\n",
                "d: {a: {}, b: {}}\n",
                desk -> desk.editing().toMapping(desk.list("d"), _ -> NewNode.nothing()));
        becomes(
                "d:\n  - a\n",
                "d:\n  a:\n    condition: service_started\n",
                desk -> desk.editing()
                        .toMapping(
                                desk.list("d"),
                                _ -> new NewNode.Mapping(
                                        List.of(new NewNode.Member("condition", text("service_started"))), false)));
        isRefused(
                "d:\n  - a\n  - a\n",
                "list-not-names",
                desk -> desk.editing().toMapping(desk.list("d"), _ -> NewNode.nothing()));
    }

    @Test
    void anEntryIsCopiedWithAllItsLines() {
        becomes(
                "s:\n  a:\n    # why\n    x: 1 # y\n    l: |\n      t\n  b: 1\n",
                "s:\n  a:\n    # why\n    x: 1 # y\n    l: |\n      t\n  b: 1\n  c:\n    x: 1 # y\n    l: |\n      t\n",
                desk -> desk.editing()
                        .copy(
                                desk.mapping("s"),
                                Source.entry(desk.mapping("s"), "a").orElseThrow(),
                                "c"));
        becomes(
                "s: {a: {x: 1}}\n",
                "s: {a: {x: 1}, c: {x: 1}}\n",
                desk -> desk.editing()
                        .copy(
                                desk.mapping("s"),
                                Source.entry(desk.mapping("s"), "a").orElseThrow(),
                                "c"));
        isRefused(
                "s:\n  a: &x\n    y: 1\n",
                "anchor-copied",
                desk -> desk.editing()
                        .copy(
                                desk.mapping("s"),
                                Source.entry(desk.mapping("s"), "a").orElseThrow(),
                                "c"));
    }

    @Test
    void whatStandsBehindATagIsNotTouchedAndAnAnchorStays() {
        becomes(
                "a: &x 1   # c\nb: *x\n",
                "a: &x z   # c\nb: *x\n",
                desk -> desk.editing().text(desk.scalar("a"), "z"));
        isRefused("a: !t x\n", "marked", desk -> desk.editing().text(desk.scalar("a"), "y"));
        isRefused("&k a: x\n", "marked", desk -> desk.rename("a", "b"));
        isRefused(
                "a: &x {c: 1}\nb: *x\n",
                "alias",
                desk -> desk.editing().insert(desk.at("b"), "x", text("v"), List.of()));
        isRefused("a: &x 1\nb: *x\n", "anchor-needed", desk -> desk.editing().delete(desk.mapping(), "a"));
        isRefused("? a\n: 1\n", "explicit-key", desk -> desk.rename("a", "b"));
        isRefused("a: 1\na: 2\n", "duplicate-keys", desk -> desk.rename("a", "b"));
        isRefused("a: [1\n", "text-broken", desk -> desk.editing().text(desk.scalar("a", "0"), "b"));
        isRefused("a: {{ x }}\n", "template", desk -> desk.rename("a", "b"));
    }

    @Test
    void aDeletionThatWouldChangeASiblingIsFoundOut() {
        isRefused(
                "a: |+\n  x\nb: 1\n\nc: 2\n",
                "not-proven",
                desk -> desk.editing().delete(desk.mapping(), "b"));
    }
}
