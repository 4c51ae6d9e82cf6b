package dev.orrery.importer.mermaid;

import dev.orrery.descriptor.Draft;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Mermaid flowcharts: `flowchart LR` and what follows. Other diagrams of Mermaid are recognised, and said not to be
/// read.
///
/// All diagrams make one draft: an overview and the details beside it speak of the same services.
public final class MermaidImporter implements TopologyImporter {
    @Override
    public String format() {
        return "mermaid";
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Plain && !diagrams(document).isEmpty();
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        List<FlowGraph> graphs = new ArrayList<>();
        for (Document document : documents) {
            List<Diagram> diagrams = diagrams(document);
            if (diagrams.size() == Diagrams.MOST) {
                Diagram last = diagrams.getLast();
                report.accept(Problem.warning(
                        "mermaid-too-many-diagrams", last.place(last.start()), String.valueOf(Diagrams.MOST)));
            }
            for (Diagram diagram : diagrams) {
                if (diagram.isFlowchart()) {
                    graphs.add(new FlowReader(diagram, report).read());
                } else {
                    report.accept(
                            Problem.info("mermaid-other-diagram", diagram.place(diagram.start()), diagram.kind()));
                }
            }
        }
        return graphs.isEmpty() ? List.of() : List.of(new MermaidDraft(graphs, report).draft());
    }

    /// A text that holds diagrams among other things was not found by looking for diagrams; the user must have named
    /// it.
    private static List<Diagram> diagrams(Document document) {
        return document.role() == SourceFile.Role.NAMED
                ? Diagrams.inside(document.text())
                : Diagrams.whole(document.text());
    }
}
