package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.EndpointUrl;
import dev.orrery.descriptor.Value;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the cluster itself asks a container for its health.
///
/// @param scheme `http`, `https`, `grpc` or `tcp`
/// @param port of the container
/// @param path with its `/`; empty where there is none
record Probe(String scheme, int port, String path, Duration interval, Duration timeout, SourceLocation source) {
    /// Whether it is ready to serve is what matters from outside.
    private static final List<String> PROBES = List.of("readinessProbe", "livenessProbe", "startupProbe");

    private static final int LONGEST = 86_400;

    /// The first one that could be asked over a network. A command runs inside the container only.
    static Optional<Probe> of(List<Value.Mapping> containers, Fields fields) {
        for (String key : PROBES) {
            for (Value.Mapping container : containers) {
                Optional<Probe> found = fields.mapping(container, key).flatMap(probe -> read(container, probe, fields));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// The number of a port that may be given by its name in the container.
    static Optional<Integer> port(List<Value.Mapping> containers, String numberOrName, Fields fields) {
        if (EndpointUrl.isPort(numberOrName)) {
            return Optional.of(Integer.parseInt(numberOrName));
        }
        return containers.stream()
                .flatMap(container -> fields.mappings(container, "ports").stream())
                .filter(port ->
                        fields.text(port, "name").filter(numberOrName::equals).isPresent())
                .flatMap(port -> fields.binding().whole(port, "containerPort", 1, 65_535).stream())
                .findFirst();
    }

    private static Optional<Probe> read(Value.Mapping container, Value.Mapping probe, Fields fields) {
        for (String action : List.of("httpGet", "tcpSocket", "grpc")) {
            Optional<Value.Mapping> asked = fields.mapping(probe, action);
            // Another host than the pod's own says nothing about the pod.
            boolean isElsewhere = asked.flatMap(known -> known.get("host")).isPresent();
            if (asked.isPresent() && !isElsewhere) {
                return fields.text(asked.get(), "port")
                        .flatMap(port -> port(List.of(container), port, fields))
                        .map(port -> new Probe(
                                scheme(action, asked.get(), fields),
                                port,
                                path(action, asked.get(), fields),
                                seconds(probe, "periodSeconds", HealthCheck.DEFAULT_INTERVAL, fields),
                                seconds(probe, "timeoutSeconds", HealthCheck.DEFAULT_TIMEOUT, fields),
                                asked.get().source()));
            }
        }
        return Optional.empty();
    }

    private static String scheme(String action, Value.Mapping asked, Fields fields) {
        return switch (action) {
            case "httpGet" ->
                fields.text(asked, "scheme").filter("HTTPS"::equalsIgnoreCase).isPresent() ? "https" : "http";
            case "grpc" -> "grpc";
            default -> "tcp";
        };
    }

    private static String path(String action, Value.Mapping asked, Fields fields) {
        return switch (action) {
            case "httpGet" -> {
                String path = fields.text(asked, "path").orElse("/");
                yield path.startsWith("/") ? path : "/" + path;
            }
            case "grpc" -> fields.text(asked, "service").map(name -> "/" + name).orElse("");
            default -> "";
        };
    }

    private static Duration seconds(Value.Mapping probe, String key, Duration otherwise, Fields fields) {
        return fields.binding()
                .whole(probe, key, 1, LONGEST)
                .map(Duration::ofSeconds)
                .orElse(otherwise);
    }
}
