package dev.orrery.importer.compose;

import dev.orrery.descriptor.Draft;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// All that one Compose service declares to need of others.
final class ComposeNeeds {
    private static final String COMPLETED = "service_completed_successfully";
    private static final Set<String> CONDITIONS = Set.of("service_started", "service_healthy", COMPLETED);
    private static final String OF_SERVICE = "service:";
    private static final String OF_CONTAINER = "container:";

    private final ComposeBinding binding;
    private final String from;
    private final List<Draft.Need> needs = new ArrayList<>();
    private final Set<String> awaited = new TreeSet<>();

    private ComposeNeeds(String from, ComposeBinding binding) {
        this.from = from;
        this.binding = binding;
    }

    static ComposeNeeds read(String from, Value.Mapping service, ServiceNames names, ComposeBinding binding) {
        ComposeNeeds read = new ComposeNeeds(from, binding);
        read.dependsOn(service);
        read.links(service);
        read.volumesFrom(service);
        for (String key : List.of("network_mode", "ipc", "pid", "uts", "cgroup")) {
            read.shared(service, key);
        }
        read.sharedNetwork(service, names);
        return read;
    }

    List<Draft.Need> declared() {
        return List.copyOf(needs);
    }

    /// The services that must have ended before this one starts.
    Set<String> awaited() {
        return awaited;
    }

    private void dependsOn(Value.Mapping service) {
        switch (service.get("depends_on").orElse(null)) {
            case null -> {}
            case Value.Sequence list ->
                list.items()
                        .forEach(item -> binding.known("depends_on", item)
                                .ifPresent(target -> add(target, "compose.depends_on", true)));
            case Value.Mapping map ->
                map.fields().forEach(field -> {
                    if (isOpen(field.value())) {
                        binding.known("depends_on", field.value());
                    } else {
                        conditional(field);
                    }
                });
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
            if (binding.known(details, "condition")
                    .filter(condition -> condition.text().equals(COMPLETED))
                    .isPresent()) {
                awaited.add(field.key());
            }
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
            if (!source.text().startsWith(OF_CONTAINER)) {
                add(beforeColon(source), "compose.volumes_from", true);
            }
        }
    }

    private void shared(Value.Mapping service, String key) {
        binding.known(service, key)
                .filter(mode -> mode.text().startsWith(OF_SERVICE))
                .ifPresent(mode -> add(afterPrefix(mode, OF_SERVICE), "compose." + key, true));
    }

    /// Version 1 calls a service a container, as it does a container that is none of its services.
    private void sharedNetwork(Value.Mapping service, ServiceNames names) {
        binding.known(service, "net")
                .filter(mode -> mode.text().startsWith(OF_CONTAINER))
                .map(mode -> afterPrefix(mode, OF_CONTAINER))
                .flatMap(container -> names.service(container.text()).map(id -> OpenText.part(container, id)))
                .ifPresent(target -> add(target, "compose.net", true));
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

    private static boolean isOpen(Value value) {
        return value instanceof Value.Scalar scalar && !OpenText.isComplete(scalar);
    }

    private static Value.Scalar afterPrefix(Value.Scalar scalar, String prefix) {
        return OpenText.part(scalar, scalar.text().substring(prefix.length()));
    }

    private static Value.Scalar beforeColon(Value.Scalar scalar) {
        int colon = scalar.text().indexOf(':');
        return colon < 0 ? scalar : OpenText.part(scalar, scalar.text().substring(0, colon));
    }
}
