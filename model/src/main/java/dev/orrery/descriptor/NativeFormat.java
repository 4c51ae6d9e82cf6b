package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.PrometheusRule;
import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Orrery's own descriptor, format 1, bound to a draft. `docs/descriptor.md` describes it.
public final class NativeFormat {
    private static final Set<String> VERSIONS = Set.of("1", "1.0");

    private final Binding binding;
    private @Nullable PrometheusRule rule;
    private final List<Service> services = new ArrayList<>();
    private final List<Boundary> boundaries = new ArrayList<>();
    private final List<Draft.Reference> memberships = new ArrayList<>();
    private final List<Draft.Reference> nestings = new ArrayList<>();
    private final List<Draft.Need> needs = new ArrayList<>();

    private NativeFormat(Consumer<Problem> report) {
        this.binding = new Binding(report);
    }

    /// Whether a document is meant to be in this format. `topology` with `services` is the rule; `orrery`, or
    /// `topology` with `boundaries`, says so too, which lets a file that is begun get the right advice.
    public static boolean describes(Value.Mapping root) {
        boolean named = root.get("topology").isPresent();
        return root.get("orrery").isPresent()
                || (named
                        && (root.get("services").isPresent()
                                || root.get("boundaries").isPresent()));
    }

    /// Binds a document. What cannot be read as meant is reported and left out; the rest is there.
    public static Draft read(Value.Mapping root, Consumer<Problem> report) {
        return new NativeFormat(report).read(root);
    }

    private Draft read(Value.Mapping root) {
        binding.keys(root, NativeKeys.TOP);
        binding.scalar(root, "orrery")
                .filter(version -> !VERSIONS.contains(version.text()))
                .ifPresent(version ->
                        binding.report(Problem.warning("unknown-version", version.source(), version.text())));
        String name = binding.text(root, "topology").orElse(null);
        if (name == null) {
            binding.report(Problem.warning("no-name", root.source()));
        }
        rule = new PrometheusStatement(binding).rule(root, "prometheus").orElse(null);
        binding.mapping(root, "boundaries").ifPresent(all -> all.fields().forEach(this::addBoundary));
        List<Value.Field> defined =
                binding.mapping(root, "services").map(Value.Mapping::fields).orElse(List.of());
        if (defined.isEmpty()) {
            binding.report(Problem.warning(
                    "no-services",
                    root.field("services").map(Value.Field::keySource).orElse(root.source())));
        }
        defined.forEach(this::addService);
        return new Draft(
                "native",
                root.source().file(),
                name,
                services,
                boundaries,
                memberships,
                nestings,
                needs,
                rule,
                new RuleStatement(binding).read(root, "rules"));
    }

    private void addBoundary(Value.Field field) {
        String id = field.key();
        if (id.isBlank()) {
            binding.report(Problem.error("empty-name", field.keySource()));
            return;
        }
        Value.Mapping body = bodyOf(field, NativeKeys.BOUNDARY);
        if (body == null) {
            boundaries.add(new Boundary(id, id, "boundary", null, null, field.keySource()));
            return;
        }
        boundaries.add(new Boundary(
                id,
                binding.text(body, "name").orElse(id),
                binding.text(body, "kind").orElse("boundary"),
                null,
                binding.text(body, "owner").orElse(null),
                field.keySource()));
        binding.scalar(body, "within")
                .ifPresent(outer -> nestings.add(new Draft.Reference(id, outer.text(), outer.source())));
    }

    private void addService(Value.Field field) {
        String id = field.key();
        if (id.isBlank()) {
            binding.report(Problem.error("empty-name", field.keySource()));
            return;
        }
        Value.Mapping body = bodyOf(field, NativeKeys.SERVICE);
        services.add(new NativeService(binding, rule).read(id, field.keySource(), body));
        if (body != null) {
            binding.scalar(body, "boundary")
                    .ifPresent(outer -> memberships.add(new Draft.Reference(id, outer.text(), outer.source())));
            needs.addAll(new NativeNeeds(binding).read(id, body));
        }
    }

    /// The mapping under a name; null where there is none, which is fine where nothing was meant to be said.
    private Value.@Nullable Mapping bodyOf(Value.Field field, Set<String> known) {
        Value.Mapping body = binding.mapping(field.key(), field.value()).orElse(null);
        if (body != null) {
            binding.keys(body, known);
        }
        return body;
    }
}
