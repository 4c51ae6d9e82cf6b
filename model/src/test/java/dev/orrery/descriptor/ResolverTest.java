package dev.orrery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.orrery.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolverTest {
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void mergesMappingsAndOwnKeysWin() {
        Value.Mapping root = resolve("""
                one: &one {a: 1, b: 1}
                two: &two {b: 2, c: 2}
                mine:
                  <<: [*one, *two]
                  c: 3
                  <<: {d: 4}
                """);
        Value.Mapping mine = (Value.Mapping) root.get("mine").orElseThrow();
        assertThat(mine.fields()).extracting(Value.Field::key).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(text(mine, "a")).isEqualTo("1");
        assertThat(text(mine, "b")).isEqualTo("1");
        assertThat(text(mine, "c")).isEqualTo("3");
        assertThat(text(mine, "d")).isEqualTo("4");
        assertThat(problems).isEmpty();
    }

    @Test
    void aMergedValueStandsWhereItIsWrittenAndAnAliasedOneWhereItsAliasIs() {
        Value.Mapping root = resolve("base: &b {list: &l [x]}\nweb: {<<: *b}\ndb: {list: *l}\n");
        Value.Mapping web = (Value.Mapping) root.get("web").orElseThrow();
        Value.Mapping db = (Value.Mapping) root.get("db").orElseThrow();
        assertThat(web.field("list").orElseThrow().keySource()).hasToString("t.yaml:1:11");
        assertThat(db.get("list").orElseThrow().source()).hasToString("t.yaml:3:12");
        assertThat(((Value.Sequence) db.get("list").orElseThrow())
                        .items()
                        .getFirst()
                        .source())
                .hasToString("t.yaml:1:21");
    }

    @Test
    void scalarsHaveTheTypesOfTheCoreSchemaAndKeepTheirText() {
        Value.Mapping root =
                resolve("a: True\nb: ~\nc: 0123\nd: 1.0\ne: no\nf: 'true'\ng: 22:22\nh:\ni: !!str 5\nj: !x 5\n");
        assertThat(root.fields())
                .extracting(field -> ((Value.Scalar) field.value()).type())
                .containsExactly(
                        Value.Type.BOOLEAN,
                        Value.Type.NULL,
                        Value.Type.NUMBER,
                        Value.Type.NUMBER,
                        Value.Type.TEXT,
                        Value.Type.TEXT,
                        Value.Type.TEXT,
                        Value.Type.NULL,
                        Value.Type.TEXT,
                        Value.Type.TEXT);
        assertThat(text(root, "c")).isEqualTo("0123");
    }

    @Test
    void keysThatAreNoNamesAreReported() {
        Value.Mapping root = resolve("{{ x }}: 1\n~: 2\n? [a]\n: 3\n<<: 5\nok: 4\n");
        assertThat(root.fields()).extracting(Value.Field::key).containsExactly("ok");
        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly("key-not-text", "key-is-null", "key-not-text", "merge-not-mapping");
    }

    @Test
    void aBombOfMergeKeysEndsAtALimit() {
        StringBuilder bomb = new StringBuilder("x0: &x0 {a: 1}\n");
        for (int level = 1; level <= 90; level++) {
            bomb.append("x%d: &x%d {<<: [".formatted(level, level))
                    .repeat("*x%d, ".formatted(level - 1), 100)
                    .append("], k%d: 1}\n".formatted(level));
        }
        Value.Mapping root = resolve(bomb.toString());
        assertTimeout(
                Duration.ofSeconds(5), () -> ((Value.Mapping) root.get("x90").orElseThrow()).fields());
        assertThat(problems).extracting(Problem::code).containsExactly("merge-limit");
    }

    @Test
    void aLongChainOfMergeKeysEndsAtALimit() {
        StringBuilder chain = new StringBuilder("x0: &x0 {a: 1}\n");
        for (int level = 1; level < 9_000; level++) {
            chain.append("x%d: &x%d {<<: *x%d}\n".formatted(level, level, level - 1));
        }
        Value.Mapping root = resolve(chain.toString());
        assertThat(((Value.Mapping) root.get("x8999").orElseThrow()).fields()).isEmpty();
        assertThat(problems).extracting(Problem::code).containsExactly("merge-limit");
    }

    private Value.Mapping resolve(String content) {
        SourceTree tree = SourceTreeReader.read(new SourceText("t.yaml", content));
        return (Value.Mapping) Resolver.resolve(tree, tree.documents().getFirst(), problems::add)
                .orElseThrow();
    }

    private static String text(Value.Mapping in, String key) {
        return ((Value.Scalar) in.get(key).orElseThrow()).text();
    }
}
