package dev.orrery.importer.compose;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// All statements of one Compose service that it needs another.
final class ComposeNeeds {
    private static final Set<String> CONDITIONS =
            Set.of("service_started", "service_healthy", "service_completed_successfully");
    private static final String OF_SERVICE = "service:";

    private final ComposeBinding binding;
    private final String from;
    private final List<Draft.Need> needs = new ArrayList<>();

    private ComposeNeeds(String from, ComposeBinding binding) {
        this.from = from;
        this.binding = binding;
    }

    static List<Draft.Need> read(String from, Value.Mapping service, ComposeBinding binding) {
        ComposeNeeds read = new ComposeNeeds(from, binding);
        read.dependsOn(service);
        read.links(service);
        read.volumesFrom(service);
        for (String key : List.of("network_mode", "ipc", "pid")) {
            read.shared(service, key);
        }
        return read.needs;
    }

    private void dependsOn(Value.Mapping service) {
        switch (service.get("depends_on").orElse(null)) {
            case null -> {}
            case Value.Sequence list ->
                list.items()
                        .forEach(item -> binding.known("depends_on", item)
                                .ifPresent(target -> add(target, "compose.depends_on", true)));
            case Value.Mapping map -> map.fields().forEach(this::conditional);
            case Value.Scalar scalar -> {
                if (scalar.type() != Value.Type.NULL) {
                    binding.report(Problem.error("expected-list-or-mapping", scalar.source(), "depends_on"));
                }
            }
        }
    }

    private void conditional(Value.Field field) {
        boolean required = true;
        Value.Mapping details =
                binding.plain().mapping(field.key(), field.value()).orElse(null);
        if (details != null) {
            required = binding.plain().bool(details, "required").orElse(true);
            binding.known(details, "condition")
                    .filter(condition -> !CONDITIONS.contains(condition.text()))
                    .ifPresent(condition ->
                            binding.report(Problem.warning("unknown-condition", condition.source(), condition.text())));
        }
        add(new Value.Scalar(field.key(), Value.Type.TEXT, field.keySource()), "compose.depends_on", required);
    }

    /// `db`, or `db:alias`.
    private void links(Value.Mapping service) {
        for (Value.Scalar link : texts(service, "links")) {
            add(beforeColon(link), "compose.links", true);
        }
    }

    /// `data`, or `data:ro`; `container:name` is no service.
    private void volumesFrom(Value.Mapping service) {
        for (Value.Scalar source : texts(service, "volumes_from")) {
            if (!source.text().startsWith("container:")) {
                add(beforeColon(source), "compose.volumes_from", true);
            }
        }
    }

    private void shared(Value.Mapping service, String key) {
        binding.known(service, key)
                .filter(mode -> mode.text().startsWith(OF_SERVICE))
                .ifPresent(mode -> add(with(mode, mode.text().substring(OF_SERVICE.length())), "compose." + key, true));
    }

    private List<Value.Scalar> texts(Value.Mapping service, String key) {
        return service.get(key).stream()
                .flatMap(value -> binding.plain().items(key, value).stream())
                .flatMap(item -> binding.known(key, item).stream())
                .toList();
    }

    private void add(Value.Scalar target, String rule, boolean required) {
        if (target.text().isBlank()) {
            binding.report(Problem.error("empty-name", target.source()));
            return;
        }
        Evidence evidence = new Evidence(Certainty.DECLARED, rule, target.source());
        needs.add(new Draft.Need(from, target.text(), null, required, null, null, evidence));
    }

    private static Value.Scalar beforeColon(Value.Scalar scalar) {
        int colon = scalar.text().indexOf(':');
        return colon < 0 ? scalar : with(scalar, scalar.text().substring(0, colon));
    }

    private static Value.Scalar with(Value.Scalar scalar, String text) {
        return new Value.Scalar(text, scalar.type(), scalar.source());
    }
}
