package dev.orrery.importer.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Well-known Compose projects, and the same ones written otherwise.
class ComposeMutantsTest {
    private static final List<String> SYSTEMS = List.of("voting-app.json", "petclinic.json", "robot-shop.json");
    private static final int SEEDS = 5;
    /// Keys that take a list or a mapping.
    private static final List<String> ASSIGNMENTS = List.of("environment", "labels", "extra_hosts", "sysctls");

    private static final List<String> NAMES = List.of("depends_on", "networks");

    @ParameterizedTest
    @EnumSource
    void anyStyle(Style style) {
        forEach(project -> project.read(style.write(project.tree())).is(project.truth()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keysInAnyOrder(int seed) {
        forEach(project -> project.read(Style.PLAIN.write(project.tree().shuffled(new Random(seed))))
                .is(project.truth()));
    }

    @Test
    void otherNames() {
        List<UnaryOperator<String>> ways =
                List.of("zz-"::concat, name -> name + ".v2", name -> "s" + name.hashCode() % 97, String::toUpperCase);
        forEach(project -> ways.forEach(way -> {
            Renaming renaming = Renaming.of(project.truth().services(), way);
            project.read(Style.PLAIN.write(project.tree().renamed(renaming)))
                    .is(project.truth().renamed(renaming));
        }));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void listsForMappingsAndMappingsForLists(int seed) {
        Random random = new Random(seed);
        forEach(project -> {
            Tree swapped = project.services((_, service) -> swapped(service, random));
            assertThat(swapped).isNotEqualTo(project.tree());
            project.read(Style.PLAIN.write(swapped)).is(project.truth());
        });
    }

    @Test
    void dependenciesAsLinks() {
        forEach(project -> {
            Tree linked = project.services((_, service) -> {
                Map<String, Tree> fields = new LinkedHashMap<>(service.fields());
                Tree needed = fields.remove("depends_on");
                if (needed != null) {
                    fields.put(
                            "links",
                            new Tree.Items(names(needed).stream()
                                    .<Tree>map(name -> Tree.Leaf.text(name + ":alias-of-" + name))
                                    .toList()));
                }
                return new Tree.Fields(fields);
            });
            project.read(Style.PLAIN.write(linked)).is(project.truth());
        });
    }

    /// Every key of every service in one of several files, in any of which the others are merged.
    @ParameterizedTest
    @MethodSource("seeds")
    void splitOverSeveralFiles(int seed) {
        Random random = new Random(seed);
        forEach(project -> {
            List<String> parts = project.split(2 + random.nextInt(3), random);
            Read files = project.read(parts.getFirst());
            Read included = project.read("include: [{path: ["
                    + String.join(
                            ", ",
                            IntStream.range(0, parts.size())
                                    .mapToObj(part -> "part-" + part + ".yaml")
                                    .toList())
                    + "]}]\n");
            included.beside("part-0.yaml", parts.getFirst());
            for (int part = 1; part < parts.size(); part++) {
                files.and("part-" + part + ".yaml", parts.get(part));
                included.beside("part-" + part + ".yaml", parts.get(part));
            }
            files.is(project.truth());
            included.is(project.truth());
            project.read(String.join("---\n", parts)).is(project.truth());
        });
    }

    /// Each service in a file of its own that the project extends.
    @Test
    void servicesThatExtendThoseOfAnotherFile() {
        forEach(project -> {
            Tree extending = project.services((name, _) -> Tree.Fields.of(
                    "extends",
                    new Tree.Fields(Map.of("file", Tree.Leaf.text("base.yaml"), "service", Tree.Leaf.text(name)))));
            project.read(Style.PLAIN.write(extending))
                    .beside("base.yaml", project.text())
                    .is(project.truth());
        });
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    private static void forEach(Consumer<Project> check) {
        SYSTEMS.stream().map(Project::of).forEach(check);
    }

    private static Tree.Fields swapped(Tree.Fields service, Random random) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        service.fields().forEach((key, value) -> {
            boolean isAssignment = ASSIGNMENTS.contains(key);
            if ((isAssignment || NAMES.contains(key)) && random.nextInt(5) > 0) {
                fields.put(key, value instanceof Tree.Items ? mapping(value, isAssignment) : list(value, isAssignment));
            } else {
                fields.put(key, value);
            }
        });
        return new Tree.Fields(fields);
    }

    private static Tree mapping(Tree list, boolean isAssignment) {
        Map<String, Tree> mapping = new LinkedHashMap<>();
        for (String name : names(list)) {
            String[] parts = name.split("=", 2);
            Tree nothing = new Tree.Leaf("null", Value.Type.NULL);
            Tree value = isAssignment
                    ? parts.length > 1 ? Tree.Leaf.text(parts[1]) : nothing
                    : Tree.Fields.of("condition", Tree.Leaf.text("service_started"));
            mapping.put(parts[0], value);
        }
        return new Tree.Fields(mapping);
    }

    private static Tree list(Tree mapping, boolean isAssignment) {
        List<Tree> items = new ArrayList<>();
        if (mapping instanceof Tree.Fields(Map<String, Tree> fields)) {
            fields.forEach((key, value) -> items.add(
                    Tree.Leaf.text(isAssignment && value instanceof Tree.Leaf leaf ? key + "=" + leaf.text() : key)));
        }
        return new Tree.Items(items);
    }

    private static List<String> names(Tree needed) {
        return switch (needed) {
            case Tree.Leaf leaf -> List.of(leaf.text());
            case Tree.Items(List<Tree> items) ->
                items.stream().map(item -> ((Tree.Leaf) item).text()).toList();
            case Tree.Fields(Map<String, Tree> fields) -> List.copyOf(fields.keySet());
        };
    }

    /// @param variables the text of the file `.env` beside it
    private record Project(String text, String variables, Truth truth) {
        static Project of(String system) {
            Truth truth = Truth.of(system);
            String variables =
                    truth.files().size() > 1 ? Read.corpus(truth.files().getLast()) : "";
            return new Project(Read.corpus(truth.files().getFirst()), variables, truth);
        }

        Tree.Fields tree() {
            return (Tree.Fields) Tree.documents(text).getFirst();
        }

        Read read(String mutant) {
            return Read.file("compose.yaml", mutant).beside(".env", variables);
        }

        Tree services(BiFunction<String, Tree.Fields, Tree> change) {
            Map<String, Tree> services = new LinkedHashMap<>();
            tree().in("services")
                    .fields()
                    .keySet()
                    .forEach(name -> services.put(
                            name, change.apply(name, tree().in("services").in(name))));
            return tree().with("services", new Tree.Fields(services));
        }

        List<String> split(int parts, Random random) {
            List<Map<String, Map<String, Tree>>> split = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                split.add(new LinkedHashMap<>());
            }
            Tree.Fields services = tree().in("services");
            for (String name : services.fields().keySet()) {
                services.in(name)
                        .fields()
                        .forEach((key, value) -> split.get(random.nextInt(parts))
                                .computeIfAbsent(name, _ -> new LinkedHashMap<>())
                                .put(key, value));
            }
            return split.stream()
                    .map(part -> {
                        Map<String, Tree> own = new LinkedHashMap<>();
                        part.forEach((name, fields) -> own.put(name, new Tree.Fields(fields)));
                        return Style.PLAIN.write(Tree.Fields.of("services", new Tree.Fields(own)));
                    })
                    .toList();
        }
    }
}
