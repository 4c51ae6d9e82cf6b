package dev.orrery.importer.kubernetes;

import dev.orrery.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which name leads to which service. A Service of the core group is no service by itself where pods are behind it: it
/// is a name of the workload that they belong to.
final class Cluster {
    /// More behind one Service is a proxy to many, or a selector that was left too wide.
    private static final int MOST_BEHIND = 20;

    private final List<Workload> workloads;
    private final Pods pods;
    private final Ids ids;
    private final Fields fields;
    private final Set<String> namespaces = new HashSet<>();
    private final Map<Manifest.Key, List<String>> byService = new HashMap<>();
    private final Map<Manifest.Key, List<String>> byWorkload = new HashMap<>();
    private final Map<String, List<String>> unstated = new HashMap<>();
    private final Map<String, List<CoreService>> doors = new TreeMap<>();
    private final Map<String, List<Map<String, String>>> labels = new HashMap<>();
    private final Map<Manifest.Key, Own> own =
            new TreeMap<>(Comparator.comparing(Manifest.Key::namespace).thenComparing(Manifest.Key::name));

    Cluster(List<Manifest> manifests, Effort effort, Fields fields) {
        this.fields = fields;
        this.ids = new Ids(fields);
        this.workloads = ids.workloads(manifests);
        this.pods = new Pods(workloads, effort);
        manifests.forEach(manifest -> manifest.namespace().ifPresent(stated -> namespaces.add(stated.text())));
        for (Workload workload : workloads) {
            add(byWorkload, workload.manifest().key(), workload.id());
            labels.computeIfAbsent(workload.id(), _ -> new ArrayList<>()).add(workload.podLabels());
            if (workload.kind() == WorkloadKind.KNATIVE_SERVICE) {
                name(workload.manifest(), List.of(workload.id()));
            }
        }
        manifests.stream()
                .filter(manifest -> manifest.type().is("Service", ""))
                .map(manifest -> CoreService.of(manifest, fields))
                .forEach(this::addService);
    }

    List<Workload> workloads() {
        return workloads;
    }

    Pods pods() {
        return pods;
    }

    Ids ids() {
        return ids;
    }

    /// A Service that is a service by itself.
    record Own(CoreService service, String id) {}

    /// The Services without pods in the input, sorted.
    Collection<Own> own() {
        return own.values();
    }

    /// The Services that lead to a workload.
    List<CoreService> doors(String id) {
        return doors.getOrDefault(id, List.of());
    }

    /// The labels of a workload's pods, for each manifest that describes it.
    List<Map<String, String>> labels(String id) {
        return labels.getOrDefault(id, List.of());
    }

    /// The services that a Service of that name leads to.
    List<String> behind(Manifest.Key service) {
        return byService.getOrDefault(service, List.of());
    }

    /// What an object means by the name of a Service: where a kustomization renames both, it renames the mention too.
    Manifest.Key meant(Manifest from, Manifest.Key written) {
        Manifest.Key renamed = written.renamed(from.renaming());
        return behind(renamed).isEmpty() ? written : renamed;
    }

    /// The services that a host name leads to. A host is a mere text, which no kustomization changes; one that nobody
    /// has any more counts as the one that was renamed together with whoever says it.
    ///
    /// @param from whoever says it
    /// @param isSure whether it is surely a host, so that a workload of that name counts where no Service has it
    List<String> find(String host, Manifest from, boolean isSure) {
        HostName name = HostName.of(host);
        List<String> found = find(name, from.namespaceOrDefault(), isSure);
        if (!found.isEmpty() || from.renaming().isNone()) {
            return found;
        }
        return name.renamed(from.renaming()).stream()
                .map(renamed -> find(renamed, from.namespaceOrDefault(), isSure))
                .filter(behind -> !behind.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> find(HostName name, String from, boolean isSure) {
        return switch (name.labels().size()) {
            case 0 -> List.of();
            case 1 -> {
                Manifest.Key key = new Manifest.Key(from, name.labels().getFirst());
                List<String> found = behind(key);
                yield found.isEmpty() && isSure ? byWorkload.getOrDefault(key, List.of()) : found;
            }
            case 2 -> {
                List<String> found = qualified(name);
                yield found.isEmpty() && !name.isComplete()
                        ? pod(
                                name.labels().getFirst(),
                                new Manifest.Key(from, name.labels().get(1)))
                        : found;
            }
            default -> {
                List<String> found = qualified(name);
                yield name.isComplete()
                        ? found
                        : pod(
                                name.labels().getFirst(),
                                new Manifest.Key(
                                        name.labels().get(2), name.labels().get(1)));
            }
        };
    }

    /// Whether a host name can only mean something inside this cluster.
    boolean isInside(String host) {
        HostName name = HostName.of(host);
        return name.isComplete()
                || (name.labels().size() == 2
                        && namespaces.contains(name.labels().get(1)));
    }

    private List<String> qualified(HostName name) {
        Manifest.Key key = name.service();
        List<String> found = behind(key);
        // Manifests without a namespace get theirs when they are applied, so it may well be this one.
        boolean mayBeUnstated = found.isEmpty() && name.isComplete() && !namespaces.contains(key.namespace());
        return mayBeUnstated ? unstated.getOrDefault(key.name(), List.of()) : found;
    }

    /// `kafka-0.kafka`: one pod of those behind a Service.
    private List<String> pod(String pod, Manifest.Key service) {
        int dash = pod.lastIndexOf('-');
        boolean isNumbered = dash > 0
                && dash < pod.length() - 1
                && pod.substring(dash + 1).chars().allMatch(unit -> unit >= '0' && unit <= '9');
        return isNumbered ? behind(service) : List.of();
    }

    private void addService(CoreService service) {
        Manifest manifest = service.manifest();
        if (service.isExternal()) {
            stand(service);
            return;
        }
        List<String> behind = pods.select(manifest.namespaceOrDefault(), Selector.of(service.selector())).stream()
                .map(Workload::id)
                .distinct()
                .toList();
        List<String> sameName = byWorkload.getOrDefault(manifest.key(), List.of());
        if (behind.size() > MOST_BEHIND) {
            fields.report(Problem.info(
                    "kubernetes-wide-selector", manifest.source(), manifest.id(), String.valueOf(behind.size())));
            stand(service);
        } else if (!behind.isEmpty()) {
            open(service, behind);
        } else if (!sameName.isEmpty()) {
            fields.report(Problem.warning("kubernetes-selector-misses", manifest.source(), manifest.id()));
            open(service, sameName.subList(0, 1));
        } else {
            stand(service);
        }
    }

    private void open(CoreService service, List<String> behind) {
        name(service.manifest(), behind);
        behind.forEach(id -> doors.computeIfAbsent(id, _ -> new ArrayList<>()).add(service));
    }

    /// Becomes a service of its own.
    private void stand(CoreService service) {
        Manifest manifest = service.manifest();
        if (!own.containsKey(manifest.key())) {
            String id = ids.take(manifest, ":service");
            own.put(manifest.key(), new Own(service, id));
            name(manifest, List.of(id));
        }
    }

    private void name(Manifest manifest, List<String> behind) {
        for (String id : behind) {
            add(byService, manifest.key(), id);
            if (manifest.namespace().isEmpty()) {
                List<String> known = unstated.computeIfAbsent(manifest.name(), _ -> new ArrayList<>());
                if (!known.contains(id)) {
                    known.add(id);
                }
            }
        }
    }

    private static void add(Map<Manifest.Key, List<String>> map, Manifest.Key key, String id) {
        List<String> known = map.computeIfAbsent(key, _ -> new ArrayList<>());
        if (!known.contains(id)) {
            known.add(id);
        }
    }
}
