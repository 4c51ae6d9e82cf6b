package dev.orrery.importer.likec4;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// LikeC4's export of one project, or of several in a list.
public final class LikeC4Importer implements TopologyImporter {
    @Override
    public String format() {
        return "likec4";
    }

    @Override
    public boolean accepts(Document document) {
        return switch (document) {
            case Document.Tree tree -> projects(tree.root()).findAny().isPresent();
            case Document.Plain plain -> LikeC4Source.isOne(plain.text().content());
        };
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        List<LikeC4Project> projects = new ArrayList<>();
        for (Document document : documents) {
            switch (document) {
                case Document.Tree tree ->
                    projects(tree.root())
                            .map(root -> LikeC4Project.of(root, report))
                            .forEach(projects::add);
                case Document.Plain plain -> report.accept(source(plain));
            }
        }
        LikeC4Names names = new LikeC4Names(projects);
        return projects.stream()
                .map(project -> new LikeC4Model(project, names, report).draft())
                .toList();
    }

    private static Problem source(Document.Plain plain) {
        SourceLocation start = SourceLocation.startOf(plain.text().file());
        return plain.role() == SourceFile.Role.NAMED
                ? Problem.error("likec4-source", start)
                : Problem.info("likec4-source", start);
    }

    private static Stream<Value.Mapping> projects(Value root) {
        return (root instanceof Value.Sequence list ? list.items().stream() : Stream.of(root))
                .filter(Value.Mapping.class::isInstance)
                .map(Value.Mapping.class::cast)
                .filter(LikeC4Importer::isProject);
    }

    /// Elements and relations by their ids; every element has a kind.
    private static boolean isProject(Value.Mapping root) {
        return root.get("elements").orElse(null) instanceof Value.Mapping elements
                && root.get("relations").orElse(null) instanceof Value.Mapping
                && elements.fields().stream()
                        .allMatch(element -> element.value() instanceof Value.Mapping body
                                && body.get("kind").isPresent())
                && (!elements.fields().isEmpty() || root.get("_stage").isPresent());
    }
}
