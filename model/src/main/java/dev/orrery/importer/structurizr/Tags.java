package dev.orrery.importer.structurizr;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tags, which Structurizr keeps in one text with commas.
final class Tags {
    /// Every element or relationship of a kind has these.
    private static final Set<String> GIVEN_TO_ALL =
            Set.of("Element", "Person", "Software System", "Container", "Component", "Relationship");

    private Tags() {}

    /// Those that somebody wrote, in written order.
    static List<String> split(@Nullable String tags) {
        if (tags == null) {
            return List.of();
        }
        return Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty() && !GIVEN_TO_ALL.contains(tag))
                .distinct()
                .toList();
    }

    static boolean sayAsync(List<String> tags) {
        return tags.stream().anyMatch(tag -> tag.equalsIgnoreCase("Asynchronous") || tag.equalsIgnoreCase("async"));
    }
}
