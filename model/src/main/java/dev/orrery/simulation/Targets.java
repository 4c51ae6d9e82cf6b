package dev.orrery.simulation;

import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/// What of a declared address a simulated endpoint keeps.
final class Targets {
    private Targets() {}

    /// The path and query of the first check, or where services of that technology are usually asked.
    static String pathOf(Service service) {
        List<HealthCheck> checks = service.healthChecks();
        return checks.isEmpty()
                ? Format.of(service).path()
                : pathOf(service, checks.getFirst().url());
    }

    static String pathOf(Service service, String url) {
        URI uri = parsed(url);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getRawPath() == null || uri.getRawPath().isEmpty()) {
            return web ? "/" : Format.of(service).path();
        }
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    /// The port of the first check where that is of this computer; 0 for any other.
    static int declaredPort(Service service) {
        for (HealthCheck check : service.healthChecks()) {
            URI uri = parsed(check.url());
            if (isLoopback(uri.getHost()) && uri.getPort() > 0) {
                return uri.getPort();
            }
        }
        return 0;
    }

    private static boolean isLoopback(String host) {
        return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
    }

    private static URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException _) {
            return URI.create("");
        }
    }
}
