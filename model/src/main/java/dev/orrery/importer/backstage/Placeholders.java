package dev.orrery.importer.backstage;

import dev.orrery.descriptor.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/// Skeletons from which a template makes descriptors: what is in them are placeholders, not names.
final class Placeholders {
    private static final Pattern ENTITY = Pattern.compile(
            "^(?:apiVersion:\\s*['\"]?[\\w./-]*backstage\\.io/|kind:\\s*Component\\b)", Pattern.MULTILINE);
    private static final int LONGEST_SKELETON = 100_000;

    private Placeholders() {}

    /// Of Nunjucks, Cookiecutter or a shell.
    static boolean isIn(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("${");
    }

    /// Whether a text that is no YAML, or not what it seems, is the skeleton of a descriptor.
    static boolean isSkeleton(String text) {
        return text.length() <= LONGEST_SKELETON
                && beginsAsYaml(text)
                && isIn(text)
                && ENTITY.matcher(text).find();
    }

    /// Prose may quote a skeleton; a skeleton begins with a key, after comments and statements of the template.
    private static boolean beginsAsYaml(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("---"))
                .filter(line -> !line.startsWith("{%"))
                .findFirst()
                .filter(line -> line.startsWith("apiVersion:") || line.startsWith("kind:"))
                .isPresent();
    }

    /// Whether an entity's name shows that its text must be looked at as a whole, because lines such as `{% if … %}`
    /// end the YAML.
    static boolean isBeyondYaml(Value.Mapping entity, String text) {
        return text.contains("{%")
                && entity.get("metadata")
                        .flatMap(metadata ->
                                metadata instanceof Value.Mapping mapping ? mapping.get("name") : Optional.empty())
                        .filter(Placeholders::isName)
                        .isPresent()
                && isSkeleton(text);
    }

    /// Whether a placeholder stands where a name should. `{{ name }}` is YAML for a mapping whose key is a mapping.
    static boolean isName(Value name) {
        return switch (name) {
            case Value.Scalar scalar -> isIn(scalar.text());
            case Value.Mapping _ -> true;
            case Value.Sequence _ -> false;
        };
    }
}
