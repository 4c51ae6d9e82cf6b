package dev.orrery.importer.graphml;

import dev.orrery.descriptor.Draft;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.importer.XmlText;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// GraphML.
public final class GraphMlImporter implements TopologyImporter {
    @Override
    public String format() {
        return "graphml";
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Plain && XmlText.speaksOf(document.text(), "<graphml");
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        List<Draft> drafts = new ArrayList<>();
        for (Document document : documents) {
            XmlText.root(document.text(), report)
                    .map(root -> new GraphMlGraph(document.text(), root, report).draft())
                    .ifPresent(drafts::add);
        }
        return drafts;
    }
}
