package dev.orrery.importer.backstage;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Backstage's software catalog: descriptor files, whatever they are called, and answers of its API in JSON.
public final class BackstageImporter implements TopologyImporter {
    @Override
    public String format() {
        return "backstage";
    }

    @Override
    public boolean accepts(Document document) {
        return switch (document) {
            case Document.Plain plain -> Placeholders.isSkeleton(plain.text().content());
            case Document.Tree tree ->
                EntityForm.accepts(tree.root())
                        && tree.mapping()
                                .filter(root -> Placeholders.isBeyondYaml(
                                        root, tree.text().content()))
                                .isEmpty();
        };
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        for (Document document : documents) {
            if (document instanceof Document.Plain plain) {
                report.accept(Problem.info(
                        "backstage-skeleton",
                        SourceLocation.startOf(plain.text().file())));
            }
        }
        Binding binding = new Binding(report);
        Catalog catalog = Catalog.of(CatalogReader.read(documents, beside, report), report);
        Owners owners = new Owners(catalog, binding);
        List<Statement> statements = StatementReader.read(catalog, binding);
        Map<EntityRef, Set<String>> provided = Needs.provided(catalog, statements);
        Draft.Builder draft = Draft.of(format(), scope(documents)).name(name(catalog, binding));
        new Services(catalog, owners, provided, binding).read().forEach(draft::add);
        Nesting.write(catalog, statements, owners, binding, draft);
        Needs.read(catalog, statements, binding).forEach(draft::add);
        Draft read = draft.build();
        if (read.services().isEmpty()) {
            report.accept(Problem.info(
                    "backstage-no-services",
                    SourceLocation.startOf(documents.getFirst().text().file())));
        }
        return List.of(read);
    }

    /// The title of the only location that has one: it is the catalog's table of contents.
    private static @Nullable String name(Catalog catalog, Binding binding) {
        List<String> titles = catalog.distinct().stream()
                .filter(entity -> entity.ref().is("location"))
                .flatMap(entity -> binding.text(entity.metadata(), "title").stream())
                .distinct()
                .toList();
        return titles.size() == 1 ? titles.getFirst() : null;
    }

    /// The file, or what the paths of several have in common.
    private static String scope(List<Document> documents) {
        List<String> files = documents.stream()
                .map(document -> document.text().file())
                .distinct()
                .toList();
        String common = files.getFirst();
        for (String file : files) {
            while (!file.equals(common) && !common.isEmpty() && !file.startsWith(common + "/")) {
                common = common.substring(0, Math.max(0, common.lastIndexOf('/')));
            }
        }
        return common;
    }
}
