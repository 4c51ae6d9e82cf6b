package dev.orrery.importer.vistecture;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFiles;
import dev.orrery.importer.TopologyImporter;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Vistecture: a project's configuration and the definitions of its applications, in YAML or JSON.
public final class VistectureImporter implements TopologyImporter {
    @Override
    public String format() {
        return "vistecture";
    }

    @Override
    public boolean accepts(Document document) {
        return document instanceof Document.Tree tree
                && tree.mapping().filter(VistectureForm::accepts).isPresent();
    }

    @Override
    public List<Draft> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        Binding binding = new Binding(report);
        List<Value.Mapping> roots =
                documents.stream().flatMap(VistectureImporter::root).toList();
        Applications applications = new Applications(binding);
        roots.stream().flatMap(VistectureForm::applications).forEach(applications::define);
        List<Value.Mapping> projects =
                roots.stream().filter(VistectureForm::isProject).toList();
        DefinitionPaths paths = new DefinitionPaths(documents, beside, binding);
        projects.stream().flatMap(paths::applications).forEach(applications::define);
        projects.stream()
                .flatMap(project -> mappings(project, "appOverrides", binding))
                .forEach(applications::override);
        List<Value.Mapping> old =
                roots.stream().flatMap(VistectureForm::oldProjects).toList();
        overrideAsOf(old, applications, binding);
        String first = documents.getFirst().text().file();
        if (applications.isEmpty()) {
            report.accept(Problem.warning("vistecture-no-applications", SourceLocation.startOf(first)));
        }
        List<String> names = Stream.concat(
                        projects.stream().flatMap(project -> binding.text(project, "projectName").stream()),
                        old.stream().flatMap(project -> binding.text(project, "name").stream()))
                .distinct()
                .toList();
        Draft.Builder draft = Draft.of(format(), documents.size() == 1 ? first : "")
                .name(names.size() == 1 ? names.getFirst() : null);
        applications.write(draft);
        return List.of(draft.build());
    }

    /// Several projects each change the same applications in their own way, and none of them is meant more than
    /// another.
    private static void overrideAsOf(List<Value.Mapping> projects, Applications applications, Binding binding) {
        if (projects.size() > 1) {
            binding.report(
                    Problem.info("vistecture-several-projects", projects.get(1).source()));
        } else {
            projects.stream()
                    .flatMap(project -> mappings(project, "included-applications", binding))
                    .forEach(applications::override);
        }
    }

    private static Stream<Value.Mapping> mappings(Value.Mapping in, String key, Binding binding) {
        return in.get(key).stream()
                .flatMap(list -> binding.items(key, list).stream())
                .flatMap(item -> binding.mapping(key, item).stream());
    }

    private static Stream<Value.Mapping> root(Document document) {
        return document instanceof Document.Tree tree ? tree.mapping().stream() : Stream.empty();
    }
}
