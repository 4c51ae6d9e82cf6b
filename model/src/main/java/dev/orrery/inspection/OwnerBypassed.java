package dev.orrery.inspection;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.stream.Stream;

/// A service uses the database in which another one keeps data sets of which it is the master, past that one. Where
/// several masters share a database, that is told instead.
final class OwnerBypassed implements Inspection {
    @Override
    public String rule() {
        return "owner-bypassed";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        Topology topology = inspected.topology();
        return SharedStores.users(topology).entrySet().stream()
                .flatMap(entry -> bypassing(topology, entry.getKey(), entry.getValue()))
                .toList();
    }

    private Stream<Finding> bypassing(Topology topology, String store, List<Service> users) {
        List<Service> masters = SharedStores.masters(users);
        if (masters.size() != 1) {
            return Stream.empty();
        }
        Service master = masters.getFirst();
        return topology.dependencies().stream()
                .filter(dependency -> dependency.to().equals(store))
                .filter(dependency ->
                        !dependency.isOnlyAllowed() && !dependency.from().equals(master.id()))
                .map(dependency -> finding(topology, dependency, master));
    }

    private Finding finding(Topology topology, Dependency dependency, Service master) {
        return Finding.of(
                        this,
                        Problem.warning(
                                "owner-bypassed",
                                Words.place(dependency),
                                topology.nameOf(dependency.from()),
                                topology.nameOf(dependency.to()),
                                master.name(),
                                String.join(", ", master.owns())),
                        dependency.from(),
                        dependency.to(),
                        master.id())
                .onlyAlong(List.of(Finding.ends(dependency)))
                .mendedBy(new TopologyEdit.Retarget(dependency.from(), dependency.to(), master.id()));
    }
}
