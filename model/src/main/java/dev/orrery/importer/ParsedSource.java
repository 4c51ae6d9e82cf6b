package dev.orrery.importer;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Resolver;
import dev.orrery.descriptor.SourceDocument;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A source file whose documents have each found their importer, or have not.
///
/// @param problems of the text itself
record ParsedSource(SourceFile file, List<Recognised> documents, List<Problem> problems) {

    /// A document and who reads it.
    ///
    /// @param problems found while its values are looked at; grows until the document has been read
    record Recognised(Value.Mapping root, TopologyImporter importer, List<Problem> problems) {}

    static ParsedSource of(SourceFile file, List<TopologyImporter> importers) {
        if (!file.isRead()) {
            return new ParsedSource(file, List.of(), List.of());
        }
        if (isWorkspace(file.text())) {
            return new ParsedSource(file, List.of(), List.of(FileProblems.workspace(file.text())));
        }
        SourceTree tree = SourceTreeReader.read(file.text());
        List<Recognised> recognised = new ArrayList<>();
        for (SourceDocument document : tree.documents()) {
            List<Problem> problems = new ArrayList<>();
            if (Resolver.resolve(tree, document, problems::add).orElse(null) instanceof Value.Mapping root) {
                importers.stream()
                        .filter(importer -> importer.accepts(root))
                        .findFirst()
                        .ifPresent(importer -> recognised.add(new Recognised(root, importer, problems)));
            }
        }
        List<Problem> problems = recognised.isEmpty() && tree.problems().isEmpty()
                ? List.of(FileProblems.notATopology(tree))
                : tree.problems();
        return new ParsedSource(file, recognised, problems);
    }

    /// What a folder holds beside descriptors is nobody's problem.
    boolean isKept() {
        return file.role() == SourceFile.Role.NAMED || !documents.isEmpty();
    }

    /// The files beside this one that its formats want, relative to the root.
    Set<String> sideFiles() {
        return documents.stream()
                .flatMap(document -> document.importer().sideFiles().stream())
                .map(this::beside)
                .collect(Collectors.toSet());
    }

    List<Draft> drafts(List<SourceFile> sources, Consumer<Problem> report) {
        if (isKept()) {
            problems.forEach(report);
        }
        SideFiles sides = name -> sources.stream()
                .filter(source -> source.role() == SourceFile.Role.SIDE && source.isRead())
                .map(SourceFile::text)
                .filter(text -> text.file().equals(beside(name)))
                .findFirst();
        return documents.stream()
                .map(document -> draft(document, sides, report))
                .toList();
    }

    private static Draft draft(Recognised document, SideFiles sides, Consumer<Problem> report) {
        Draft draft = document.importer().read(document.root(), sides, report);
        document.problems().forEach(report);
        return draft;
    }

    private String beside(String name) {
        String own = file.text().file();
        return own.substring(0, own.lastIndexOf('/') + 1) + name;
    }

    private static boolean isWorkspace(SourceText text) {
        return text.file().endsWith(".workspace.yaml");
    }
}
