package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.EndpointUrl;
import dev.orrery.descriptor.Value;
import dev.orrery.importer.kubernetes.CoreService.ServicePort;
import dev.orrery.problem.Problem;
import dev.orrery.topology.HealthCheck;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where this computer reaches what a probe asks: through an Ingress, at a load balancer's address, or at a node port.
/// Everything else is inside the cluster.
final class Reach {
    private final Cluster cluster;
    private final Map<Manifest.Key, List<Door>> byBackend;
    private final Map<String, List<Door>> byHost;
    private final Fields fields;
    private final Map<String, Unreachable> unreachable = new TreeMap<>();

    Reach(Cluster cluster, List<Door> doors, Fields fields) {
        this.cluster = cluster;
        this.byBackend = doors.stream().collect(Collectors.groupingBy(Door::backend));
        this.byHost = doors.stream().collect(Collectors.groupingBy(Door::host));
        this.fields = fields;
    }

    List<HealthCheck> checks(Workload workload) {
        List<Value.Mapping> containers = workload.containers(fields);
        Optional<Probe> probe = Probe.of(containers, fields);
        if (probe.isEmpty()) {
            return List.of();
        }
        Optional<String> url = url(workload, probe.get());
        if (url.isEmpty()) {
            unreachable.merge(
                    probe.get().source().file(),
                    new Unreachable(1, probe.get()),
                    (known, more) -> new Unreachable(known.count() + more.count(), known.first()));
            return List.of();
        }
        Value.Scalar asked =
                new Value.Scalar(url.get(), Value.Type.TEXT, probe.get().source());
        return EndpointUrl.isUsable(asked, fields.binding())
                ? List.of(new HealthCheck(
                        asked.text(), probe.get().interval(), probe.get().timeout(), null, asked.source()))
                : List.of();
    }

    /// One notice a file: that a cluster keeps its health to itself is normal.
    void reportUnreachable() {
        unreachable
                .values()
                .forEach(some -> fields.report(Problem.info(
                        "kubernetes-probe-not-reachable", some.first().source(), String.valueOf(some.count()))));
    }

    private Optional<String> url(Workload workload, Probe probe) {
        // Behind a name that several share, nobody can tell which of them answers.
        List<CoreService> alone = cluster.doors(workload.id()).stream()
                .filter(service -> cluster.behind(service.manifest().key()).size() == 1)
                .toList();
        return alone.stream()
                .flatMap(service -> throughIngress(workload, service, probe).stream())
                .findFirst()
                .or(() -> alone.stream()
                        .flatMap(service -> atAddress(workload, service, probe).stream())
                        .findFirst())
                .or(() -> alone.stream()
                        .flatMap(service -> atNodePort(workload, service, probe).stream())
                        .findFirst());
    }

    private List<ServicePort> ports(Workload workload, CoreService service, Probe probe) {
        return service.ports().stream()
                .filter(port -> Probe.port(workload.containers(fields), port.target(), fields)
                        .filter(number -> number == probe.port())
                        .isPresent())
                .toList();
    }

    private Optional<String> throughIngress(Workload workload, CoreService service, Probe probe) {
        if (!probe.scheme().startsWith("http")) {
            return Optional.empty();
        }
        List<ServicePort> ports = ports(workload, service, probe);
        return byBackend.getOrDefault(service.manifest().key(), List.of()).stream()
                .filter(door -> ports.stream().anyMatch(port -> isPort(door, port)))
                .filter(door -> !door.host().isEmpty() && !door.host().contains("*") && !door.isRewritten())
                .filter(door ->
                        best(door.host(), probe.path()).filter(door::equals).isPresent())
                .map(door -> (door.isTls() ? "https://" : "http://") + door.host() + probe.path())
                .findFirst();
    }

    private Optional<Door> best(String host, String path) {
        return byHost.getOrDefault(host, List.of()).stream()
                .filter(door -> door.leads(path))
                .max(Comparator.comparingInt(Door::precision));
    }

    private static boolean isPort(Door door, ServicePort port) {
        return door.port().isEmpty()
                || door.port().equals(String.valueOf(port.port()))
                || door.port().equals(port.name());
    }

    private Optional<String> atAddress(Workload workload, CoreService service, Probe probe) {
        if (!service.type().equals("LoadBalancer")) {
            return Optional.empty();
        }
        Optional<String> address = fields.mapping(service.manifest().body(), "status", "loadBalancer").stream()
                .flatMap(balancer -> fields.mappings(balancer, "ingress").stream())
                .flatMap(entry -> fields.text(entry, "hostname").or(() -> fields.text(entry, "ip")).stream())
                .findFirst()
                .or(() -> fields.mapping(service.manifest().body(), "spec")
                        .flatMap(spec -> fields.text(spec, "loadBalancerIP")));
        return address.flatMap(host ->
                ports(workload, service, probe).stream().findFirst().map(port -> url(probe, host, port.port())));
    }

    private Optional<String> atNodePort(Workload workload, CoreService service, Probe probe) {
        boolean isOpen = service.type().equals("NodePort") || service.type().equals("LoadBalancer");
        return ports(workload, service, probe).stream()
                .filter(_ -> isOpen)
                .flatMap(port -> port.nodePort().stream())
                .findFirst()
                .map(port -> url(probe, "localhost", port));
    }

    private static String url(Probe probe, String host, int port) {
        return probe.scheme() + "://" + host + ":" + port + probe.path();
    }

    private record Unreachable(int count, Probe first) {}
}
