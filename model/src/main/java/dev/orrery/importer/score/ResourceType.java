package dev.orrery.importer.score;

import dev.orrery.importer.InfrastructureType;
import dev.orrery.topology.ServiceKind;
import java.util.Locale;
import java.util.Set;

/// What the type of a resource asks for. The specification leaves the types open.
sealed interface ResourceType {
    /// A thing that runs and can fail.
    record Infrastructure(ServiceKind kind) implements ResourceType {}

    /// Another workload, by its name.
    record Workload() implements ResourceType {}

    /// A name, a route, a volume, a rule: nothing that runs.
    record Settings() implements ResourceType {}

    Set<String> WORKLOADS = Set.of("service", "workload", "score-workload");
    Set<String> SETTINGS = Set.of(
            "dns",
            "route",
            "ingress",
            "tls-cert",
            "volume",
            "volume-pvc",
            "environment",
            "env",
            "config",
            "secret",
            "horizontal-pod-autoscaler",
            "hpa",
            "service-account",
            "service-port",
            "k8s-namespace",
            "k8s-service-account",
            "base-env",
            "workload-identity",
            "dapr-subscription");

    static ResourceType of(String type) {
        String plain = type.toLowerCase(Locale.ROOT);
        if (WORKLOADS.contains(plain)) {
            return new Workload();
        }
        if (SETTINGS.contains(plain)) {
            return new Settings();
        }
        return new Infrastructure(InfrastructureType.kindOf(plain)
                .orElse(plain.equals("endpoint") ? ServiceKind.EXTERNAL : ServiceKind.SERVICE));
    }
}
