package dev.orrery.importer.structurizr;

import dev.orrery.descriptor.Draft;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Structurizr workspaces, as JSON and in the DSL.
public final class StructurizrImporter implements TopologyImporter {
    static final String FORMAT = "structurizr";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean accepts(Document document) {
        return switch (document) {
            case Document.Tree tree ->
                tree.mapping().filter(JsonWorkspace::describes).isPresent();
            case Document.Plain _ -> false;
        };
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        List<Draft> drafts = new ArrayList<>();
        for (Document document : documents) {
            String file = document.text().file();
            switch (document) {
                case Document.Tree tree ->
                    tree.mapping()
                            .map(root -> JsonWorkspace.read(root, report))
                            .map(model -> ModelDraft.of(model, file, report))
                            .ifPresent(drafts::add);
                case Document.Plain _ -> {}
            }
        }
        return drafts;
    }
}
