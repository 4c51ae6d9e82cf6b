package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What NetworkPolicies permit between workloads. A rule for everyone says nothing about anyone, and draws nothing.
final class Policies {
    private static final String RULE = "kubernetes.networkpolicy";
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";
    private static final int MOST_PAIRS = 200;

    private final Cluster cluster;
    private final Caller caller;
    private final Fields fields;
    private final Map<String, Map<String, String>> namespaces = new LinkedHashMap<>();

    Policies(List<Manifest> manifests, Cluster cluster, Caller caller, Fields fields) {
        this.cluster = cluster;
        this.caller = caller;
        this.fields = fields;
        for (Manifest manifest : manifests) {
            String namespace = manifest.type().is("Namespace", "") ? manifest.name() : manifest.namespaceOrDefault();
            Map<String, String> labels = namespaces.computeIfAbsent(namespace, name -> {
                Map<String, String> known = new LinkedHashMap<>();
                known.put(NAME_LABEL, name);
                return known;
            });
            if (manifest.type().is("Namespace", "")) {
                labels.putAll(fields.texts(manifest.body(), "metadata", "labels"));
            }
        }
    }

    void read(Manifest manifest) {
        Optional<Value.Mapping> spec = fields.mapping(manifest.body(), "spec");
        if (spec.isEmpty()) {
            return;
        }
        Set<String> subjects = select(manifest.namespaceOrDefault(), fields.mapping(spec.get(), "podSelector"));
        Set<Pair> pairs = new LinkedHashSet<>();
        long count = 0;
        for (Peer peer : peers(spec.get(), "ingress", "from")) {
            Set<String> others = select(manifest, peer.body());
            count += (long) others.size() * subjects.size();
            if (count <= MOST_PAIRS) {
                others.forEach(from -> subjects.forEach(to -> pairs.add(new Pair(from, to, peer.source()))));
            }
        }
        for (Peer peer : peers(spec.get(), "egress", "to")) {
            Set<String> others = select(manifest, peer.body());
            count += (long) others.size() * subjects.size();
            if (count <= MOST_PAIRS) {
                subjects.forEach(from -> others.forEach(to -> pairs.add(new Pair(from, to, peer.source()))));
            }
        }
        if (count > MOST_PAIRS) {
            fields.report(
                    Problem.info("kubernetes-wide-policy", manifest.source(), manifest.id(), String.valueOf(count)));
            return;
        }
        pairs.forEach(pair -> caller.add(pair.from(), pair.to(), Certainty.ALLOWED, RULE, pair.source()));
    }

    private List<Peer> peers(Value.Mapping spec, String direction, String side) {
        List<Peer> peers = new ArrayList<>();
        for (Value.Mapping rule : fields.mappings(spec, direction)) {
            for (Value.Mapping peer : fields.mappings(rule, side)) {
                peers.add(new Peer(peer, peer.source()));
            }
        }
        return peers;
    }

    /// An address block is none of the pods.
    private Set<String> select(Manifest manifest, Value.Mapping peer) {
        Optional<Value.Mapping> pods = fields.mapping(peer, "podSelector");
        Optional<Value.Mapping> within = fields.mapping(peer, "namespaceSelector");
        if (within.isEmpty()) {
            return pods.isEmpty() ? Set.of() : select(manifest.namespaceOrDefault(), pods);
        }
        Selector wanted = Selector.read(within.get(), fields);
        Set<String> found = new LinkedHashSet<>();
        namespaces.forEach((namespace, labels) -> {
            if (wanted.holds(labels)) {
                found.addAll(select(namespace, pods));
            }
        });
        return found;
    }

    /// No selector, and an empty one, mean all pods.
    private Set<String> select(String namespace, Optional<Value.Mapping> written) {
        Selector selector = written.map(known -> Selector.read(known, fields)).orElse(Selector.of(Map.of()));
        Set<String> found = new LinkedHashSet<>();
        cluster.pods().select(namespace, selector).forEach(workload -> found.add(workload.id()));
        return found;
    }

    private record Peer(Value.Mapping body, SourceLocation source) {}

    private record Pair(String from, String to, SourceLocation source) {}
}
