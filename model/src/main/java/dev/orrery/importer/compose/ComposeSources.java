package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFile;
import dev.orrery.importer.SideFiles;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The Compose files at hand, and those that they name. Each is parsed once.
final class ComposeSources {
    private final Map<String, List<Document.Tree>> parsed = new HashMap<>();
    private final Map<String, Optional<SideFile.Found>> environments = new HashMap<>();
    private final SideFiles beside;
    private final Consumer<Problem> report;

    ComposeSources(Map<String, List<Document.Tree>> opened, SideFiles beside, Consumer<Problem> report) {
        this.parsed.putAll(opened);
        this.beside = beside;
        this.report = report;
    }

    /// The documents of each file in their order, files in the order of their first document.
    static Map<String, List<Document.Tree>> byFile(List<Document> documents) {
        Map<String, List<Document.Tree>> byFile = new LinkedHashMap<>();
        for (Document document : documents) {
            if (document instanceof Document.Tree tree) {
                byFile.computeIfAbsent(tree.text().file(), _ -> new ArrayList<>())
                        .add(tree);
            }
        }
        return byFile;
    }

    /// The name of the file that another names; empty, and reported, where it cannot be read.
    ///
    /// @param path relative to the root
    Optional<String> file(Value.Scalar path) {
        if (Scope.isRemote(path.text())) {
            report.accept(Problem.warning("compose-include-remote", path.source(), path.text()));
            return Optional.empty();
        }
        return switch (beside.read("", path.text())) {
            case SideFile.Found found -> {
                String file = found.text().file();
                if (!parsed.containsKey(file)) {
                    parsed.put(file, SideFiles.trees(found, report));
                }
                yield Optional.of(file);
            }
            case SideFile.Missing(String file) -> missing(path.source(), file);
            case SideFile.Outside(String outside) -> {
                report.accept(Problem.warning("compose-file-outside", path.source(), outside));
                yield Optional.empty();
            }
            case SideFile.Refused(Problem why) -> {
                report.accept(why);
                yield Optional.empty();
            }
        };
    }

    /// The documents of a file that [#file] named.
    List<Document.Tree> documents(String file) {
        return parsed.getOrDefault(file, List.of());
    }

    /// A file of variables, if it is there.
    ///
    /// @param path relative to the root
    Optional<SideFile.Found> environment(String path) {
        return environments.computeIfAbsent(
                path,
                _ -> beside.read("", path) instanceof SideFile.Found found ? Optional.of(found) : Optional.empty());
    }

    private Optional<String> missing(SourceLocation place, String file) {
        report.accept(Problem.error("compose-file-missing", place, file));
        return Optional.empty();
    }
}
