package dev.orrery.importer.score;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/// Score: specifications of workloads, `score.dev/v1b1`.
public final class ScoreImporter implements TopologyImporter {
    private static final String VERSION = "score.dev/";

    @Override
    public String format() {
        return "score";
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Tree tree
                && tree.mapping()
                        .flatMap(root -> root.get("apiVersion"))
                        .filter(version -> version instanceof Value.Scalar scalar
                                && scalar.text().startsWith(VERSION))
                        .isPresent();
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        Workloads workloads = new Workloads(report);
        for (Document document : documents) {
            if (document instanceof Document.Tree tree) {
                tree.mapping().ifPresent(workloads::add);
            }
        }
        Draft.Builder draft = Draft.of(
                format(), documents.size() == 1 ? documents.getFirst().text().file() : "");
        workloads.write(draft);
        return List.of(draft.build());
    }
}
