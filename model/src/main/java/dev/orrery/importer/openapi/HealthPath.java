package dev.orrery.importer.openapi;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.EndpointUrl;
import dev.orrery.descriptor.Value;
import dev.orrery.topology.HealthCheck;
import java.util.List;
import java.util.Optional;

/// The path of an interface that is there to be asked about health, if one is.
final class HealthPath {
    /// The most telling first.
    private static final List<String> PATHS = List.of(
            "/actuator/health",
            "/health",
            "/healthz",
            "/health/ready",
            "/readyz",
            "/health/live",
            "/livez",
            "/status",
            "/ping");

    private HealthPath() {}

    /// @param servers of which the first one counts that leaves nothing open
    static Optional<HealthCheck> of(Value.Mapping root, List<String> servers) {
        if (!(root.get("paths").orElse(null) instanceof Value.Mapping paths)) {
            return Optional.empty();
        }
        return PATHS.stream()
                .flatMap(path -> paths.field(path).stream())
                .filter(field -> field.value() instanceof Value.Mapping methods
                        && methods.get("get").isPresent())
                .flatMap(field -> servers.stream().flatMap(server -> check(server, field).stream()))
                .findFirst();
    }

    private static Optional<HealthCheck> check(String server, Value.Field path) {
        String base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        String url = base + path.key();
        boolean isUsable = (url.startsWith("http://") || url.startsWith("https://"))
                && EndpointUrl.isUsable(new Value.Scalar(url, Value.Type.TEXT, path.keySource()), new Binding(_ -> {}));
        return isUsable
                ? Optional.of(new HealthCheck(
                        url, HealthCheck.DEFAULT_INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, path.keySource()))
                : Optional.empty();
    }
}
