package dev.orrery.importer.vistecture;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFile;
import dev.orrery.importer.SideFiles;
import dev.orrery.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files with definitions that projects name. A folder cannot be listed from here; where it was opened, its files
/// are among the documents already.
final class DefinitionPaths {
    private static final int MOST = 1_000;

    private final Set<String> opened = new HashSet<>();
    private final Set<String> read = new HashSet<>();
    private final SideFiles beside;
    private final Binding binding;

    DefinitionPaths(List<Document> documents, SideFiles beside, Binding binding) {
        documents.forEach(document -> opened.add(document.text().file()));
        this.beside = beside;
        this.binding = binding;
    }

    Stream<Value.Mapping> applications(Value.Mapping project) {
        return project.get("appDefinitionsPaths").stream()
                .flatMap(list -> binding.items("appDefinitionsPaths", list).stream())
                .limit(MOST)
                .flatMap(item -> binding.scalar("appDefinitionsPaths", item).stream())
                .flatMap(this::read);
    }

    private Stream<Value.Mapping> read(Value.Scalar path) {
        switch (beside.read(path.source().file(), path.text())) {
            case SideFile.Found found -> {
                String file = found.text().file();
                if (!opened.contains(file) && read.add(file)) {
                    return SideFiles.trees(found, binding::report).stream()
                            .flatMap(tree -> tree.mapping().stream())
                            .filter(VistectureForm::accepts)
                            .flatMap(VistectureForm::applications);
                }
            }
            case SideFile.Missing(String folder) -> {
                boolean isOpened = opened.stream().anyMatch(file -> folder.isEmpty() || file.startsWith(folder + "/"));
                if (!isOpened) {
                    binding.report(Problem.warning("vistecture-path-not-read", path.source(), path.text()));
                }
            }
            case SideFile.Outside(String outside) ->
                binding.report(Problem.warning("vistecture-path-not-read", path.source(), outside));
            case SideFile.Refused(Problem why) -> binding.report(why);
        }
        return Stream.empty();
    }
}
