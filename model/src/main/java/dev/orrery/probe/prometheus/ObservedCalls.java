package dev.orrery.probe.prometheus;

import dev.orrery.probe.Gate;
import dev.orrery.probe.KnownAs;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.Origin;
import dev.orrery.probe.RequestHeaders;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Measured;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks the servers that a topology names who was seen to call whom: by Tempo's service graph, and
/// by Istio.
public final class ObservedCalls {
    private static final String TEMPO =
            "sum by (client, server, connection_type) (traces_service_graph_request_total) > 0";
    private static final String ISTIO = "sum by (source_canonical_service, source_workload,"
            + " source_workload_namespace, destination_canonical_service, destination_workload,"
            + " destination_workload_namespace) (istio_requests_total) > 0";

    private final Api api;
    private final Secrets secrets;

    /// @param trust asked anew for every connection
    /// @param secrets that checks name for their headers
    public ObservedCalls(Supplier<Trust> trust, NameLookup lookup, Secrets secrets, String userAgent, Tls tls) {
        this.api = new Api(new Gate(trust), lookup, userAgent, tls);
        this.secrets = secrets;
    }

    /// One service was seen to call another.
    ///
    /// @param kind null where it follows the target
    public record Call(String from, String to, @Nullable DependencyKind kind, Evidence evidence) {}

    /// What was seen.
    ///
    /// @param calls one for each pair and rule, sorted by pair
    /// @param strangers calls of which one end is no service of the topology, or is two
    /// @param silent why some server could not tell, for people
    public record Seen(List<Call> calls, int strangers, List<String> silent) {
        public Seen {
            calls = List.copyOf(calls);
            silent = List.copyOf(silent);
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
        Gathering gathering = new Gathering(topology, new Directory(known));
        servers.values().forEach(check -> ask(check, gathering));
        return new Seen(List.copyOf(gathering.calls.values()), gathering.strangers, gathering.silent);
    }

    private void ask(HealthCheck check, Gathering gathering) {
        Optional<Origin> origin = Origin.of(check.url());
        if (origin.isEmpty()) {
            return;
        }
        try {
            RequestHeaders headers = RequestHeaders.of(check.request(), secrets, origin.get());
            Survey survey = new Survey(api, check, origin.get(), headers);
            try {
                survey.query(TEMPO).series().forEach(gathering::tempo);
                survey.query(ISTIO).series().forEach(gathering::istio);
            } catch (IOException failure) {
                gathering.silent.add(headers.redaction()
                        .clean(survey.missed(failure).reason().text()));
            }
        } catch (RequestHeaders.Withheld withheld) {
            gathering.silent.add(withheld.reason().text());
        }
    }

    private static final class Gathering {
        private final Topology topology;
        private final Directory directory;
        private final SortedMap<String, Call> calls = new TreeMap<>();
        private final List<String> silent = new ArrayList<>();
        private int strangers;

        Gathering(Topology topology, Directory directory) {
            this.topology = topology;
            this.directory = directory;
        }

        void tempo(Series series) {
            Labels labels = series.labels();
            DependencyKind kind = switch (labels.get("connection_type").orElse("")) {
                case "messaging_system" -> DependencyKind.ASYNC;
                case "database" -> DependencyKind.DATA;
                default -> null;
            };
            enter(
                    labels.get("client").flatMap(name -> directory.byName(name, null)),
                    labels.get("server").flatMap(name -> directory.byName(name, null)),
                    kind,
                    "prometheus.tempo-service-graph");
        }

        void istio(Series series) {
            enter(end(series.labels(), "source"), end(series.labels(), "destination"), null, "prometheus.istio");
        }

        private Optional<String> end(Labels labels, String side) {
            String namespace = labels.get(side + "_workload_namespace")
                    .filter(name -> !name.equals("unknown"))
                    .orElse(null);
            return labels.get(side + "_canonical_service")
                    .flatMap(name -> directory.byName(name, namespace))
                    .or(() -> labels.get(side + "_workload").flatMap(name -> directory.byName(name, namespace)));
        }

        private void enter(Optional<String> from, Optional<String> to, @Nullable DependencyKind kind, String rule) {
            if (from.isEmpty() || to.isEmpty()) {
                strangers++;
            } else if (!from.equals(to)) {
                Service caller = topology.service(from.get()).orElseThrow();
                Evidence evidence = new Evidence(
                        Certainty.OBSERVED,
                        rule,
                        caller.healthChecks().stream()
                                .map(HealthCheck::source)
                                .findFirst()
                                .orElse(caller.source()));
                calls.putIfAbsent(
                        from.get() + "\n" + to.get() + "\n" + rule, new Call(from.get(), to.get(), kind, evidence));
            }
        }
    }
}
