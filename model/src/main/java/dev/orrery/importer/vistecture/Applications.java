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

/// The applications of a project. Each is what defines it first, what defines it again, and what overrides it.
final class Applications {
    private final Binding binding;
    private final Map<String, Layers> applications = new TreeMap<>();

    /// @param definitions the one that counts first
    private record Layers(List<Value.Mapping> definitions, List<Value.Mapping> overrides) {
        /// What counts most comes last.
        List<Value.Mapping> inOrder() {
            List<Value.Mapping> order = new ArrayList<>(definitions.reversed());
            order.addAll(overrides);
            return order;
        }
    }

    Applications(Binding binding) {
        this.binding = binding;
    }

    boolean isEmpty() {
        return applications.isEmpty();
    }

    void define(Value.Mapping application) {
        name(application).ifPresent(name -> {
            Layers layers =
                    applications.computeIfAbsent(name.text(), _ -> new Layers(new ArrayList<>(), new ArrayList<>()));
            if (!layers.definitions().isEmpty()) {
                binding.report(Problem.info(
                        "service-defined-twice",
                        name.source(),
                        name.text(),
                        layers.definitions().getFirst().source().toString()));
            }
            layers.definitions().add(application);
        });
    }

    /// Its keys replace, and what is called `add-…` is added.
    void override(Value.Mapping override) {
        name(override).ifPresent(name -> {
            Layers application = applications.get(name.text());
            if (application == null) {
                binding.report(Problem.warning("vistecture-unknown-override", name.source(), name.text()));
            } else {
                application.overrides().add(override);
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
        applications.forEach((name, layers) -> {
            Application application = new Application(name, layers.definitions().getFirst(), layers.inOrder(), binding);
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
