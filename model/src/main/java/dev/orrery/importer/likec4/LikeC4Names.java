package dev.orrery.importer.likec4;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an element is called here: its full name, or where several projects have that name LikeC4's own name across
/// projects, `@project.name`.
final class LikeC4Names {
    private final Map<String, Set<String>> projects = new HashMap<>();

    LikeC4Names(List<LikeC4Project> all) {
        for (LikeC4Project project : all) {
            project.elements()
                    .keySet()
                    .forEach(name ->
                            projects.computeIfAbsent(name, _ -> new HashSet<>()).add(project.id()));
        }
    }

    String id(String project, String name) {
        boolean isShared = projects.getOrDefault(name, Set.of()).size() > 1;
        return isShared && !project.isEmpty() ? "@" + project + "." + name : name;
    }
}
