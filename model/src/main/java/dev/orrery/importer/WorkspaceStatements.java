package dev.orrery.importer;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Overlay;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What a workspace says about the services themselves: who is who, where they run, and
/// what inspections of them are to tell. The workspace of a folder is
/// `orrery.workspace.yaml` in the root, that of a file `<stem>.workspace.yaml` beside it.
///
/// @param aliases any name of a service, to its other names: `aliases: {cart: [cart-svc,
///     "component:default/cart"]}`
/// @param environments in written order, one for each name
/// @param overlays what is said of services beside their descriptors, of each workspace
/// @param inspections with the baseline
record WorkspaceStatements(
        Map<String, List<String>> aliases,
        List<Environment> environments,
        List<Overlay> overlays,
        StatedInspections inspections) {
    private static final Set<String> SECTIONS = Set.of("aliases", "environments", Overlay.KEY, "rules", "inspections");
    private static final String FOLDER_WORKSPACE = "orrery.workspace.yaml";

    /// @param files a workspace that states nothing of this is no source of the topology
    static WorkspaceStatements read(List<SourceFile> opened, KnownFiles files, Consumer<Problem> report) {
        Map<String, List<String>> aliases = new TreeMap<>();
        Map<String, Environment> environments = new LinkedHashMap<>();
        List<Overlay> overlays = new ArrayList<>();
        Binding binding = new Binding(report);
        InspectionStatement inspections = new InspectionStatement(binding);
        for (String place : places(opened)) {
            if (files.read("", place) instanceof SideFile.Found found) {
                // The workspace's own reader tells what else is wrong with it.
                List<Value.Mapping> roots = SideFiles.trees(found, _ -> {}).stream()
                        .flatMap(tree -> tree.mapping().stream())
                        .toList();
                roots.forEach(root -> binding.mapping(root, "aliases").stream()
                        .flatMap(all -> all.fields().stream())
                        .forEach(field -> aliases.put(field.key(), names(field, binding))));
                roots.forEach(root -> binding.mapping(root, "environments").stream()
                        .flatMap(all -> all.fields().stream())
                        .forEach(field -> add(field, environments, binding)));
                roots.forEach(root -> binding.mapping(root, Overlay.KEY)
                        .ifPresent(stated -> overlays.add(Overlay.read(stated, report))));
                roots.forEach(inspections::read);
                boolean isSilent = roots.stream()
                        .noneMatch(root ->
                                SECTIONS.stream().anyMatch(key -> root.get(key).isPresent()));
                if (isSilent) {
                    files.forget(place);
                }
            }
        }
        return new WorkspaceStatements(
                aliases,
                List.copyOf(environments.values()),
                List.copyOf(overlays),
                inspections.stated(BaselineStatement.read(opened, files, binding)));
    }

    /// One without a name could not be told from the addresses as declared.
    private static void add(Value.Field field, Map<String, Environment> environments, Binding binding) {
        if (field.key().isBlank()) {
            binding.report(Problem.error("empty-name", field.keySource()));
        } else {
            environments.putIfAbsent(field.key(), StatedEnvironment.read(field, binding));
        }
    }

    /// Relative to the root.
    static Set<String> places(List<SourceFile> opened) {
        Set<String> places = new LinkedHashSet<>();
        places.add(FOLDER_WORKSPACE);
        opened.stream()
                .filter(file -> file.role() == SourceFile.Role.NAMED)
                .forEach(file -> places.add(workspaceOf(file.text().file())));
        return places;
    }

    /// Where what has no other place is written: beside the first file that the user named, else in the root.
    static String home(List<SourceFile> opened) {
        return opened.stream()
                .filter(file -> file.role() == SourceFile.Role.NAMED)
                .findFirst()
                .map(file -> workspaceOf(file.text().file()))
                .orElse(FOLDER_WORKSPACE);
    }

    private static String workspaceOf(String file) {
        return stem(file) + ".workspace.yaml";
    }

    /// A file's name without what follows the last dot.
    static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot > file.lastIndexOf('/') ? file.substring(0, dot) : file;
    }

    private static List<String> names(Value.Field field, Binding binding) {
        List<Value> items = field.value() instanceof Value.Sequence list ? list.items() : List.of(field.value());
        return items.stream()
                .flatMap(item -> binding.text(field.key(), item).stream())
                .toList();
    }
}
