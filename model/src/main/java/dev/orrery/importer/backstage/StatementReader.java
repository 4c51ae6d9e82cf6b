package dev.orrery.importer.backstage;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Collects what the entities of a catalog say of each other.
final class StatementReader {
    private final Catalog catalog;
    private final Binding binding;
    private final List<Statement> statements = new ArrayList<>();

    private StatementReader(Catalog catalog, Binding binding) {
        this.catalog = catalog;
        this.binding = binding;
    }

    static List<Statement> read(Catalog catalog, Binding binding) {
        StatementReader reader = new StatementReader(catalog, binding);
        catalog.all().forEach(reader::readEntity);
        return reader.statements;
    }

    private void readEntity(Entity entity) {
        // The API repeats as relations what the spec says.
        Set<List<Object>> said = new HashSet<>();
        for (Relation relation : Relation.OF_SPEC) {
            entity.spec().get(relation.key()).stream()
                    .flatMap(StatementReader::items)
                    .flatMap(value -> Reference.read(relation.key(), value, binding).stream())
                    .forEach(reference -> add(entity, relation, reference, said));
        }
        entity.root().get("relations").stream()
                .flatMap(list -> binding.items("relations", list).stream())
                .flatMap(value -> binding.mapping("relations", value).stream())
                .forEach(answered -> readAnswer(entity, answered, said));
    }

    /// A single reference stands alone, several in a list; people mix them up, and what they mean is clear.
    private static Stream<Value> items(Value value) {
        return switch (value) {
            case Value.Sequence list -> list.items().stream();
            case Value.Mapping _ -> Stream.of(value);
            case Value.Scalar scalar -> scalar.type() == Value.Type.NULL ? Stream.empty() : Stream.of(value);
        };
    }

    private void readAnswer(Entity entity, Value.Mapping answered, Set<List<Object>> said) {
        String type = binding.text(answered, "type").orElse("");
        Relation.OF_ANSWER.stream()
                .filter(relation -> relation.key().equals(type))
                .forEach(relation -> answered.get("targetRef")
                        .or(() -> answered.get("target"))
                        .flatMap(target -> Reference.read("targetRef", target, binding))
                        .ifPresent(reference -> add(entity, relation, reference, said)));
    }

    private void add(Entity entity, Relation relation, Reference reference, Set<List<Object>> said) {
        Optional<EntityRef> other = meant(entity, relation, reference);
        if (other.isEmpty() || !said.add(List.of(relation.meaning(), relation.isReversed(), other.get()))) {
            return;
        }
        EntityRef subject = relation.isReversed() ? other.get() : entity.ref();
        EntityRef object = relation.isReversed() ? entity.ref() : other.get();
        String objectName = relation.isReversed() ? entity.name() : reference.name();
        statements.add(
                new Statement(relation.meaning(), subject, object, objectName, relation.rule(), reference.source()));
    }

    private Optional<EntityRef> meant(Entity entity, Relation relation, Reference reference) {
        String namespace = entity.ref().namespace();
        if (relation.defaultKind() != null) {
            return Optional.of(reference.in(namespace, relation.defaultKind()));
        }
        return reference.kind() == null
                ? guessed(namespace, relation, reference)
                : Optional.of(reference.in(namespace, reference.kind()));
    }

    /// `dependsOn` has no default kind; where only one thing has the name, that is what is meant.
    private Optional<EntityRef> guessed(String namespace, Relation relation, Reference reference) {
        List<EntityRef> candidates = Stream.of(EntityRef.COMPONENT, EntityRef.RESOURCE, EntityRef.API)
                .map(kind -> reference.in(namespace, kind))
                .filter(ref -> catalog.find(ref).isPresent())
                .toList();
        List<EntityRef> services =
                candidates.stream().filter(EntityRef::isService).toList();
        if (services.size() > 1) {
            binding.report(Problem.warning(
                    "backstage-ambiguous-reference",
                    reference.source(),
                    reference.name(),
                    services.get(0).toString(),
                    services.get(1).toString()));
            return Optional.empty();
        }
        // A component and its API often share their name; of the two the component can be needed.
        EntityRef meant = Stream.concat(services.stream(), candidates.stream())
                .findFirst()
                .orElseGet(() -> reference.in(namespace, EntityRef.COMPONENT));
        binding.report(Problem.warning(
                "backstage-reference-without-kind", reference.source(), relation.key(), meant.toString()));
        return Optional.of(meant);
    }
}
