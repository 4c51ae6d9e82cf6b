package dev.orrery.importer;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.NativeFormat;
import dev.orrery.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/// Orrery's own format.
final class NativeImporter implements TopologyImporter {
    @Override
    public String format() {
        return "native";
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Tree tree
                && tree.mapping().filter(NativeFormat::describes).isPresent();
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        return documents.stream()
                .map(Document.Tree.class::cast)
                .flatMap(tree -> tree.mapping().stream())
                .map(root -> NativeFormat.read(root, report))
                .toList();
    }
}
