package dev.orrery.importer.mutant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Big Bank plc as a workspace in JSON, and the same one written otherwise.
class StructurizrMutantsTest {
    private static final int SEEDS = 5;
    /// Keys whose values are numbers of elements and relationships, given as texts.
    private static final Set<String> NUMBERS = Set.of(
            "id", "sourceId", "destinationId", "containerId", "softwareSystemId", "elementId", "linkedRelationshipId");

    private final Truth truth = Truth.of("big-bank-plc.json");
    private final String text = Read.corpus(truth.files().getFirst());
    private final Tree.Fields workspace = (Tree.Fields) Tree.documents(text).getFirst();

    @ParameterizedTest
    @EnumSource
    void anyStyle(Style style) {
        Read.file(style == Style.JSON ? "bank.json" : "bank.yaml", style.write(workspace))
                .is(truth);
    }

    /// Elements and relationships too: a list of them means the same in any order.
    @ParameterizedTest
    @MethodSource("seeds")
    void keysAndElementsInAnyOrder(int seed) {
        Read.file("bank.json", Style.JSON.write(workspace.shuffledThroughout(new Random(seed))))
                .is(truth);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void otherNumbers(int seed) {
        Set<String> found = new TreeSet<>();
        workspace.changed(tree -> {
            if (tree instanceof Tree.Fields fields && !fields.text("id").isEmpty()) {
                found.add(fields.text("id"));
            }
            return tree;
        });
        List<String> numbers = List.copyOf(found);
        List<String> others = new ArrayList<>(numbers);
        Collections.shuffle(others, new Random(seed));
        Map<String, String> renumbered = new HashMap<>();
        for (int index = 0; index < numbers.size(); index++) {
            renumbered.put(numbers.get(index), "n-" + others.get(index));
        }
        Tree changed =
                workspace.changed(tree -> tree instanceof Tree.Fields fields ? renumbered(fields, renumbered) : tree);
        Read.file("bank.json", Style.JSON.write(changed)).is(truth);
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
                name -> "0" + names.indexOf(name));
        ways.forEach(way -> {
            Renaming renaming = Renaming.of(names, way);
            // Only what is a name as a whole: one is a part of another's, and of descriptions.
            UnaryOperator<String> whole = told -> renaming.names().getOrDefault(told, told);
            Tree renamed = workspace.changed(tree ->
                    tree instanceof Tree.Fields fields && !fields.text("name").isEmpty()
                            ? fields.with("name", Tree.Leaf.text(whole.apply(fields.text("name"))))
                            : tree);
            Truth expected = truth.renamed(told -> StructurizrMutantsTest.inEachPlace(told, whole));
            Read.file("bank.json", Style.JSON.write(renamed)).is(expected);
        });
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    /// `System/Container -> System declared`
    static String inEachPlace(String told, UnaryOperator<String> rename) {
        String certainty = told.endsWith(" declared") ? " declared" : "";
        List<String> ends = new ArrayList<>();
        for (String end : told.substring(0, told.length() - certainty.length()).split(" -> ", -1)) {
            List<String> parts = new ArrayList<>();
            for (String part : end.split("/", -1)) {
                parts.add(rename.apply(part));
            }
            ends.add(String.join("/", parts));
        }
        return String.join(" -> ", ends) + certainty;
    }

    private static Tree renumbered(Tree.Fields fields, Map<String, String> numbers) {
        Map<String, Tree> changed = new TreeMap<>();
        fields.fields()
                .forEach((key, value) -> changed.put(
                        key,
                        NUMBERS.contains(key) && value instanceof Tree.Leaf leaf
                                ? Tree.Leaf.text(numbers.getOrDefault(leaf.text(), leaf.text()))
                                : value));
        return new Tree.Fields(changed);
    }
}
