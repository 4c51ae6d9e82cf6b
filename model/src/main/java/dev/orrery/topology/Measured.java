package dev.orrery.topology;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How a check is answered by a server that keeps measurements, Prometheus or one that speaks
/// like it, in place of the service itself. The check's URL is that server's.
///
/// @param query whose result says how the service is; null for what the server knows by the
///     service's names and addresses
/// @param byLabels whether of the query's results only those count whose labels name the
///     service, or all
/// @param alertmanager that knows which alerts hold for it; null where the server's own count
/// @param failOn severities of alerts that mean a failure; all others are warnings at most
/// @param declared the checks that would be asked without that server, at places that say
///     nothing; their addresses tell which measurements are meant
public record Measured(
        @Nullable String query,
        boolean byLabels,
        @Nullable String alertmanager,
        SortedSet<String> failOn,
        List<HealthCheck> declared) {
    private static final SourceLocation NOWHERE = SourceLocation.startOf("");

    public Measured {
        failOn = Collections.unmodifiableSortedSet(new TreeSet<>(failOn));
        // Moving lines in a file is no other question.
        declared = declared.stream().map(check -> check.at(NOWHERE)).toList();
    }

    /// By what the server knows of the service by its names and addresses, its own alerts
    /// included.
    public static Measured byNames(List<HealthCheck> declared) {
        return new Measured(null, true, null, new TreeSet<>(), declared);
    }

    Measured declaring(List<HealthCheck> others) {
        return new Measured(query, byLabels, alertmanager, failOn, others);
    }

    /// The same put to the server of a rule.
    Measured under(PrometheusRule rule) {
        return new Measured(
                query == null ? rule.query() : query,
                byLabels,
                byLabels ? rule.alertmanager() : null,
                rule.failOn(),
                declared);
    }
}
