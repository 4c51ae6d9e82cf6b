package dev.orrery.importer.calm;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.OpenElements;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// FINOS CALM, the architectures of its releases 1.0 to 1.2.
public final class CalmImporter implements TopologyImporter {
    @Override
    public String format() {
        return "calm";
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Tree tree
                && tree.mapping().flatMap(CalmDocument::of).isPresent();
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        List<Value.Mapping> opened = new ArrayList<>();
        for (Document document : documents) {
            Value.Mapping root = ((Document.Tree) document).mapping().orElseThrow();
            switch (CalmDocument.of(root).orElseThrow()) {
                case ARCHITECTURE -> opened.add(root);
                case PATTERN -> report.accept(pattern(document));
                case TIMELINE ->
                    report.accept(Problem.info(
                            "calm-timeline",
                            SourceLocation.startOf(document.text().file())));
            }
        }
        CalmDetails details = new CalmDetails(opened, beside, report);
        List<Value.Mapping> architectures = details.architectures();
        // Relationships may be about nodes of another file.
        CalmNodes nodes = new CalmNodes(report);
        architectures.forEach(nodes::read);
        CalmRelationships relationships = new CalmRelationships(nodes, report);
        architectures.forEach(relationships::read);
        details.hold(nodes, relationships.containment());
        OpenElements open = relationships.containment().open();
        Map<String, List<Draft.Need>> needs = relationships.needs(open).stream()
                .collect(Collectors.groupingBy(need -> need.evidence().source().file()));
        List<Draft> drafts = new ArrayList<>();
        for (Value.Mapping root : architectures) {
            String file = root.source().file();
            Draft.Builder draft = Draft.of("calm", file);
            nodes.write(root, relationships.containment(), open, draft);
            // A stream of several documents in one file says what it needs once.
            Optional.ofNullable(needs.remove(file)).ifPresent(own -> own.forEach(draft::add));
            drafts.add(draft.build());
        }
        return drafts;
    }

    private static Problem pattern(Document document) {
        SourceLocation start = SourceLocation.startOf(document.text().file());
        return document.role() == SourceFile.Role.NAMED
                ? Problem.error("calm-pattern", start)
                : Problem.info("calm-pattern", start);
    }
}
