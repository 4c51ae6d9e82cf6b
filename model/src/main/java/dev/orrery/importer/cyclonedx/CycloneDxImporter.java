package dev.orrery.importer.cyclonedx;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.importer.XmlText;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// CycloneDX bills of materials that list services. One that lists components alone is read only where the user named
/// it, to say so.
public final class CycloneDxImporter implements TopologyImporter {
    @Override
    public String format() {
        return "cyclonedx";
    }

    @Override
    public boolean accepts(Document document) {
        boolean isNamed = document.role() == SourceFile.Role.NAMED;
        return switch (document) {
            case Document.Tree tree ->
                tree.mapping()
                        .filter(CycloneDxImporter::describes)
                        .filter(root -> isNamed || root.get("services").isPresent())
                        .isPresent();
            case Document.Plain plain ->
                XmlText.speaksOf(plain.text(), "cyclonedx.org/schema/bom")
                        && (isNamed || plain.text().content().contains("services>"));
        };
    }

    private static boolean describes(Value.Mapping root) {
        return root.get("bomFormat").orElse(null) instanceof Value.Scalar scalar
                && scalar.text().equals("CycloneDX");
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        List<Draft> drafts = new ArrayList<>();
        for (Document document : documents) {
            String file = document.text().file();
            Optional<Bom> bom = bom(document, report);
            if (bom.filter(read -> read.services().isEmpty()).isPresent()) {
                report.accept(Problem.warning("cyclonedx-no-services", SourceLocation.startOf(file)));
            }
            bom.map(read -> new BomDraft(read, file).draft()).ifPresent(drafts::add);
        }
        return drafts;
    }

    private static Optional<Bom> bom(Document document, Consumer<Problem> report) {
        return switch (document) {
            case Document.Tree tree -> tree.mapping().map(root -> new BomTree(new Binding(report)).read(root));
            case Document.Plain plain ->
                XmlText.root(plain.text(), report).map(root -> new BomXml(plain.text(), report).read(root));
        };
    }
}
