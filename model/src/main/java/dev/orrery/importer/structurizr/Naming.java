package dev.orrery.importer.structurizr;

import dev.orrery.importer.structurizr.StructurizrModel.Element;
import dev.orrery.importer.structurizr.StructurizrModel.Kind;
import dev.orrery.problem.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Ids made of names: `System` and `System/Container`. Structurizr's own ids count up in the order of writing, so they
/// mean something else after the next edit.
final class Naming {
    private final Map<String, String> byKey = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private Naming() {}

    static Naming of(StructurizrModel model, Consumer<Problem> report) {
        Naming naming = new Naming();
        for (Element element : model.elements()) {
            if (element.kind() == Kind.SYSTEM) {
                naming.name(element, element.name(), report);
            }
        }
        for (Element element : model.elements()) {
            String system = element.parent();
            if (element.kind() == Kind.CONTAINER && system != null) {
                naming.name(element, naming.byKey.get(system) + "/" + element.name(), report);
            }
        }
        return naming;
    }

    /// The id of a system or container, by its key.
    String id(Element element) {
        return byKey.getOrDefault(element.key(), element.name());
    }

    private void name(Element element, String path, Consumer<Problem> report) {
        String id = path;
        for (int number = 2; !taken.add(id); number++) {
            id = path + " (" + number + ")";
        }
        byKey.put(element.key(), id);
        if (!id.equals(path)) {
            report.accept(Problem.warning("structurizr-same-name", element.source(), path, id));
        }
    }
}
