package dev.orrery.importer.backstage;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.Document;
import dev.orrery.importer.SideFile;
import dev.orrery.importer.SideFiles;
import dev.orrery.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Collects the entities of the documents at hand and of the files that their locations name, those of further
/// locations included.
final class CatalogReader {
    /// More files than any catalog in one repository has.
    private static final int MOST_FILES = 2_000;

    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:(?!\\\\).*", Pattern.DOTALL);

    private final SideFiles beside;
    private final Consumer<Problem> report;
    private final Binding binding;
    private final Set<String> known = new HashSet<>();
    private final Deque<Entity> locations = new ArrayDeque<>();
    private final List<Entity> entities = new ArrayList<>();
    private int asked;

    private CatalogReader(SideFiles beside, Consumer<Problem> report) {
        this.beside = beside;
        this.report = report;
        this.binding = new Binding(report);
    }

    static List<Entity> read(List<Document> documents, SideFiles beside, Consumer<Problem> report) {
        CatalogReader reader = new CatalogReader(beside, report);
        documents.forEach(document -> reader.known.add(document.text().file()));
        for (Document document : documents) {
            if (document instanceof Document.Tree tree) {
                reader.add(tree.root());
            }
        }
        for (Entity location = reader.locations.poll(); location != null; location = reader.locations.poll()) {
            reader.follow(location);
        }
        return reader.entities;
    }

    private void add(Value root) {
        boolean isAnswer = root instanceof Value.Sequence
                || (root instanceof Value.Mapping mapping
                        && mapping.get("items").isPresent());
        EntityForm.entities(root)
                .forEach(mapping -> Entity.read(mapping, isAnswer, binding).ifPresent(entity -> {
                    entities.add(entity);
                    if (entity.ref().is("location") && !isAnswer) {
                        locations.add(entity);
                    }
                }));
    }

    private void follow(Entity location) {
        boolean isOptional = binding.text(location.spec(), "presence")
                .filter("optional"::equals)
                .isPresent();
        List<Value> targets = new ArrayList<>();
        location.spec().get("target").ifPresent(targets::add);
        location.spec().get("targets").ifPresent(list -> targets.addAll(binding.items("targets", list)));
        for (Value target : targets) {
            binding.scalar("targets", target).ifPresent(text -> follow(text, isOptional));
        }
    }

    private void follow(Value.Scalar target, boolean isOptional) {
        String path = target.text().strip();
        if (Placeholders.isIn(path) || path.isEmpty()) {
            return;
        }
        if (URL.matcher(path).matches()) {
            report.accept(Problem.info("backstage-location-remote", target.source(), path));
        } else if (path.contains("*")) {
            List<String> files = beside.matching(target.source().file(), path);
            if (files.isEmpty()) {
                report.accept(Problem.info("backstage-location-pattern", target.source(), path));
            }
            files.forEach(file -> ask(target, file, isOptional));
        } else {
            ask(target, path, isOptional);
        }
    }

    private void ask(Value.Scalar target, String path, boolean isOptional) {
        if (++asked > MOST_FILES) {
            if (asked == MOST_FILES + 1) {
                report.accept(
                        Problem.warning("backstage-too-many-locations", target.source(), String.valueOf(MOST_FILES)));
            }
        } else {
            open(target, path, isOptional);
        }
    }

    private void open(Value.Scalar target, String path, boolean isOptional) {
        switch (beside.read(target.source().file(), path)) {
            case SideFile.Found found -> add(found);
            case SideFile.Missing(String file) -> {
                report.accept(
                        isOptional
                                ? Problem.info("backstage-location-missing", target.source(), file)
                                : Problem.warning("backstage-location-missing", target.source(), file));
            }
            case SideFile.Outside(String outside) ->
                report.accept(Problem.warning("backstage-location-outside", target.source(), outside));
            case SideFile.Refused(Problem why) -> report.accept(why);
        }
    }

    private void add(SideFile.Found found) {
        SourceText text = found.text();
        if (!known.add(text.file())) {
            return;
        }
        if (Placeholders.isSkeleton(text.content()) && text.content().contains("{%")) {
            report.accept(Problem.info("backstage-skeleton", text.locate(0)));
            return;
        }
        SideFiles.trees(found, report).stream()
                .map(Document.Tree::root)
                .filter(EntityForm::accepts)
                .forEach(this::add);
    }
}
