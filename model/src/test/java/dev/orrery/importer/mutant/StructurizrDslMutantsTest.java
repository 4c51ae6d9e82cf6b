package dev.orrery.importer.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Big Bank plc in the Structurizr DSL, and the same workspace written otherwise.
class StructurizrDslMutantsTest {
    private static final int SEEDS = 5;
    private static final Pattern KEYWORD =
            Pattern.compile("(?i)\\b(workspace|model|person|softwaresystem|container|component|group|views)\\b(?= |$)");

    private final Truth truth = Truth.of("big-bank-plc.json");
    private final String text =
            Read.corpus("structurizr-dsl/structurizr+java/structurizr-dsl/src/test/resources/dsl/big-bank-plc.dsl");
    private final Block workspace = Block.read(text).getFirst();

    @Test
    void theWorkspaceItself() {
        Read.file("bank.dsl", text).is(truth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "  ", "\t", "        "})
    void anyIndentation(String indentation) {
        is(workspace.write(indentation));
        is(workspace.write(indentation).replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void statementsInAnyOrder(int seed) {
        Random random = new Random(seed);
        is(workspace.changed(block -> block.is("model") ? block.shuffled(random) : block));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keywordsInAnyCase(int seed) {
        Random random = new Random(seed);
        is(workspace.changed(block -> block.withLine(beforeQuotes(
                block.line(),
                head -> KEYWORD.matcher(head)
                        .replaceAll(found -> random.nextBoolean()
                                ? found.group().toUpperCase(Locale.ROOT)
                                : found.group().toLowerCase(Locale.ROOT))))));
    }

    /// Words need no quotes, and a statement may go on on the next line.
    @Test
    void fewerQuotesAndLongerStatements() {
        is(workspace.changed(block -> block.isElement() || block.isRelationship()
                ? block.withLine(
                        block.line().replaceAll("\"([A-Za-z]+)\"", "$1").replaceFirst(" \"", " \\\\\n \""))
                : block));
    }

    @Test
    void commentsBetweenStatements() {
        is("// first\n"
                + workspace.write("  ").replace("\n", "\n# a { brace } \n/* of\n several { lines */\n")
                + "// last");
    }

    @Test
    void otherNames() {
        List<String> names = truth.services().stream()
                .map(id -> id.substring(id.indexOf('/') + 1))
                .toList();
        List<UnaryOperator<String>> ways = List.of(
                name -> "ZZ " + name,
                name -> name + " (v2)",
                name -> "Größe " + names.indexOf(name),
                name -> "n" + names.indexOf(name));
        ways.forEach(way -> {
            Renaming renaming = Renaming.of(names, way);
            Block renamed =
                    workspace.changed(block -> block.isElement() ? block.withLine(named(block, renaming)) : block);
            Truth expected = truth.renamed(told -> StructurizrMutantsTest.inEachPlace(
                    told, name -> renaming.names().getOrDefault(name, name)));
            Read.file("bank.dsl", renamed.write("\t")).is(expected);
        });
    }

    @Test
    void otherIdentifiers() {
        Renaming renaming = Renaming.of(paths().keySet(), identifier -> "x" + identifier.hashCode() % 999_983);
        assertThat(renaming.names()).hasSizeGreaterThan(15);
        is(workspace.changed(block -> block.withLine(beforeQuotes(block.line(), renaming))));
    }

    /// Identifiers that tell the whole way to an element.
    @Test
    void hierarchicalIdentifiers() {
        Renaming full = Renaming.of(paths());
        Block hierarchical = workspace.changed(block -> {
            if (block.is("workspace")) {
                return starting("!identifiers hierarchical", block);
            }
            if (block.is("model")) {
                // Nodes of an environment have such identifiers too, in which the environment needs one of its own.
                return block.withInner(block.inner().stream()
                        .filter(inner -> !inner.is("deploymentenvironment"))
                        .toList());
            }
            return block.identifier().isEmpty() ? block.withLine(beforeQuotes(block.line(), full)) : block;
        });
        is(hierarchical);
    }

    /// A relationship stated in the element that has it, which is opened again for that.
    @Test
    void relationshipsInTheirElements() {
        Block moved = workspace.changed(block -> {
            if (!block.is("model")) {
                return block;
            }
            return block.withInner(block.inner().stream()
                    .map(statement -> {
                        if (!statement.isRelationship()) {
                            return statement;
                        }
                        String[] ends = statement.line().split(" -> ", 2);
                        return Block.open("!element " + ends[0], List.of(Block.line("-> " + ends[1])));
                    })
                    .toList());
        });
        assertThat(moved.write("")).contains("!element");
        is(moved);
    }

    /// Every element with a body, and the relationships, in files of their own.
    @Test
    void splitOverManyFiles() {
        Map<String, String> files = new TreeMap<>();
        Block split = workspace.changed(block -> {
            if (block.isElement() && !block.inner().isEmpty()) {
                String file = "model/part-" + files.size() + "/elements.dsl";
                StringBuilder part = new StringBuilder();
                block.inner().forEach(inner -> part.append(inner.write("  ")));
                // Nested files are named from where the file lies that names them.
                files.put(file, part.toString().replace("!include model/", "!include ../"));
                return block.withInner(List.of(Block.line("!include " + file)));
            }
            return block;
        });
        assertThat(files).hasSize(5);
        Read read = Read.file("workspace.dsl", split.write("    "));
        files.forEach(read::beside);
        read.is(truth);
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    private void is(Block mutant) {
        assertThat(mutant).isNotEqualTo(workspace);
        is(mutant.write("    "));
    }

    private void is(String mutant) {
        Read.file("bank.dsl", mutant).is(truth);
    }

    /// Identifier to the whole way to its element.
    private Map<String, String> paths() {
        Map<String, String> paths = new HashMap<>();
        collect(workspace, "", paths);
        return paths;
    }

    private static void collect(Block block, String within, Map<String, String> paths) {
        for (Block inner : block.inner()) {
            String path = within;
            if (inner.isElement() && !inner.identifier().isEmpty()) {
                path = (within.isEmpty() ? "" : within + ".") + inner.identifier();
                paths.put(inner.identifier(), path);
            }
            collect(inner, path, paths);
        }
    }

    private static Block starting(String statement, Block block) {
        List<Block> inner = new ArrayList<>(block.inner());
        inner.addFirst(Block.line(statement));
        return block.withInner(inner);
    }

    private static String named(Block block, Renaming renaming) {
        for (Map.Entry<String, String> name : renaming.names().entrySet()) {
            String quoted = '"' + name.getKey() + '"';
            if (beforeName(block.line()).length() == block.line().indexOf(quoted)) {
                return beforeName(block.line())
                        + '"'
                        + name.getValue()
                        + '"'
                        + block.line().substring(beforeName(block.line()).length() + quoted.length());
            }
        }
        return block.line();
    }

    private static String beforeName(String line) {
        int quote = line.indexOf('"');
        return quote < 0 ? line : line.substring(0, quote);
    }

    private static String beforeQuotes(String line, UnaryOperator<String> change) {
        String head = beforeName(line);
        return change.apply(head) + line.substring(head.length());
    }
}
