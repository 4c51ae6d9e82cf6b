package dev.orrery.importer;

import dev.orrery.descriptor.Resolver;
import dev.orrery.descriptor.SourceDocument;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.SourceTreeReader;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A source file whose documents have each found their importer, or have not.
///
/// @param documents in written order
/// @param problems of the text itself; those of aliases and merge keys join them while its values are looked at
record RecognisedSource(SourceFile file, List<Recognised> documents, List<Problem> problems) {
    /// A document and who reads it.
    record Recognised(Document document, TopologyImporter importer) {}

    static RecognisedSource of(SourceFile file, List<TopologyImporter> importers) {
        if (!file.isRead()) {
            return new RecognisedSource(file, List.of(), new ArrayList<>());
        }
        if (FileKinds.isWorkspace(file.text().file())) {
            return nothing(file, FileProblems.workspace(file.text()));
        }
        boolean isTree = FileKinds.isTree(file.text().file());
        Optional<Recognised> plain = isTree ? Optional.empty() : plain(file, importers);
        if (plain.isPresent()) {
            return new RecognisedSource(file, List.of(plain.get()), new ArrayList<>());
        }
        if (!isTree && file.role() != SourceFile.Role.NAMED) {
            return new RecognisedSource(file, List.of(), new ArrayList<>());
        }
        return trees(file, importers);
    }

    /// What a folder holds beside descriptors is nobody's problem.
    boolean isKept() {
        return file.role() == SourceFile.Role.NAMED || !documents.isEmpty();
    }

    /// Without the text, where nobody is going to look at it again.
    RecognisedSource withoutForeignText() {
        if (isKept()) {
            return this;
        }
        SourceText none = new SourceText(file.text().file(), "");
        return new RecognisedSource(
                new SourceFile(file.path(), file.role(), none, file.problems()), List.of(), problems);
    }

    /// What became of the file.
    FileReading reading() {
        String name = file.text().file();
        if (!documents.isEmpty()) {
            return new FileReading(
                    name,
                    documents.stream()
                            .map(document -> document.importer().format())
                            .toList(),
                    null);
        }
        Stream<Problem> said = Stream.concat(file.problems().stream(), problems.stream());
        return FileReading.passedOver(name, FileProblems.note(said.toList()));
    }

    private static RecognisedSource trees(SourceFile file, List<TopologyImporter> importers) {
        SourceTree tree = SourceTreeReader.read(file.text());
        List<Recognised> recognised = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (SourceDocument document : tree.documents()) {
            Resolver.resolve(tree, document, problems::add)
                    .map(root -> new Document.Tree(file.text(), file.role(), root))
                    .flatMap(read -> recognise(read, importers))
                    .ifPresent(recognised::add);
        }
        boolean isBroken = tree.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        if (recognised.isEmpty() && isBroken) {
            Optional<Recognised> plain = plain(file, importers);
            if (plain.isPresent()) {
                return new RecognisedSource(file, List.of(plain.get()), new ArrayList<>());
            }
        }
        if (recognised.isEmpty() && tree.problems().isEmpty()) {
            return nothing(file, FileProblems.notATopology(tree));
        }
        problems.addAll(tree.problems());
        return new RecognisedSource(file, recognised, problems);
    }

    private static Optional<Recognised> plain(SourceFile file, List<TopologyImporter> importers) {
        return recognise(new Document.Plain(file.text(), file.role()), importers);
    }

    private static Optional<Recognised> recognise(Document document, List<TopologyImporter> importers) {
        return importers.stream()
                .filter(importer -> importer.accepts(document))
                .findFirst()
                .map(importer -> new Recognised(document, importer));
    }

    private static RecognisedSource nothing(SourceFile file, Problem why) {
        return new RecognisedSource(file, List.of(), new ArrayList<>(List.of(why)));
    }
}
