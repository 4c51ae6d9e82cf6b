package dev.orrery.importer;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What a workspace says about who is who: `aliases: {cart: [cart-svc, "component:default/cart"]}`. The workspace of a
/// folder is `orrery.workspace.yaml` in the root, that of a file `<stem>.workspace.yaml` beside it.
final class StatedAliases {
    private static final String FOLDER_WORKSPACE = "orrery.workspace.yaml";

    private StatedAliases() {}

    /// Any name of a service, to its other names.
    ///
    /// @param files a workspace that states none is no source of the topology
    static Map<String, List<String>> read(List<SourceFile> opened, KnownFiles files, Consumer<Problem> report) {
        Set<String> places = new LinkedHashSet<>();
        places.add(FOLDER_WORKSPACE);
        opened.stream()
                .filter(file -> file.role() == SourceFile.Role.NAMED)
                .forEach(file -> places.add(workspaceOf(file.text().file())));
        Map<String, List<String>> aliases = new TreeMap<>();
        Binding binding = new Binding(report);
        for (String place : places) {
            if (files.read("", place) instanceof SideFile.Found found) {
                int before = aliases.size();
                // The workspace's own reader tells what else is wrong with it.
                SideFiles.trees(found, _ -> {}).stream()
                        .flatMap(tree -> tree.mapping().stream())
                        .flatMap(root -> binding.mapping(root, "aliases").stream())
                        .flatMap(all -> all.fields().stream())
                        .forEach(field -> aliases.put(field.key(), names(field, binding)));
                if (aliases.size() == before) {
                    files.forget(place);
                }
            }
        }
        return aliases;
    }

    private static String workspaceOf(String file) {
        int dot = file.lastIndexOf('.');
        return (dot > file.lastIndexOf('/') ? file.substring(0, dot) : file) + ".workspace.yaml";
    }

    private static List<String> names(Value.Field field, Binding binding) {
        List<Value> items = field.value() instanceof Value.Sequence list ? list.items() : List.of(field.value());
        return items.stream()
                .flatMap(item -> binding.text(field.key(), item).stream())
                .toList();
    }
}
