package dev.orrery.importer.compose;

import dev.orrery.importer.Document;
import dev.orrery.importer.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which files make a project together: all that the user named, in the user's order; and in each folder that was
/// looked through, those that Compose itself would take there.
///
/// @param variants files that Compose takes only when they are named
record ComposeFiles(List<Project> projects, List<Variant> variants) {
    private static final List<String> CANONICAL =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
    private static final List<String> OVERRIDES = List.of(
            "compose.override.yml",
            "compose.override.yaml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");

    /// @param scope the folder, or the file where a folder holds several projects
    record Project(List<String> files, String scope, boolean isNamed) {}

    /// @param instead the file that Compose takes in its folder
    record Variant(String file, String instead) {}

    static ComposeFiles of(Map<String, List<Document.Tree>> files) {
        List<String> named = new ArrayList<>();
        Map<String, List<String>> byFolder = new TreeMap<>();
        files.forEach((file, documents) -> {
            if (documents.getFirst().role() == SourceFile.Role.NAMED) {
                named.add(file);
            } else {
                byFolder.computeIfAbsent(Scope.folderOf(file), _ -> new ArrayList<>())
                        .add(file);
            }
        });
        List<Project> projects = new ArrayList<>();
        List<Variant> variants = new ArrayList<>();
        if (!named.isEmpty()) {
            projects.add(new Project(named, named.getFirst(), true));
        }
        byFolder.forEach((folder, found) -> addFound(folder, found, projects, variants));
        return new ComposeFiles(List.copyOf(projects), List.copyOf(variants));
    }

    private static void addFound(String folder, List<String> found, List<Project> projects, List<Variant> variants) {
        Optional<String> canonical = first(folder, CANONICAL, found);
        if (canonical.isEmpty()) {
            found.forEach(file -> projects.add(new Project(List.of(file), file, false)));
            return;
        }
        List<String> taken = new ArrayList<>();
        taken.add(canonical.get());
        first(folder, OVERRIDES, found).ifPresent(taken::add);
        String scope = folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1);
        projects.add(new Project(List.copyOf(taken), scope, false));
        found.stream()
                .filter(file -> !taken.contains(file))
                .forEach(file -> variants.add(new Variant(file, canonical.get())));
    }

    private static Optional<String> first(String folder, List<String> names, List<String> found) {
        return names.stream().map(name -> folder + name).filter(found::contains).findFirst();
    }
}
