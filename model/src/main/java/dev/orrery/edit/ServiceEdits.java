package dev.orrery.edit;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceBuilder;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Edits of services.
final class ServiceEdits {
    private ServiceEdits() {}

    static Topology add(Topology topology, TopologyEdit.AddService edit) {
        Service added = Service.builder(Names.freeService(topology, edit.service()), place())
                .kind(edit.kind())
                .boundary(Names.existing(topology, edit.boundary()))
                .build();
        List<Service> services = new ArrayList<>(topology.services());
        services.add(added);
        return withEnds(topology, services, topology.dependencies());
    }

    static Topology apply(Topology topology, TopologyEdit.OfService edit) {
        Service service = Names.service(topology, edit.service());
        return switch (edit) {
            case TopologyEdit.RenameService rename -> renamed(topology, service, rename.renamed());
            case TopologyEdit.DeleteService _ -> without(topology, service);
            case TopologyEdit.DuplicateService duplicate -> duplicated(topology, service, duplicate.copy());
            case TopologyEdit.MoveService move -> {
                String outer = Names.existing(topology, move.boundary());
                yield changed(topology, service, built -> built.boundary(outer));
            }
            case TopologyEdit.NameService naming -> {
                String name = naming.name() == null ? service.id() : naming.name();
                yield changed(topology, service, built -> built.name(name));
            }
            case TopologyEdit.SetKind set -> ofKind(topology, service, set);
            case TopologyEdit.SetOwner set -> changed(topology, service, built -> built.owner(set.owner()));
            case TopologyEdit.SetTechnology set ->
                changed(topology, service, built -> built.technology(set.technology()));
            case TopologyEdit.SetTags set -> changed(topology, service, built -> built.tags(set.tags()));
            case TopologyEdit.SetLink set -> changed(topology, service, built -> built.links(links(service, set)));
            case TopologyEdit.SetHealthCheck set -> {
                List<HealthCheck> checks = checks(service, set);
                yield changed(topology, service, built -> built.healthChecks(checks));
            }
        };
    }

    private static Topology changed(Topology topology, Service service, UnaryOperator<ServiceBuilder> change) {
        Service next = change.apply(service.change()).build();
        return topology.withServices(topology.services().stream()
                .map(each -> each.equals(service) ? next : each)
                .toList());
    }

    private static Topology renamed(Topology topology, Service service, String renamed) {
        Names.freeService(topology, renamed);
        Service next = Copies.under(renamed, service).build();
        List<Dependency> dependencies = new ArrayList<>();
        Set<List<String>> pairs = new TreeSet<>(Copies.PAIRS);
        for (Dependency dependency : topology.dependencies()) {
            Dependency moved = Copies.between(
                    dependency,
                    dependency.from().equals(service.id()) ? renamed : dependency.from(),
                    dependency.to().equals(service.id()) ? renamed : dependency.to());
            if (moved.from().equals(moved.to()) || !pairs.add(List.of(moved.from(), moved.to()))) {
                // Something already needs what it expects under the new name: two things would become one.
                throw new Unmeant("name-is-needed", renamed, dependency.from());
            }
            dependencies.add(moved);
        }
        List<Service> services = topology.services().stream()
                .map(each -> each.equals(service) ? next : each)
                .toList();
        return withEnds(topology, services, dependencies);
    }

    private static Topology without(Topology topology, Service service) {
        return new Topology(
                topology.name(),
                topology.services().stream()
                        .filter(each -> !each.equals(service))
                        .toList(),
                topology.dependencies().stream()
                        .filter(dependency -> !dependency.from().equals(service.id())
                                && !dependency.to().equals(service.id()))
                        .toList(),
                topology.boundaries());
    }

    private static Topology duplicated(Topology topology, Service service, String copy) {
        Names.freeService(topology, copy);
        List<Service> services = new ArrayList<>(topology.services());
        services.add(Copies.under(copy, service)
                .healthChecks(List.of())
                .aliases(Set.of())
                .sources(List.of(place()))
                .build());
        List<Dependency> dependencies = new ArrayList<>(topology.dependencies());
        topology.dependencies().stream()
                .filter(dependency -> dependency.from().equals(service.id()))
                .filter(dependency -> !dependency.to().equals(copy))
                .forEach(dependency -> dependencies.add(Copies.between(dependency, copy, dependency.to())));
        return withEnds(topology, services, dependencies);
    }

    /// A dependency of the kind that follows from its target follows it further.
    private static Topology ofKind(Topology topology, Service service, TopologyEdit.SetKind edit) {
        DependencyKind before = DependencyKind.towards(service.kind());
        DependencyKind after = DependencyKind.towards(edit.kind());
        List<Dependency> dependencies = topology.dependencies().stream()
                .map(dependency -> dependency.to().equals(service.id()) && dependency.kind() == before
                        ? Copies.ofKind(dependency, after)
                        : dependency)
                .toList();
        Topology changed = changed(topology, service, built -> built.kind(edit.kind()));
        return new Topology(changed.name(), changed.services(), dependencies, changed.boundaries());
    }

    private static Map<String, String> links(Service service, TopologyEdit.SetLink edit) {
        Map<String, String> links = new TreeMap<>(service.links());
        if (edit.url() == null) {
            links.remove(edit.title());
        } else {
            links.put(edit.title(), edit.url());
        }
        return links;
    }

    private static List<HealthCheck> checks(Service service, TopologyEdit.SetHealthCheck edit) {
        List<HealthCheck> checks = new ArrayList<>();
        boolean found = false;
        for (HealthCheck check : service.healthChecks()) {
            boolean meant = check.url().equals(edit.old());
            found |= meant;
            if (!meant) {
                checks.add(check);
            } else if (edit.url() != null) {
                checks.add(check.withUrl(edit.url()));
            }
        }
        if (edit.old() != null && !found) {
            throw new Unmeant("unknown-check", service.id(), edit.old());
        }
        if (edit.old() == null && edit.url() != null) {
            checks.add(new HealthCheck(
                    edit.url(), HealthCheck.DEFAULT_INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, place()));
        }
        return checks;
    }

    /// Whether a dependency leads to nobody follows from the services that there are.
    private static Topology withEnds(Topology topology, List<Service> services, List<Dependency> dependencies) {
        Set<String> ids = new TreeSet<>(services.stream().map(Service::id).toList());
        return new Topology(
                topology.name(),
                services,
                dependencies.stream()
                        .map(dependency -> Copies.dangling(dependency, !ids.contains(dependency.to())))
                        .toList(),
                topology.boundaries());
    }

    static SourceLocation place() {
        return SourceLocation.startOf(EditedTopology.SKETCH);
    }
}
