package dev.orrery.probe.body;

import dev.orrery.health.Health;
import dev.orrery.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Consul's catalogue: the instances of a service with their checks, or a list of checks. An instance is as its worst
/// check, those of its node included.
final class Consul implements BodyFormat {
    private static final String FORMAT = "consul";

    @Override
    public Optional<BodyHealth> read(Json body) {
        if (!(body instanceof Json.Arr(List<Json> items)) || items.isEmpty()) {
            return Optional.empty();
        }
        return Fields.objects(items, Consul::isInstance)
                .map(Consul::ofInstances)
                .or(() -> Fields.objects(items, Consul::isCheck).map(Consul::ofChecks));
    }

    private static boolean isInstance(Json.Obj instance) {
        return Fields.object(instance, "Node").isPresent()
                && Fields.object(instance, "Service").isPresent()
                && Fields.list(instance, "Checks")
                        .flatMap(checks -> Fields.objects(checks, Consul::isCheck))
                        .isPresent();
    }

    private static boolean isCheck(Json.Obj check) {
        return Fields.text(check, "CheckID").isPresent()
                && Fields.status(check)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .filter(Set.of("passing", "warning", "critical", "maintenance", "unknown")::contains)
                        .isPresent();
    }

    private static BodyHealth ofInstances(List<Json.Obj> instances) {
        List<Part> parts = new ArrayList<>();
        for (Json.Obj instance : instances) {
            List<Part> checks = Fields.list(instance, "Checks")
                    .flatMap(all -> Fields.objects(all, Consul::isCheck))
                    .orElse(List.of())
                    .stream()
                    .map(Consul::check)
                    .toList();
            Json.Obj service = Fields.object(instance, "Service").orElseGet(Json::object);
            String name = Fields.firstText(service, "ID", "Service").orElse("?");
            // Consul itself counts an instance without checks as passing.
            parts.add(instance(name, checks));
        }
        Set<String> services = instances.stream()
                .flatMap(instance ->
                        Fields.object(instance, "Service").flatMap(service -> Fields.text(service, "Service")).stream())
                .collect(Collectors.toSet());
        Health says = services.size() == 1 ? Instances.together(parts) : Instances.worst(parts);
        return new BodyHealth(FORMAT, says, word(says), parts);
    }

    private static BodyHealth ofChecks(List<Json.Obj> checks) {
        Map<String, List<Part>> byInstance = new LinkedHashMap<>();
        for (Json.Obj check : checks) {
            String id = Fields.text(check, "ServiceID")
                    .map(service ->
                            Fields.text(check, "Node").map(node -> node + ":").orElse("") + service)
                    .orElse("");
            byInstance.computeIfAbsent(id, _ -> new ArrayList<>()).add(check(check));
        }
        Set<String> services = checks.stream()
                .map(check -> Fields.text(check, "ServiceName").orElse(""))
                .collect(Collectors.toSet());
        boolean ofOneService = services.size() == 1 && !byInstance.containsKey("");
        if (!ofOneService || byInstance.size() == 1) {
            List<Part> parts = checks.stream().map(Consul::check).toList();
            Health says = Instances.worst(parts);
            return new BodyHealth(FORMAT, says, word(says), parts);
        }
        List<Part> parts = byInstance.entrySet().stream()
                .map(entry -> instance(entry.getKey(), entry.getValue()))
                .toList();
        Health says = Instances.together(parts);
        return new BodyHealth(FORMAT, says, word(says), parts);
    }

    private static Part instance(String name, List<Part> checks) {
        Health worst = checks.isEmpty() ? Health.UP : Instances.worst(checks);
        return new Part(name, word(worst), worst, null, checks);
    }

    private static Part check(Json.Obj check) {
        String id = Fields.text(check, "CheckID").orElse("");
        boolean resting = id.startsWith("_node_maintenance") || id.startsWith("_service_maintenance");
        String word = resting ? "maintenance" : Fields.status(check).orElse("");
        return Part.of(id, word, Fields.firstText(check, "Output", "Notes"));
    }

    private static String word(Health health) {
        return switch (health) {
            case UP -> "passing";
            case DEGRADED -> "warning";
            case DOWN -> "critical";
            case UNKNOWN, PENDING -> "maintenance";
        };
    }
}
