package dev.orrery.topology;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One server for all: whatever is not excepted is not asked itself, but looked up in a server
/// that keeps measurements.
///
/// @param url of the server; what goes before `/api/v1`
/// @param query whose results belong to the services that their labels name; null for the usual
///     metrics
/// @param alertmanager its URL; null where the server's own alerts count
/// @param failOn severities of alerts that mean a failure
/// @param except ids, or patterns in which `*` stands for any text, of services that are asked
///     themselves
/// @param interval from one question to the next, and about how often the server measures
/// @param timeout for everything that is asked together
/// @param headers header name to the name of the secret that is its value
public record PrometheusRule(
        String url,
        @Nullable String query,
        @Nullable String alertmanager,
        SortedSet<String> failOn,
        List<String> except,
        Duration interval,
        Duration timeout,
        NavigableMap<String, String> headers,
        SourceLocation source) {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    public PrometheusRule {
        failOn = Collections.unmodifiableSortedSet(new TreeSet<>(failOn));
        except = List.copyOf(except);
        headers = Collections.unmodifiableNavigableMap(new TreeMap<>(headers));
    }

    /// A rule of which nothing is stated but the server.
    public static PrometheusRule of(String url, SourceLocation source) {
        return new PrometheusRule(
                url,
                null,
                null,
                new TreeSet<>(),
                List.of(),
                HealthCheck.DEFAULT_INTERVAL,
                DEFAULT_TIMEOUT,
                new TreeMap<>(),
                source);
    }

    /// The topology with a check for each service that the rule covers, and that states none of
    /// this kind itself.
    public Topology cover(Topology topology) {
        return topology.withServices(
                topology.services().stream().map(this::covered).toList());
    }

    private Service covered(Service service) {
        boolean stated = service.healthChecks().stream()
                .anyMatch(check -> check.request().measured() != null);
        if (stated || except.stream().anyMatch(pattern -> Wildcard.matches(pattern, service.id()))) {
            return service;
        }
        List<HealthCheck> declared = service.healthChecks();
        Duration bound = declared.isEmpty() ? null : declared.getFirst().degradedAbove();
        SourceLocation place =
                declared.isEmpty() ? service.source() : declared.getFirst().source();
        Measured measured = new Measured(query, true, alertmanager, failOn, declared);
        return service.withHealthChecks(List.of(new HealthCheck(
                url, interval, timeout, bound, Expectation.NONE, new HealthRequest(headers, false, measured), place)));
    }

    /// The same check, put to this server.
    HealthCheck takeOver(HealthCheck check, Measured measured) {
        return new HealthCheck(
                url,
                check.interval(),
                check.timeout(),
                check.degradedAbove(),
                check.expect(),
                new HealthRequest(headers, false, measured.under(this)),
                check.source());
    }
}
