package dev.orrery.importer.backstage;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who needs whom. An API is an interface: who consumes it needs those who provide it.
final class Needs {
    private final Catalog catalog;
    private final Binding binding;
    private final Map<EntityRef, Set<EntityRef>> providers = new TreeMap<>();
    private final List<Draft.Need> needs = new ArrayList<>();

    private Needs(Catalog catalog, Binding binding) {
        this.catalog = catalog;
        this.binding = binding;
    }

    static List<Draft.Need> read(Catalog catalog, List<Statement> statements, Binding binding) {
        Needs read = new Needs(catalog, binding);
        statements.forEach(read::provide);
        statements.forEach(read::need);
        return read.kindsTogether();
    }

    /// Who also consumes an API of the same service that is not asynchronous waits for its answers.
    private List<Draft.Need> kindsTogether() {
        Set<List<String>> waiting = needs.stream()
                .filter(need -> need.api() != null && need.kind() == null)
                .map(need -> List.of(need.from(), need.to()))
                .collect(Collectors.toSet());
        return needs.stream()
                .map(need -> waiting.contains(List.of(need.from(), need.to())) ? withoutKind(need) : need)
                .toList();
    }

    private static Draft.Need withoutKind(Draft.Need need) {
        return new Draft.Need(
                need.from(), need.to(), null, need.required(), need.protocol(), need.api(), need.evidence());
    }

    private void provide(Statement statement) {
        if (statement.meaning() != Relation.Meaning.PROVIDES) {
            return;
        }
        if (catalog.find(statement.subject()).isPresent()) {
            providers
                    .computeIfAbsent(statement.object(), _ -> new LinkedHashSet<>())
                    .add(statement.subject());
        }
        if (catalog.find(statement.object()).isEmpty()) {
            binding.report(Problem.info(
                    "backstage-undefined-api",
                    statement.source(),
                    statement.subject().toString(),
                    statement.object().toString()));
        }
    }

    private void need(Statement statement) {
        switch (statement.meaning()) {
            case NEEDS, CONSUMES -> {
                if (!isKnown(statement.subject(), statement)) {
                    return;
                }
                if (statement.object().is(EntityRef.API)) {
                    consume(statement);
                } else if (statement.object().isService()) {
                    add(statement, statement.object(), null, null);
                } else {
                    binding.report(Problem.warning(
                            "backstage-not-a-service",
                            statement.source(),
                            statement.subject().toString(),
                            statement.object().toString()));
                }
            }
            case PROVIDES, LIES_IN -> {}
        }
    }

    /// Of something that is not here nobody can draw what it needs.
    private boolean isKnown(EntityRef subject, Statement statement) {
        if (subject.isService() && catalog.find(subject).isPresent()) {
            return true;
        }
        binding.report(Problem.warning(
                "backstage-unknown-dependent",
                statement.source(),
                subject.toString(),
                statement.object().toString()));
        return false;
    }

    private void consume(Statement statement) {
        EntityRef api = statement.object();
        Optional<Entity> entity = catalog.find(api);
        String name = entity.map(Entity::name).orElse(statement.objectName());
        DependencyKind kind = entity.map(known -> known.type(binding))
                .filter("asyncapi"::equals)
                .map(_ -> DependencyKind.ASYNC)
                .orElse(null);
        Set<EntityRef> providing = providers.getOrDefault(api, Set.of());
        if (providing.isEmpty()) {
            if (entity.isPresent()) {
                binding.report(Problem.warning(
                        "backstage-api-without-provider",
                        statement.source(),
                        statement.subject().toString(),
                        api.toString()));
            }
            add(statement, api, name, kind);
            return;
        }
        // Who provides an API and consumes it is in need of the others who provide it.
        providing.stream()
                .filter(provider -> !provider.equals(statement.subject()))
                .forEach(provider -> add(statement, provider, name, kind));
    }

    private void add(Statement statement, EntityRef target, @Nullable String api, @Nullable DependencyKind kind) {
        Evidence evidence = new Evidence(Certainty.DECLARED, statement.rule(), statement.source());
        needs.add(new Draft.Need(statement.subject().toString(), target.toString(), kind, true, null, api, evidence));
    }

    /// The APIs of each service, by name.
    static Map<EntityRef, Set<String>> provided(Catalog catalog, List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.meaning() == Relation.Meaning.PROVIDES)
                .collect(Collectors.groupingBy(
                        Statement::subject,
                        Collectors.mapping(
                                statement -> catalog.find(statement.object())
                                        .map(Entity::name)
                                        .orElse(statement.objectName()),
                                Collectors.toSet())));
    }
}
