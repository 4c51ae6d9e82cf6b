package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a kustomization file takes together, and what it would change about it.
///
/// @param resources paths and URLs, of files and of folders
/// @param patches paths of files that change others and are nothing by themselves
/// @param namespace that it puts all of them into
/// @param renaming what it puts around their names
/// @param unapplied keys whose effect is not shown
record Kustomization(
        String file,
        List<Value.Scalar> resources,
        List<String> patches,
        Optional<Value.Scalar> namespace,
        Renaming renaming,
        List<Value.Field> unapplied) {
    private static final Set<String> CHANGES = Set.of(
            "patches",
            "patchesStrategicMerge",
            "patchesJson6902",
            "replacements",
            "vars",
            "configMapGenerator",
            "helmCharts",
            "helmChartInflationGenerator",
            "generators",
            "transformers");

    private static final Set<String> OTHERS = Set.of(
            "apiVersion",
            "kind",
            "metadata",
            "resources",
            "bases",
            "components",
            "namespace",
            "namePrefix",
            "nameSuffix",
            "commonLabels",
            "labels",
            "commonAnnotations",
            "images",
            "replicas",
            "secretGenerator",
            "generatorOptions",
            "configurations",
            "crds",
            "openapi",
            "helmGlobals",
            "buildMetadata",
            "sortOptions",
            "validators");

    /// Its kind may be left out; then all its keys must be a kustomization's.
    static boolean describes(Value.Mapping root) {
        if (root.get("kind").isPresent()) {
            return ApiKind.of(root)
                    .filter(type -> type.isKustomize()
                            && (type.kind().equals("Kustomization")
                                    || type.kind().equals("Component")))
                    .isPresent();
        }
        return (isListOfTexts(root, "resources") || isListOfTexts(root, "bases"))
                && root.fields().stream()
                        .allMatch(field -> CHANGES.contains(field.key()) || OTHERS.contains(field.key()));
    }

    static Kustomization read(Value.Mapping root, Fields fields) {
        List<Value.Scalar> resources = new ArrayList<>();
        for (String key : List.of("resources", "bases", "components")) {
            resources.addAll(fields.scalars(root, key));
        }
        return new Kustomization(
                root.source().file(),
                resources,
                patches(root),
                fields.scalar(root, "namespace"),
                new Renaming(
                        fields.text(root, "namePrefix").orElse(""),
                        fields.text(root, "nameSuffix").orElse("")),
                root.fields().stream()
                        .filter(field -> CHANGES.contains(field.key()) && saysSomething(field.value()))
                        .toList());
    }

    /// Paths, and mappings with `path`; a patch may also be written in place.
    private static List<String> patches(Value.Mapping root) {
        List<String> paths = new ArrayList<>();
        for (String key : List.of("patches", "patchesStrategicMerge", "patchesJson6902")) {
            if (root.get(key).orElse(null) instanceof Value.Sequence list) {
                for (Value item : list.items()) {
                    Value path = item instanceof Value.Mapping patch
                            ? patch.get("path").orElse(item)
                            : item;
                    if (path instanceof Value.Scalar scalar && scalar.text().indexOf('\n') < 0) {
                        paths.add(scalar.text());
                    }
                }
            }
        }
        return paths;
    }

    private static boolean saysSomething(Value value) {
        return switch (value) {
            case Value.Scalar scalar ->
                scalar.type() != Value.Type.NULL && !scalar.text().isEmpty();
            case Value.Sequence list -> !list.items().isEmpty();
            case Value.Mapping mapping -> !mapping.fields().isEmpty();
        };
    }

    private static boolean isListOfTexts(Value.Mapping root, String key) {
        return root.get(key).orElse(null) instanceof Value.Sequence list
                && !list.items().isEmpty()
                && list.items().stream().allMatch(item -> item instanceof Value.Scalar);
    }
}
