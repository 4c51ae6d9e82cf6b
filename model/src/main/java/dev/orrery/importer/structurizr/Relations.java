package dev.orrery.importer.structurizr;

import dev.orrery.descriptor.Draft;
import dev.orrery.importer.structurizr.StructurizrModel.Element;
import dev.orrery.importer.structurizr.StructurizrModel.Relation;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What relationships say of services. A component speaks for its container; a system with containers is a boundary,
/// and holds no dependency of its own.
final class Relations {
    static final String RULE = "structurizr.relationship";

    private final Map<String, Element> elements;
    private final Set<String> opened;
    private final Naming naming;
    private final List<Draft.Need> needs = new ArrayList<>();
    private final Set<Ends> stated = new HashSet<>();

    /// @param elements by key
    /// @param opened keys of systems with containers
    Relations(Map<String, Element> elements, Set<String> opened, Naming naming) {
        this.elements = elements;
        this.opened = opened;
        this.naming = naming;
    }

    List<Draft.Need> needs(List<Relation> relations, Consumer<Problem> report) {
        List<Relation> ofSystems = new ArrayList<>();
        for (Relation relation : relations) {
            Element from = holder(relation.from());
            Element to = holder(relation.to());
            if (from == null || to == null || from.equals(to)) {
                continue;
            }
            if (opened.contains(from.key()) || opened.contains(to.key())) {
                ofSystems.add(relation);
            } else {
                state(from, to, relation);
            }
        }
        ofSystems.forEach(relation -> checkStated(relation, report));
        return needs;
    }

    private void state(Element from, Element to, Relation relation) {
        needs.add(new Draft.Need(
                naming.id(from),
                naming.id(to),
                relation.isAsync() ? DependencyKind.ASYNC : null,
                true,
                relation.technology(),
                null,
                new Evidence(Certainty.DECLARED, RULE, relation.source())));
        stated.add(new Ends(from.key(), to.key()));
        stated.add(new Ends(system(from), to.key()));
        stated.add(new Ends(from.key(), system(to)));
        stated.add(new Ends(system(from), system(to)));
    }

    /// Nobody knows which container is meant where none says it, and one that is drawn at random would be a lie.
    private void checkStated(Relation relation, Consumer<Problem> report) {
        Element from = holder(relation.from());
        Element to = holder(relation.to());
        if (from == null || to == null || system(from).equals(system(to))) {
            return;
        }
        if (!stated.contains(new Ends(from.key(), to.key()))) {
            report.accept(
                    Problem.info("structurizr-system-relationship", relation.source(), naming.id(from), naming.id(to)));
        }
    }

    /// The system or container that an element is part of; null for a person and for what has no place in the model.
    private @Nullable Element holder(String key) {
        Element element = elements.get(key);
        if (element == null) {
            return null;
        }
        return switch (element.kind()) {
            case SYSTEM, CONTAINER -> element;
            case COMPONENT -> {
                String container = element.parent();
                yield container == null ? null : elements.get(container);
            }
            case PERSON, CUSTOM -> null;
        };
    }

    private static String system(Element element) {
        String parent = element.parent();
        return parent == null ? element.key() : parent;
    }

    private record Ends(String from, String to) {}
}
