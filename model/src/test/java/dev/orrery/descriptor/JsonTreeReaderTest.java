package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.importer.Corpus;
import dev.orrery.json.Json;
import dev.orrery.json.JsonReader;
import dev.orrery.json.JsonWriter;
import dev.orrery.json.ParsedJson;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonTreeReaderTest {
    @Test
    void everyNodeStandsWhereItsValueIsWritten() {
        Random random = new Random(8259);
        for (int round = 0; round < 200; round++) {
            Json value = new Json.Arr(List.of(json(random, 0), json(random, 0)));
            String text = random.nextBoolean() ? JsonWriter.pretty(value) : "\uFEFF " + JsonWriter.compact(value);
            SourceTree tree = read(text);
            assertThat(tree.problems()).noneMatch(problem -> !problem.code().equals("duplicate-key"));
            check(root(tree), value, text);
        }
    }

    @Test
    void offsetsHoldInALongText() {
        Json value = new Json.Arr(IntStream.range(0, 20_000)
                .mapToObj(i -> (Json) Json.object(Json.member("key🚀" + i, Json.number(i))))
                .toList());
        String text = JsonWriter.pretty(value);
        check(root(read(text)), value, text);
    }

    @Test
    void aCommentIsAnErrorThatHidesNothing() {
        SourceTree tree = read("{\"a\": 1, // one\n \"b\": [2,],\n}");
        assertThat(tree.problems()).extracting(Problem::code).containsExactly("json-syntax");
        assertThat(tree.problems().getFirst().source()).hasToString("t.json:1:10");
        assertThat(tree.documents().getFirst().root())
                .isInstanceOfSatisfying(
                        SourceNode.Mapping.class,
                        root -> assertThat(root.entries()).hasSize(2));
    }

    @Test
    void whatIsCompleteBeforeAnErrorIsKept() {
        SourceTree tree = read("{\"a\": 1, \"a\": 2, \"b\": [3, tru");
        assertThat(tree.problems()).extracting(Problem::code).containsExactlyInAnyOrder("duplicate-key", "json-syntax");
        assertThat(((SourceNode.Mapping) root(tree)).entries()).hasSize(3);
    }

    @Test
    void aHundredThousandBracketsAreTooDeepAndQuick() {
        assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(read("[".repeat(100_000)).problems())
                        .extracting(Problem::code)
                        .containsExactly("too-deep"));
    }

    @Test
    void theSuiteOfOddTextsIsJudgedAsItSays() throws IOException {
        for (Path file : Corpus.files("json-odd", ".json")) {
            String name = file.getFileName().toString();
            boolean isRefused = switch (SourceText.decode(name, Files.readAllBytes(file))) {
                case Decoded.Text(SourceText text) -> isRefused(SourceTreeReader.read(text));
                case Decoded.Refused _ -> true;
            };
            if (!name.startsWith("i_")) {
                assertThat(isRefused).as(name).isEqualTo(name.startsWith("n_"));
            }
        }
    }

    private static boolean isRefused(SourceTree tree) {
        return tree.problems().stream()
                .anyMatch(problem ->
                        problem.severity() == Severity.ERROR && !problem.code().equals("duplicate-key"));
    }

    private static SourceNode root(SourceTree tree) {
        return Objects.requireNonNull(tree.documents().getFirst().root());
    }

    private static SourceTree read(String text) {
        return SourceTreeReader.read(new SourceText("t.json", text));
    }

    private static void check(SourceNode node, Json value, String text) {
        String written = text.substring(node.start(), node.end());
        assertThat(JsonReader.read(written)).isEqualTo(new ParsedJson.Whole(value));
        switch (value) {
            case Json.Arr array -> {
                List<SourceNode> items = ((SourceNode.Sequence) node).items();
                assertThat(items).hasSameSizeAs(array.items());
                for (int i = 0; i < items.size(); i++) {
                    check(items.get(i), array.items().get(i), text);
                }
            }
            case Json.Obj object -> {
                List<SourceNode.Entry> entries = ((SourceNode.Mapping) node).entries();
                assertThat(entries).hasSameSizeAs(object.members());
                for (int i = 0; i < entries.size(); i++) {
                    Json.Member member = object.members().get(i);
                    check(entries.get(i).key(), new Json.Text(member.name()), text);
                    check(entries.get(i).value(), member.value(), text);
                }
            }
            case Json.Text(String meant) ->
                assertThat(((SourceNode.Scalar) node).value()).isEqualTo(meant);
            case Json.Num _, Json.Bool _, Json.Null _ ->
                assertThat(((SourceNode.Scalar) node).value()).isEqualTo(written);
        }
    }

    private static Json json(Random random, int depth) {
        List<String> texts = List.of("", "a", "\"\\", "🚀\n", "\u0000é", "x".repeat(50));
        return switch (random.nextInt(depth > 4 ? 4 : 6)) {
            case 0 -> new Json.Text(texts.get(random.nextInt(texts.size())));
            case 1 -> Json.number(random.nextLong());
            case 2 -> Json.number(random.nextDouble());
            case 3 -> List.of(Json.NULL, Json.bool(true), Json.bool(false)).get(random.nextInt(3));
            case 4 -> {
                List<Json> items = new ArrayList<>();
                IntStream.range(0, random.nextInt(5)).forEach(_ -> items.add(json(random, depth + 1)));
                yield new Json.Arr(items);
            }
            default -> {
                List<Json.Member> members = new ArrayList<>();
                IntStream.range(0, random.nextInt(5))
                        .forEach(i -> members.add(
                                Json.member(texts.get(random.nextInt(texts.size())) + i, json(random, depth + 1))));
                yield new Json.Obj(members);
            }
        };
    }
}
