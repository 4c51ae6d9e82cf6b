package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Draft;
import java.util.List;

/// Reads manifests into a draft: the services first, so that every rule knows whom a name means.
final class ClusterReading {
    private final List<Manifest> manifests;
    private final Effort effort;
    private final Fields fields;

    ClusterReading(List<Manifest> manifests, Effort effort, Fields fields) {
        this.manifests = manifests;
        this.effort = effort;
        this.fields = fields;
    }

    Draft read(String format, String scope) {
        Cluster cluster = new Cluster(manifests, effort, fields);
        Caller caller = new Caller(cluster, effort, fields);
        Gateways gateways = new Gateways(cluster.ids());
        List<Door> doors = routes(cluster, caller, gateways);
        Calls calls = new Calls(new ConfigMaps(manifests, fields), caller, effort, fields);
        cluster.workloads().forEach(calls::read);
        Policies policies = new Policies(manifests, cluster, caller, fields);
        manifests.stream()
                .filter(manifest -> manifest.type().is("NetworkPolicy", "networking.k8s.io", "extensions"))
                .forEach(policies::read);
        Draft.Builder draft = Draft.of(format, scope);
        services(cluster, gateways, doors, draft);
        caller.needs().forEach(draft::add);
        return draft.build();
    }

    private List<Door> routes(Cluster cluster, Caller caller, Gateways gateways) {
        Backends backends = new Backends(cluster, caller);
        Ingresses ingresses = new Ingresses(gateways, backends, fields);
        manifests.stream()
                .filter(manifest -> manifest.type().is("Ingress", "networking.k8s.io", "extensions"))
                .forEach(ingresses::read);
        Routes routes = new Routes(gateways, backends, fields);
        routes.prepare(manifests);
        manifests.forEach(routes::read);
        return ingresses.doors();
    }

    private void services(Cluster cluster, Gateways gateways, List<Door> doors, Draft.Builder draft) {
        ServiceWriting writing = new ServiceWriting(cluster, fields);
        Enclosures enclosures = new Enclosures(manifests, draft, fields);
        Releases releases = new Releases(manifests, cluster, fields);
        Reach reach = new Reach(cluster, doors, fields);
        for (Workload workload : cluster.workloads()) {
            if (workload.isFirst()) {
                draft.add(writing.workload(workload, reach.checks(workload), releases.of(workload)));
                enclosures.enclose(workload.id(), workload.manifest());
            }
        }
        for (Cluster.Own own : cluster.own()) {
            draft.add(writing.own(own));
            enclosures.enclose(own.id(), own.service().manifest());
        }
        for (Gateways.Gateway gateway : gateways.all()) {
            draft.add(writing.gateway(gateway));
            enclosures.enclose(gateway.id(), gateway.manifest());
        }
        reach.reportUnreachable();
    }
}
