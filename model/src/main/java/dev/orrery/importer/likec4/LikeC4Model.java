package dev.orrery.importer.likec4;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.OpenElements;
import dev.orrery.importer.likec4.LikeC4Project.Element;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes one project as services, boundaries and what they need.
final class LikeC4Model {
    private static final String RULE = "likec4.relation";

    private final LikeC4Project project;
    private final LikeC4Names names;
    private final Consumer<Problem> report;
    private final LikeC4Service services;
    private final OpenElements open;
    private final Draft.Builder draft;

    LikeC4Model(LikeC4Project project, LikeC4Names names, Consumer<Problem> report) {
        this.project = project;
        this.names = names;
        this.report = report;
        this.services = new LikeC4Service(new Binding(report));
        Map<String, String> holders = new HashMap<>();
        project.holders().forEach((held, holder) -> holders.put(id(held), id(holder)));
        this.open = new OpenElements(holders);
        String file = project.root().source().file();
        this.draft = Draft.of("likec4", project.id().isEmpty() ? file : file + " " + project.id());
    }

    Draft draft() {
        project.title().ifPresent(draft::name);
        project.elements().values().stream()
                .filter(element -> !element.isPeople())
                .forEach(this::add);
        open.between(relations(), report).forEach(draft::add);
        return draft.build();
    }

    private String id(String name) {
        return names.id(project.id(), name);
    }

    private void add(Element element) {
        String id = id(element.name());
        @Nullable String holder = project.holders().get(element.name());
        if (open.isOpened(id)) {
            draft.add(new Boundary(
                    id,
                    LikeC4Service.title(element),
                    element.kind(),
                    null,
                    LikeC4Service.owner(element).orElse(null),
                    element.source()));
            if (holder != null) {
                draft.nest(id, id(holder), element.source());
            }
        } else {
            draft.add(services.read(id, element));
            if (holder != null) {
                draft.member(id, id(holder), element.source());
            }
        }
    }

    private List<Draft.Need> relations() {
        List<Draft.Need> needs = new ArrayList<>();
        if (project.root().get("relations").orElse(null) instanceof Value.Mapping relations) {
            for (Value.Field field : relations.fields()) {
                if (field.value() instanceof Value.Mapping relation) {
                    relation(relation).ifPresent(needs::add);
                }
            }
        }
        return needs;
    }

    private Optional<Draft.Need> relation(Value.Mapping relation) {
        Optional<End> source = end(relation, "source");
        Optional<End> target = end(relation, "target");
        if (source.isEmpty() || target.isEmpty()) {
            report.accept(Problem.warning("likec4-relation-without-end", relation.source()));
            return Optional.empty();
        }
        if (isPeople(source.get()) || isPeople(target.get())) {
            return Optional.empty();
        }
        if (isOwn(source.get()) && !project.elements().containsKey(source.get().name())) {
            report.accept(Problem.warning(
                    "likec4-unknown-element",
                    source.get().place().source(),
                    source.get().name()));
            return Optional.empty();
        }
        Evidence evidence =
                new Evidence(Certainty.DECLARED, RULE, target.get().place().source());
        return Optional.of(new Draft.Need(
                id(source.get()),
                id(target.get()),
                kind(relation),
                true,
                LikeC4Text.of(relation, "technology").orElse(null),
                null,
                evidence));
    }

    /// An element at one end of a relation.
    private record End(String project, String name, Value.Scalar place) {}

    /// `{model: name}` or `{project: id, model: name}`; older versions wrote the name alone.
    private Optional<End> end(Value.Mapping relation, String key) {
        if (relation.get(key).orElse(null) instanceof Value.Mapping reference) {
            String of = LikeC4Text.of(reference, "project").orElse(project.id());
            return LikeC4Text.scalar(reference, "model").map(name -> new End(of, name.text(), name));
        }
        return LikeC4Text.scalar(relation, key).map(name -> new End(project.id(), name.text(), name));
    }

    private boolean isOwn(End end) {
        return end.project().equals(project.id());
    }

    private String id(End end) {
        return names.id(end.project(), end.name());
    }

    private boolean isPeople(End end) {
        Element element = project.elements().get(end.name());
        return isOwn(end) && element != null && element.isPeople();
    }

    /// A relation's kind is the modeller's own word; only one that says how is taken.
    private static @Nullable DependencyKind kind(Value.Mapping relation) {
        return switch (LikeC4Text.of(relation, "kind").orElse("")) {
            case "async", "asynchronous" -> DependencyKind.ASYNC;
            case "sync", "synchronous" -> DependencyKind.SYNC;
            default -> null;
        };
    }
}
