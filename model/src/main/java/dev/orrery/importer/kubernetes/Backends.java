package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import dev.orrery.topology.Certainty;
import java.util.List;

/// Where routes lead. A route states its backend, so one that is nowhere in the input is missing there, not here.
record Backends(Cluster cluster, Caller caller) {

    /// The Service that a route names.
    Manifest.Key meant(Manifest route, Manifest.Key written) {
        return cluster.meant(route, written);
    }

    /// @param isStated whether the namespace is written, so that it is a part of the id
    void need(String from, Manifest.Key service, boolean isStated, String rule, Value.Scalar place) {
        List<String> found = cluster.behind(service);
        if (found.isEmpty()) {
            String missing = isStated ? service.namespace() + "/" + service.name() : service.name();
            caller.add(from, missing, Certainty.DECLARED, rule, place.source());
        }
        found.forEach(to -> caller.add(from, to, Certainty.DECLARED, rule, place.source()));
    }

    /// A backend by its host name; one that is no name of this cluster's is nothing to us.
    void host(String from, Manifest manifest, String host, String rule, Value.Scalar place) {
        List<String> found = cluster.find(host, manifest, true);
        HostName name = HostName.of(host);
        if (!found.isEmpty()) {
            found.forEach(to -> caller.add(from, to, Certainty.DECLARED, rule, place.source()));
        } else if (name.isComplete()) {
            need(from, name.service(), true, rule, place);
        } else if (name.labels().size() == 1) {
            Manifest.Key service = new Manifest.Key(
                    manifest.namespaceOrDefault(), name.labels().getFirst());
            need(from, service, manifest.namespace().isPresent(), rule, place);
        }
    }
}
