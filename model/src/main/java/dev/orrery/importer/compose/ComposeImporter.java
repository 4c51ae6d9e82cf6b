package dev.orrery.importer.compose;

import dev.orrery.descriptor.Draft;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Docker Compose: the Compose specification, versions 2 and 3, and version 1, which has its services at the root.
public final class ComposeImporter implements TopologyImporter {
    @Override
    public String format() {
        return "compose";
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Tree tree
                && tree.mapping().filter(ComposeForm::isCompose).isPresent();
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        Map<String, List<Document.Tree>> files = ComposeSources.byFile(documents);
        ComposeSources sources = new ComposeSources(files, beside, report);
        ComposeFiles grouped = ComposeFiles.of(files);
        List<Read> read = grouped.projects().stream()
                .map(project -> read(project, sources))
                .toList();
        List<Draft> drafts = new ArrayList<>();
        for (Read one : read) {
            if (read.stream().noneMatch(other -> other.draws(one, read))) {
                one.problems().forEach(report);
                drafts.add(one.draft());
            }
        }
        for (ComposeFiles.Variant variant : grouped.variants()) {
            if (read.stream().noneMatch(one -> one.drawnIn().contains(variant.file()))) {
                report.accept(Problem.info(
                        "compose-variant-not-read", SourceLocation.startOf(variant.file()), variant.instead()));
            }
        }
        return drafts;
    }

    private static Read read(ComposeFiles.Project project, ComposeSources sources) {
        List<Problem> problems = new ArrayList<>();
        ComposeBinding binding = new ComposeBinding(problems::add);
        ComposeLoader loader = new ComposeLoader(sources, binding);
        ComposeModel model = loader.load(project.files());
        Variables variables = loader.variables(Scope.folderOf(project.files().getFirst()));
        Draft draft = new ComposeProject(model, variables, sources, binding).draft(project);
        return new Read(project.files().getFirst(), project.isNamed(), draft, Set.copyOf(loader.drawnIn()), problems);
    }

    /// A project that may turn out to be a part of another.
    private record Read(String file, boolean isNamed, Draft draft, Set<String> drawnIn, List<Problem> problems) {
        /// Whether another project is a part of this one. Of two that draw in each other, the first is the whole.
        boolean draws(Read other, List<Read> all) {
            boolean isOther = !file.equals(other.file) && drawnIn.contains(other.file) && !other.isNamed;
            return isOther && (!other.drawnIn.contains(file) || all.indexOf(this) < all.indexOf(other));
        }
    }
}
