package dev.orrery.probe.prometheus;

import dev.orrery.probe.Gate;
import dev.orrery.probe.KnownAs;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.Origin;
import dev.orrery.probe.RequestHeaders;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Measured;
import dev.orrery.topology.Measurement;
import dev.orrery.topology.ObservedCall;
import dev.orrery.topology.Service;
import dev.orrery.topology.Sighting;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Asks the servers that a topology names who was seen to call whom: by Tempo's service graph, and
/// by Istio.
public final class ObservedCalls {
    /// So long after its last call a pair still counts as seen.
    public static final Duration WINDOW = Duration.ofHours(1);

    private final Api api;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Duration window;

    /// @param trust asked anew for every connection
    /// @param secrets that checks name for their headers
    /// @param clock the time of day
    public ObservedCalls(
            Supplier<Trust> trust, NameLookup lookup, Secrets secrets, InstantSource clock, String userAgent, Tls tls) {
        this(trust, lookup, secrets, clock, userAgent, tls, WINDOW);
    }

    ObservedCalls(
            Supplier<Trust> trust,
            NameLookup lookup,
            Secrets secrets,
            InstantSource clock,
            String userAgent,
            Tls tls,
            Duration window) {
        this.api = new Api(new Gate(trust), lookup, userAgent, tls);
        this.secrets = secrets;
        this.clock = clock;
        this.window = window;
    }

    /// What was seen.
    ///
    /// @param sightings one for each server and measurement that answered, in the order of the services
    /// @param silent why some server could not tell, for people
    public record Seen(List<Sighting> sightings, List<String> silent) {
        public Seen {
            sightings = List.copyOf(sightings);
            silent = List.copyOf(silent);
        }

        /// All of it, sorted by pair.
        public List<ObservedCall> calls() {
            return sightings.stream()
                    .flatMap(sighting -> sighting.calls().stream())
                    .sorted()
                    .toList();
        }
    }

    /// Blocks until all servers have answered, one after the other.
    public Seen of(Topology topology) {
        Map<String, KnownAs> known = new HashMap<>();
        Map<Server, HealthCheck> servers = new LinkedHashMap<>();
        for (Service service : topology.services()) {
            known.put(service.id(), KnownAs.of(service));
            for (HealthCheck check : service.healthChecks()) {
                Measured measured = check.request().measured();
                if (measured != null && service.active()) {
                    servers.putIfAbsent(
                            new Server(check.url(), null, null, check.request().headers()), check);
                }
            }
        }
        Directory directory = new Directory(known);
        List<Sighting> sightings = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        servers.values().forEach(check -> ask(check, topology, directory, sightings, silent));
        return new Seen(sightings, silent);
    }

    private void ask(
            HealthCheck check, Topology topology, Directory directory, List<Sighting> sightings, List<String> silent) {
        Optional<Origin> origin = Origin.of(check.url());
        if (origin.isEmpty()) {
            return;
        }
        try {
            RequestHeaders headers = RequestHeaders.of(check.request(), secrets, origin.get());
            Survey survey = new Survey(api, check, origin.get(), headers);
            try {
                for (CallMetric metric : CallMetric.values()) {
                    Instant asked = clock.instant();
                    Result result = survey.query(metric.query(window));
                    Measurement measurement = metric.at(place(origin.get(), check));
                    sightings.add(sighting(metric, measurement, result, asked, topology, directory));
                }
            } catch (IOException failure) {
                silent.add(headers.redaction()
                        .clean(survey.missed(failure).reason().text()));
            }
        } catch (RequestHeaders.Withheld withheld) {
            silent.add(withheld.reason().text());
        }
    }

    private Sighting sighting(
            CallMetric metric,
            Measurement measurement,
            Result result,
            Instant asked,
            Topology topology,
            Directory directory) {
        CallTally tally = new CallTally(topology, measurement.evidence());
        for (Series series : result.series()) {
            tally.add(metric.caller(series.labels(), directory), metric.called(series.labels(), directory), series);
        }
        return new Sighting(measurement, asked.minus(window), asked, tally.calls(), new TreeMap<>(), tally.leftOut());
    }

    /// The server's URL without what is nobody's business.
    private static SourceLocation place(Origin origin, HealthCheck check) {
        String path = URI.create(check.url()).getRawPath();
        return SourceLocation.server(origin + (path == null ? "" : path.replaceAll("/+$", "")));
    }
}
