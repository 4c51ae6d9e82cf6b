package dev.orrery.importer.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.importer.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// An example catalog, and the same one written otherwise.
class BackstageMutantsTest {
    private static final int SEEDS = 5;
    /// Fields that name entities, with the kind that is meant where none is written.
    private static final Map<String, String> REFERENCES = Map.of(
            "dependsOn", "",
            "dependencyOf", "",
            "providesApis", "api",
            "consumesApis", "api",
            "system", "system",
            "domain", "domain",
            "subcomponentOf", "component",
            "owner", "group");

    private final Truth truth = Truth.of("backstage-examples.json");
    private final List<Tree> entities = new ArrayList<>();

    @BeforeEach
    void readTheCatalog() throws IOException {
        Path folder = Corpus.path(truth.files().getFirst()).resolveSibling("");
        for (Path file : Corpus.files(folder.toString(), ".yaml")) {
            entities.addAll(Tree.documents(Files.readString(file)));
        }
        assertThat(entities).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @EnumSource
    void anyStyle(Style style) {
        Read.file("all.yaml", style.write(entities)).is(truth);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keysAndEntitiesInAnyOrder(int seed) {
        Random random = new Random(seed);
        List<Tree> shuffled = new ArrayList<>();
        entities.forEach(entity -> shuffled.add(entity.shuffledThroughout(random)));
        Collections.shuffle(shuffled, random);
        Read.file("all.yaml", Style.PLAIN.write(shuffled)).is(truth);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void splitOverManyFiles(int seed) {
        Random random = new Random(seed);
        Read files = new Read();
        List<Tree> part = new ArrayList<>();
        for (int number = 0; number < entities.size(); number++) {
            part.add(entities.get(number));
            if (random.nextInt(4) == 0 || number == entities.size() - 1) {
                files.and(
                        "part-" + number + ".yaml",
                        List.of(Style.values()).get(number % 5).write(part));
                part.clear();
            }
        }
        files.is(truth);
    }

    @Test
    void otherNames() {
        List<String> names = truth.services().stream()
                .map(id -> id.substring(id.indexOf('/') + 1))
                .toList();
        List<UnaryOperator<String>> ways =
                List.of("zz-"::concat, name -> name + ".v2", name -> "s" + names.indexOf(name));
        ways.forEach(way -> {
            Renaming renaming = Renaming.of(names, way);
            List<Tree> renamed =
                    entities.stream().map(entity -> entity.renamed(renaming)).toList();
            Read.file("all.yaml", Style.PLAIN.write(renamed)).is(truth.renamed(renaming));
        });
    }

    /// `name`, `kind:name`, `kind:namespace/name` in any case, or a mapping.
    @ParameterizedTest
    @MethodSource("seeds")
    void referencesInAnyForm(int seed) {
        Random random = new Random(seed);
        List<Tree> changed = entities.stream()
                .map(entity ->
                        entity.changed(tree -> tree instanceof Tree.Fields fields ? otherForm(fields, random) : tree))
                .toList();
        assertThat(changed).isNotEqualTo(entities);
        Read.file("all.yaml", Style.PLAIN.write(changed)).is(truth);
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    private static Tree otherForm(Tree.Fields fields, Random random) {
        Map<String, Tree> changed = new LinkedHashMap<>();
        fields.fields().forEach((key, value) -> {
            String kind = REFERENCES.get(key);
            if (kind == null) {
                changed.put(key, value);
            } else if (value instanceof Tree.Items(List<Tree> items)) {
                changed.put(
                        key,
                        new Tree.Items(items.stream()
                                .map(item -> reference(item, kind, random))
                                .toList()));
            } else {
                changed.put(key, reference(value, kind, random));
            }
        });
        return new Tree.Fields(changed);
    }

    private static Tree reference(Tree written, String defaultKind, Random random) {
        if (!(written instanceof Tree.Leaf leaf)) {
            return written;
        }
        int colon = leaf.text().indexOf(':');
        String kind = colon < 0 ? defaultKind : leaf.text().substring(0, colon);
        String name = leaf.text().substring(Math.max(colon, leaf.text().indexOf('/')) + 1);
        return switch (random.nextInt(6)) {
            case 0 -> Tree.Leaf.text(kind + ":" + name);
            case 1 -> Tree.Leaf.text(kind + ":default/" + name);
            case 2 -> Tree.Leaf.text((kind + ":default/" + name).toUpperCase(Locale.ROOT));
            case 3 -> Tree.Leaf.text((kind.equals(defaultKind) ? "" : kind + ":") + "default/" + name);
            case 4 -> new Tree.Fields(Map.of("kind", Tree.Leaf.text(kind), "name", Tree.Leaf.text(name)));
            default ->
                new Tree.Fields(Map.of(
                        "kind", Tree.Leaf.text(kind),
                        "namespace", Tree.Leaf.text("Default"),
                        "name", Tree.Leaf.text(name)));
        };
    }
}
