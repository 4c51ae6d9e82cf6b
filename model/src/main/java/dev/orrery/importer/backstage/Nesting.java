package dev.orrery.importer.backstage;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Systems, domains and components with subcomponents, as boundaries.
///
/// A service holds no services, so a component with subcomponents gets a boundary of its own reference, in which it
/// lies beside them.
final class Nesting {
    private final Catalog catalog;
    private final Owners owners;
    private final Binding binding;
    private final Map<EntityRef, Statement> around = new TreeMap<>();
    private final Map<EntityRef, Boundary> boundaries = new TreeMap<>();

    private Nesting(Catalog catalog, Owners owners, Binding binding) {
        this.catalog = catalog;
        this.owners = owners;
        this.binding = binding;
    }

    static void write(
            Catalog catalog, List<Statement> statements, Owners owners, Binding binding, Draft.Builder draft) {
        Nesting nesting = new Nesting(catalog, owners, binding);
        statements.forEach(nesting::place);
        catalog.distinct().stream()
                .filter(entity ->
                        entity.ref().is(EntityRef.SYSTEM) || entity.ref().is(EntityRef.DOMAIN))
                .forEach(nesting::define);
        nesting.around.values().forEach(nesting::enclose);
        nesting.write(draft);
    }

    /// Of several things around an entity the innermost one counts: a component before a system before a domain.
    private void place(Statement statement) {
        boolean holds = statement.meaning() == Relation.Meaning.LIES_IN
                && statement.object().isEnclosing()
                && catalog.find(statement.subject()).isPresent()
                && (statement.subject().isService() || statement.subject().isEnclosing());
        if (holds) {
            around.merge(
                    statement.subject(),
                    statement,
                    (first, later) -> depth(later.object()) > depth(first.object()) ? later : first);
        }
    }

    private static int depth(EntityRef ref) {
        return ref.is(EntityRef.COMPONENT) ? 2 : ref.is(EntityRef.SYSTEM) ? 1 : 0;
    }

    private void define(Entity entity) {
        boundaries.put(
                entity.ref(),
                new Boundary(
                        entity.ref().toString(),
                        entity.title(binding),
                        entity.ref().kind(),
                        null,
                        owners.of(entity).orElse(null),
                        entity.source()));
    }

    /// What nobody here defines is still where the others say they are: often it stands in another repository.
    private void enclose(Statement statement) {
        EntityRef outer = statement.object();
        if (boundaries.containsKey(outer)) {
            return;
        }
        Optional<Entity> entity = catalog.find(outer);
        if (entity.isPresent()) {
            define(entity.get());
        } else {
            binding.report(Problem.info("backstage-undefined-boundary", statement.source(), outer.toString()));
            boundaries.put(
                    outer,
                    new Boundary(
                            outer.toString(), statement.objectName(), outer.kind(), null, null, statement.source()));
        }
    }

    private void write(Draft.Builder draft) {
        boundaries.values().forEach(draft::add);
        boundaries.keySet().stream()
                .flatMap(ref -> Optional.ofNullable(around.get(ref)).stream())
                .forEach(statement -> draft.nest(
                        statement.subject().toString(), statement.object().toString(), statement.source()));
        for (Entity entity : catalog.distinct()) {
            EntityRef ref = entity.ref();
            Statement statement = around.get(ref);
            if (!ref.isService()) {
                continue;
            }
            if (boundaries.containsKey(ref)) {
                draft.member(ref.toString(), ref.toString(), entity.source());
            } else if (statement != null) {
                draft.member(ref.toString(), statement.object().toString(), statement.source());
            }
        }
    }
}
