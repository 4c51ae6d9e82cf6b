package dev.orrery.importer.vistecture;

import dev.orrery.descriptor.Value;
import java.util.Set;
import java.util.stream.Stream;

/// Tells Vistecture's files from others: a project's configuration, a list of applications, or a single one; the oldest
/// files have lists of projects, too.
final class VistectureForm {
    private static final Set<String> PROJECT = Set.of("appDefinitionsPaths", "appOverrides", "subViews");

    /// Keys that are its own; `name` and `dependencies` alone have many formats.
    private static final Set<String> OWN = Set.of("provided-services", "infrastructure-dependencies");

    private static final Set<String> APPLICATION = Set.of(
            "name",
            "id",
            "title",
            "summary",
            "description",
            "group",
            "technology",
            "team",
            "category",
            "status",
            "display",
            "properties",
            "provided-services",
            "infrastructure-dependencies",
            "dependencies");

    /// Of which a file with one application has two at least, where it has none of its own.
    private static final Set<String> TYPICAL =
            Set.of("group", "technology", "team", "category", "summary", "status", "display");

    private VistectureForm() {}

    static boolean accepts(Value.Mapping root) {
        return isProject(root)
                || isList(root)
                || isSingle(root)
                || oldProjects(root).findAny().isPresent();
    }

    /// The projects of the oldest files: a name, and the applications that it takes, with what it changes about them.
    static Stream<Value.Mapping> oldProjects(Value.Mapping root) {
        return root.get("projects").stream()
                .flatMap(VistectureForm::mappings)
                .filter(project -> project.get("name").isPresent()
                        && project.get("included-applications").isPresent());
    }

    static boolean isProject(Value.Mapping root) {
        return root.get("projectName").isPresent()
                && root.fields().stream().anyMatch(field -> PROJECT.contains(field.key()));
    }

    /// `applications`; the oldest files say `components`.
    static Stream<Value.Mapping> applications(Value.Mapping root) {
        return isSingle(root)
                ? Stream.of(root)
                : Stream.of("applications", "components")
                        .flatMap(key -> root.get(key).stream())
                        .flatMap(VistectureForm::mappings);
    }

    private static boolean isList(Value.Mapping root) {
        return Stream.of("applications", "components")
                .flatMap(key -> root.get(key).stream())
                .anyMatch(list -> list instanceof Value.Sequence items
                        && !items.items().isEmpty()
                        && items.items().stream().allMatch(VistectureForm::isApplication)
                        && mappings(items).anyMatch(VistectureForm::saysMore));
    }

    private static boolean isSingle(Value.Mapping root) {
        return isApplication(root)
                && (root.fields().stream().anyMatch(field -> OWN.contains(field.key()))
                        || hasReferences(root)
                        || isTypical(root));
    }

    private static boolean isApplication(Value value) {
        return value instanceof Value.Mapping mapping
                && mapping.get("name").orElse(null) instanceof Value.Scalar
                && mapping.fields().stream().allMatch(field -> APPLICATION.contains(field.key()));
    }

    /// Other lists have names, too.
    private static boolean saysMore(Value.Mapping application) {
        return application.fields().stream().anyMatch(field -> OWN.contains(field.key()))
                || hasReferences(application)
                || application.fields().size() > 2;
    }

    private static boolean isTypical(Value.Mapping application) {
        return application.fields().stream()
                        .filter(field -> TYPICAL.contains(field.key()))
                        .count()
                > 1;
    }

    private static boolean hasReferences(Value.Mapping root) {
        return root.get("dependencies").stream()
                .flatMap(VistectureForm::mappings)
                .anyMatch(dependency -> dependency.get("reference").isPresent());
    }

    private static Stream<Value.Mapping> mappings(Value list) {
        return list instanceof Value.Sequence sequence
                ? sequence.items().stream()
                        .flatMap(item -> item instanceof Value.Mapping mapping ? Stream.of(mapping) : Stream.empty())
                : Stream.empty();
    }
}
