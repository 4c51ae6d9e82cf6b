package dev.orrery.importer.likec4;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.KindWords;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One project of an export.
///
/// @param id empty where the export does not name it
/// @param elements by full name, in written order, people included
/// @param holders element to the nearest one above it; people hold nothing and are held by nothing
record LikeC4Project(String id, Value.Mapping root, Map<String, Element> elements, Map<String, String> holders) {
    /// As deep as boundaries are drawn.
    private static final int DEEPEST = 50;

    /// @param source of its full name
    record Element(String name, String kind, Value.Mapping body, SourceLocation source) {
        boolean isPeople() {
            return KindWords.isPeople(kind)
                    || LikeC4Text.style(body, "shape").filter("person"::equals).isPresent();
        }
    }

    static LikeC4Project of(Value.Mapping root, Consumer<Problem> report) {
        Binding binding = new Binding(report);
        Map<String, Element> elements = new LinkedHashMap<>();
        for (Value.Field field : binding.mapping(root, "elements").orElseThrow().fields()) {
            if (field.value() instanceof Value.Mapping body && !field.key().isBlank()) {
                String kind = LikeC4Text.of(body, "kind").orElse("");
                elements.put(field.key(), new Element(field.key(), kind, body, field.keySource()));
            }
        }
        Map<String, String> holders = new HashMap<>();
        for (Element element : elements.values()) {
            if (!element.isPeople()) {
                above(element.name(), elements).ifPresent(holder -> holders.put(element.name(), holder));
            }
        }
        return new LikeC4Project(projectId(root), root, elements, holders);
    }

    private static String projectId(Value.Mapping root) {
        return LikeC4Text.of(root, "projectId")
                .or(() -> project(root).flatMap(project -> LikeC4Text.of(project, "id")))
                .orElse("");
    }

    /// Its name for people.
    Optional<String> title() {
        return project(root)
                .flatMap(project -> LikeC4Text.of(project, "title").or(() -> LikeC4Text.of(project, "name")))
                .or(() -> id.isEmpty() || id.equals("default") ? Optional.empty() : Optional.of(id));
    }

    private static Optional<Value.Mapping> project(Value.Mapping root) {
        return root.get("project").filter(Value.Mapping.class::isInstance).map(Value.Mapping.class::cast);
    }

    /// The nearest element that a full name goes through; an export of a part may lack some.
    private static Optional<String> above(String name, Map<String, Element> elements) {
        int dot = name.lastIndexOf('.');
        for (int steps = 0; dot > 0 && steps < DEEPEST; steps++) {
            String prefix = name.substring(0, dot);
            Element holder = elements.get(prefix);
            if (holder != null && !holder.isPeople()) {
                return Optional.of(prefix);
            }
            dot = name.lastIndexOf('.', dot - 1);
        }
        return Optional.empty();
    }
}
