package dev.orrery.importer;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.StatedInspections.Known;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the findings that a baseline names: `orrery.baseline.yaml` in the root of a folder,
/// `<stem>.baseline.yaml` beside a file.
final class BaselineStatement {
    private static final String FOLDER_BASELINE = "orrery.baseline.yaml";
    private static final Set<String> KEYS = Set.of("format", "findings");
    private static final Set<String> FINDING_KEYS = Set.of("rule", "code", "subjects");

    private BaselineStatement() {}

    /// Relative to the root.
    static String place(List<SourceFile> opened) {
        return opened.stream()
                .filter(file -> file.role() == SourceFile.Role.NAMED)
                .map(file -> WorkspaceStatements.stem(file.text().file()) + ".baseline.yaml")
                .findFirst()
                .orElse(FOLDER_BASELINE);
    }

    /// @return null where there is none
    static @Nullable Set<Known> read(List<SourceFile> opened, SideFiles files, Binding binding) {
        if (!(files.read("", place(opened)) instanceof SideFile.Found found)) {
            return null;
        }
        Set<Known> known = new HashSet<>();
        SideFiles.trees(found, binding::report).stream()
                .flatMap(tree -> tree.mapping().stream())
                .forEach(root -> {
                    binding.keys(root, KEYS);
                    root.get("findings").stream()
                            .flatMap(all -> binding.items("findings", all).stream())
                            .flatMap(item -> known(item, binding).stream())
                            .forEach(known::add);
                });
        return known;
    }

    private static Optional<Known> known(Value item, Binding binding) {
        return binding.mapping("findings", item).flatMap(finding -> {
            binding.keys(finding, FINDING_KEYS);
            Optional<String> rule = binding.text(finding, "rule");
            Optional<String> code = binding.text(finding, "code");
            return rule.isPresent() && code.isPresent()
                    ? Optional.of(new Known(rule.get(), code.get(), binding.texts(finding, "subjects")))
                    : Optional.empty();
        });
    }
}
