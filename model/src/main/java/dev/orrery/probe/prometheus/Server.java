package dev.orrery.probe.prometheus;

import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Measured;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/// Whom to ask, and about what: all targets for which this is equal share the answers.
///
/// @param url of the server
/// @param alertmanager its URL; null where the server's own alerts count
/// @param query that a rule states for all; null for the usual metrics
/// @param headers header name to the name of the secret that is its value
record Server(
        String url, @Nullable String alertmanager, @Nullable String query, NavigableMap<String, String> headers) {

    static Server of(HealthCheck check, Measured measured) {
        return new Server(
                check.url(),
                measured.alertmanager(),
                measured.query(),
                check.request().headers());
    }
}
