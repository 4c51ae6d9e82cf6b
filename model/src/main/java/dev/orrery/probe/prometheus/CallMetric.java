package dev.orrery.probe.prometheus;

import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Measurement;
import dev.orrery.topology.SourceLocation;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The counters by which a server tells who calls whom.
enum CallMetric {
    /// Of the metrics generator of Grafana Tempo, from pairs of spans.
    TEMPO(
            "prometheus.tempo-service-graph",
            "traces_service_graph_request_total",
            "client, server, " + CallMetric.CONNECTION) {
        @Override
        Set<DependencyKind> kinds() {
            return EnumSet.allOf(DependencyKind.class);
        }

        @Override
        Optional<String> caller(Labels labels, Directory directory) {
            return labels.get("client").flatMap(name -> directory.byName(name, null));
        }

        @Override
        Optional<String> called(Labels labels, Directory directory) {
            return labels.get("server").flatMap(name -> directory.byName(name, null));
        }
    },
    /// Of Istio's proxies, for HTTP and gRPC.
    ISTIO(
            "prometheus.istio",
            "istio_requests_total",
            "source_canonical_service, source_workload, source_workload_namespace,"
                    + " destination_canonical_service, destination_workload, destination_workload_namespace") {
        @Override
        Set<DependencyKind> kinds() {
            return EnumSet.of(DependencyKind.SYNC);
        }

        @Override
        Optional<String> caller(Labels labels, Directory directory) {
            return end(labels, "source", directory);
        }

        @Override
        Optional<String> called(Labels labels, Directory directory) {
            return end(labels, "destination", directory);
        }
    };

    /// Whether Tempo saw a message or a database between the two.
    static final String CONNECTION = "connection_type";

    private final String rule;
    private final String counter;
    private final String labels;

    CallMetric(String rule, String counter, String labels) {
        this.rule = rule;
        this.counter = counter;
        this.labels = labels;
    }

    /// @param server where it is kept
    Measurement at(SourceLocation server) {
        return new Measurement(rule, server, new TreeSet<>(kinds()));
    }

    /// How many calls there were lately, by pair; pairs without one are left out.
    ///
    /// The increase of a counter misses what it was born with: where there are few calls, that is all of them. So a
    /// counter that was not there before counts as it stands.
    String query(Duration lately) {
        String window = lately.toSeconds() + "s";
        return "sum by (" + labels + ") (increase(" + counter + "[" + window + "]) > 0"
                + " or (last_over_time(" + counter + "[" + window + "]) > 0 unless " + counter + " offset " + window
                + ")) > 0";
    }

    /// Of which dependencies it counts the calls.
    abstract Set<DependencyKind> kinds();

    /// The id of who called; empty where that is no service of ours, or two.
    abstract Optional<String> caller(Labels labels, Directory directory);

    /// The id of who was called.
    abstract Optional<String> called(Labels labels, Directory directory);

    private static Optional<String> end(Labels labels, String side, Directory directory) {
        String namespace = labels.get(side + "_workload_namespace")
                .filter(name -> !name.equals("unknown"))
                .orElse(null);
        return labels.get(side + "_canonical_service")
                .flatMap(name -> directory.byName(name, namespace))
                .or(() -> labels.get(side + "_workload").flatMap(name -> directory.byName(name, namespace)));
    }
}
