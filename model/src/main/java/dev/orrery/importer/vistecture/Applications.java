package dev.orrery.importer.vistecture;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The applications of a project. Each is what defines it first, and what overrides it.
final class Applications {
    private final Binding binding;
    private final Map<String, List<Value.Mapping>> layers = new TreeMap<>();

    Applications(Binding binding) {
        this.binding = binding;
    }

    boolean isEmpty() {
        return layers.isEmpty();
    }

    void define(Value.Mapping application) {
        name(application).ifPresent(name -> {
            List<Value.Mapping> first = layers.putIfAbsent(name.text(), new ArrayList<>(List.of(application)));
            if (first != null) {
                binding.report(Problem.info(
                        "service-defined-twice",
                        name.source(),
                        name.text(),
                        first.getFirst().source().toString()));
            }
        });
    }

    /// Its keys replace, and what is called `add-…` is added.
    void override(Value.Mapping override) {
        name(override).ifPresent(name -> {
            List<Value.Mapping> application = layers.get(name.text());
            if (application == null) {
                binding.report(Problem.warning("vistecture-unknown-override", name.source(), name.text()));
            } else {
                application.add(override);
            }
        });
    }

    private Optional<Value.Scalar> name(Value.Mapping application) {
        Optional<Value.Scalar> name =
                binding.scalar(application, "name").filter(text -> !text.text().isBlank());
        if (name.isEmpty()) {
            binding.report(Problem.error("empty-name", application.source()));
        }
        return name;
    }

    void write(Draft.Builder draft) {
        Set<String> groups = new TreeSet<>();
        layers.forEach((name, parts) -> {
            Application application = new Application(name, parts, binding);
            List<String> members = new ArrayList<>(List.of(name));
            draft.add(application.service());
            application.infrastructure().forEach(infrastructure -> {
                draft.add(infrastructure);
                members.add(infrastructure.id());
            });
            application.group().ifPresent(group -> {
                if (groups.add(group.text())) {
                    draft.add(new Boundary(group.text(), group.text(), "group", null, null, group.source()));
                }
                members.forEach(member -> draft.member(member, group.text(), group.source()));
            });
            application.needs().forEach(draft::add);
        });
    }
}
