package dev.orrery.importer.graphml;

import dev.orrery.xml.XmlElement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the `data` of a node or edge say, by the names that the file's keys give them.
final class GraphMlData {
    private static final Set<String> LABELS = Set.of("NodeLabel", "GroupLabel", "EdgeLabel");
    private final Map<String, String> names = new HashMap<>();

    GraphMlData(XmlElement root) {
        root.children("key")
                .forEach(key -> key.attribute("id")
                        .ifPresent(id -> names.put(
                                id, key.attribute("attr.name").orElse(id).toLowerCase(Locale.ROOT))));
    }

    /// The first of the names under which something is said.
    Optional<String> of(XmlElement element, String... wanted) {
        return Stream.of(wanted)
                .flatMap(name -> element.children("data")
                        .filter(data -> names.getOrDefault(data.attribute("key").orElse(""), "")
                                .equals(name))
                        .map(XmlElement::text)
                        .filter(text -> !text.isEmpty()))
                .findFirst();
    }

    /// What is written on it, by a key of that name or as yEd draws it, on one line.
    Optional<String> label(XmlElement element) {
        return of(element, "label", "name", "title")
                .or(() -> element.children("data").flatMap(GraphMlData::drawn).findFirst())
                .map(text -> text.replaceAll("\\s+", " "));
    }

    private static Stream<String> drawn(XmlElement element) {
        if (LABELS.contains(element.name()) && !element.text().isEmpty()) {
            return Stream.of(element.text());
        }
        return element.children().stream().flatMap(GraphMlData::drawn);
    }
}
