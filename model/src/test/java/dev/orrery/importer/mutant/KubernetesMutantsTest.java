package dev.orrery.importer.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Online Boutique as manifests, and the same ones written otherwise.
class KubernetesMutantsTest {
    private static final int SEEDS = 5;

    private final Truth truth = Truth.of("online-boutique.json");
    private final String text = Read.corpus(truth.files().getFirst());
    private final List<Tree> manifests = Tree.documents(text);

    @ParameterizedTest
    @EnumSource
    void anyStyle(Style style) {
        String written = style == Style.JSON ? style.write(list(manifests)) : style.write(manifests);
        Read.file("all.yaml", written).is(truth);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keysAndManifestsInAnyOrder(int seed) {
        Random random = new Random(seed);
        List<Tree> shuffled = new ArrayList<>();
        manifests.forEach(manifest -> shuffled.add(manifest.shuffledThroughout(random)));
        Collections.shuffle(shuffled, random);
        Read.file("all.yaml", Style.PLAIN.write(shuffled)).is(truth);
    }

    @Test
    void otherNames() {
        List<UnaryOperator<String>> ways = List.of(
                "zz-"::concat,
                name -> name + "-v2",
                name -> "s" + truth.services().indexOf(name),
                name -> new StringBuilder(name).reverse().toString());
        ways.forEach(way -> {
            Renaming renaming = Renaming.of(truth.services(), way);
            List<Tree> renamed = manifests.stream()
                    .map(manifest -> manifest.renamed(renaming))
                    .toList();
            Read.file("all.yaml", Style.PLAIN.write(renamed)).is(truth.renamed(renaming));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void splitOverManyFiles(int seed) {
        Random random = new Random(seed);
        int count = seed == 0 ? manifests.size() : 2 + random.nextInt(8);
        List<List<Tree>> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            parts.add(new ArrayList<>());
        }
        for (int number = 0; number < manifests.size(); number++) {
            parts.get(seed == 0 ? number : random.nextInt(count)).add(manifests.get(number));
        }
        Read files = new Read();
        for (int part = 0; part < count; part++) {
            if (!parts.get(part).isEmpty()) {
                files.and(
                        "part-" + part + ".yaml",
                        List.of(Style.values()).get(part % 5).write(parts.get(part)));
            }
        }
        files.is(truth);
    }

    @Test
    void listsOfManifests() {
        int half = manifests.size() / 2;
        Tree inner = list(manifests.subList(half, manifests.size()));
        List<Tree> nested = new ArrayList<>(manifests.subList(0, half));
        nested.add(inner);
        Read.file("all.yaml", Style.PLAIN.write(list(nested))).is(truth);
        Read.file("all.json", Style.JSON.write(list(nested))).is(truth);
    }

    /// The variables of each container, a list, as a ConfigMap that the container takes whole, a mapping.
    @Test
    void variablesInConfigMaps() {
        List<Tree> changed = new ArrayList<>();
        List<Tree> configs = new ArrayList<>();
        for (Tree manifest : manifests) {
            changed.add(manifest.changed(tree -> {
                if (tree instanceof Tree.Fields fields
                        && fields.fields().get("env") instanceof Tree.Items(List<Tree> variables)) {
                    String name = "config-" + configs.size();
                    configs.add(config(name, variables));
                    Map<String, Tree> without = new LinkedHashMap<>(fields.fields());
                    without.remove("env");
                    without.put(
                            "envFrom",
                            new Tree.Items(List.of(
                                    Tree.Fields.of("configMapRef", Tree.Fields.of("name", Tree.Leaf.text(name))))));
                    return new Tree.Fields(without);
                }
                return tree;
            }));
        }
        assertThat(configs).hasSizeGreaterThan(8);
        Read.file("workloads.yaml", Style.PLAIN.write(changed))
                .and("config.yaml", Style.DOUBLE_QUOTES.write(configs))
                .is(truth);
    }

    /// A host may be given with its namespace or in full.
    @ParameterizedTest
    @ValueSource(strings = {".default", ".default.svc", ".default.svc.cluster.local"})
    void longerHosts(String suffix) {
        List<Tree> longer = manifests.stream()
                .map(manifest -> manifest.changed(tree -> tree instanceof Tree.Leaf leaf
                        ? new Tree.Leaf(
                                leaf.text().replaceFirst("^([a-z-]+)(:\\d+)$", "$1" + suffix + "$2"), leaf.type())
                        : tree))
                .toList();
        assertThat(longer).isNotEqualTo(manifests);
        Read.file("all.yaml", Style.PLAIN.write(longer)).is(truth);
    }

    @Test
    void inANamespace() {
        List<Tree> placed = manifests.stream()
                .map(manifest -> {
                    Tree.Fields fields = (Tree.Fields) manifest;
                    return (Tree)
                            fields.with("metadata", fields.in("metadata").with("namespace", Tree.Leaf.text("shop")));
                })
                .toList();
        Truth named = new Truth(
                truth.files(),
                truth.services().stream().map("shop/"::concat).toList(),
                truth.edges().stream()
                        .map(edge -> "shop/" + edge.replace(" -> ", " -> shop/"))
                        .sorted()
                        .toList(),
                false);
        Read.file("all.yaml", Style.PLAIN.write(placed)).is(named);
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    private static Tree list(List<Tree> items) {
        return new Tree.Fields(Map.of(
                "apiVersion", Tree.Leaf.text("v1"), "kind", Tree.Leaf.text("List"), "items", new Tree.Items(items)));
    }

    private static Tree config(String name, List<Tree> variables) {
        Map<String, Tree> data = new LinkedHashMap<>();
        for (Tree variable : variables) {
            Tree.Fields fields = (Tree.Fields) variable;
            data.put(fields.text("name"), Tree.Leaf.text(fields.text("value")));
        }
        return new Tree.Fields(Map.of(
                "apiVersion", Tree.Leaf.text("v1"),
                "kind", Tree.Leaf.text("ConfigMap"),
                "metadata", Tree.Fields.of("name", Tree.Leaf.text(name)),
                "data", new Tree.Fields(data)));
    }
}
