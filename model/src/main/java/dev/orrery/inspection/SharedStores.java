package dev.orrery.inspection;

import dev.orrery.problem.Problem;
import dev.orrery.query.Owner;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Databases in which several services keep what is theirs: nobody can change a table alone, and nobody knows who
/// reads it. Told where at least two of the services that use one are masters of data sets; and where none is said
/// to be, of those that belong to different owners or lie in different boundaries. What a descriptor states is
/// that a service needs a database, so that readers count as well.
final class SharedStores implements Inspection {
    @Override
    public String rule() {
        return "shared-store";
    }

    @Override
    public List<Finding> inspect(Inspected inspected) {
        Topology topology = inspected.topology();
        return users(topology).entrySet().stream()
                .flatMap(entry -> finding(topology, entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /// The services that use each database, where more than one does.
    static SortedMap<String, List<Service>> users(Topology topology) {
        SortedMap<String, List<Service>> users = new TreeMap<>();
        for (Dependency dependency : topology.needs()) {
            boolean isStore = dependency.kind() == DependencyKind.DATA
                    && topology.service(dependency.to())
                            .filter(store -> store.kind() == ServiceKind.DATABASE)
                            .isPresent();
            if (isStore) {
                topology.service(dependency.from())
                        .ifPresent(user -> users.computeIfAbsent(dependency.to(), _ -> new ArrayList<>())
                                .add(user));
            }
        }
        users.values().removeIf(all -> all.size() < 2);
        return users;
    }

    static List<Service> masters(List<Service> users) {
        return users.stream().filter(user -> !user.owns().isEmpty()).toList();
    }

    private Optional<Finding> finding(Topology topology, String store, List<Service> users) {
        List<Service> masters = masters(users);
        boolean isShared = masters.isEmpty()
                ? differ(users, Service::boundary) || differ(users, user -> Owner.of(user, topology))
                : masters.size() > 1;
        if (!isShared) {
            return Optional.empty();
        }
        List<String> named =
                (masters.isEmpty() ? users : masters).stream().map(Service::id).toList();
        List<String> subjects = new ArrayList<>(users.stream().map(Service::id).toList());
        subjects.add(store);
        return Optional.of(Finding.of(
                        this,
                        Problem.warning(
                                "shared-store",
                                Words.place(topology, store),
                                topology.nameOf(store),
                                Words.named(topology, named),
                                Integer.toString(users.size())),
                        subjects)
                .at(
                        store,
                        users.stream().map(user -> new Pair(user.id(), store)).toList()));
    }

    private static boolean differ(List<Service> users, Function<Service, @Nullable String> part) {
        return users.stream().map(part).filter(Objects::nonNull).distinct().count() > 1;
    }
}
