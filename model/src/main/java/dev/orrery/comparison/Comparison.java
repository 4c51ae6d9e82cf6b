package dev.orrery.comparison;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What changed from one topology to another. The names of the topologies, and where something is written, are not
/// compared.
///
/// @param services that are not the same in both, by their ids in the later topology, and in the earlier one for those
///     that went
/// @param dependencies the same, by both ends
/// @param boundaries the same
/// @param serviceIds id before to id after, of every service that is in both, renamed or not
/// @param boundaryIds the same of boundaries
public record Comparison(
        Topology before,
        Topology after,
        List<Change<Service>> services,
        List<Change<Dependency>> dependencies,
        List<Change<Boundary>> boundaries,
        SortedMap<String, String> serviceIds,
        SortedMap<String, String> boundaryIds) {
    public Comparison {
        services = List.copyOf(services);
        dependencies = List.copyOf(dependencies);
        boundaries = List.copyOf(boundaries);
        serviceIds = Collections.unmodifiableSortedMap(new TreeMap<>(serviceIds));
        boundaryIds = Collections.unmodifiableSortedMap(new TreeMap<>(boundaryIds));
    }

    /// The same for the same two topologies, however often it is asked.
    public static Comparison of(Topology before, Topology after) {
        Renames renames = Renames.between(before, after);
        Map<String, String> places = renames.boundaries().ids();
        return new Comparison(
                before,
                after,
                changes(before.services(), after.services(), Service::id, renames.services(), Fields::of, places),
                dependencies(before, after, renames.services().ids()),
                changes(
                        before.boundaries(),
                        after.boundaries(),
                        Boundary::id,
                        renames.boundaries(),
                        Fields::of,
                        places),
                renames.services().ids(),
                renames.boundaries().ids());
    }

    /// Whether nothing that is compared is different.
    public boolean isEqual() {
        return services.isEmpty() && dependencies.isEmpty() && boundaries.isEmpty();
    }

    private static <T> List<Change<T>> changes(
            List<T> before,
            List<T> after,
            Function<T, String> id,
            Pairing pairing,
            Function<T, Fields> fields,
            Map<String, String> places) {
        Map<String, T> now = after.stream().collect(Collectors.toMap(id, Function.identity()));
        SortedMap<String, Change<T>> found = new TreeMap<>();
        for (T old : before) {
            String was = id.apply(old);
            String is = pairing.ids().get(was);
            T same = is == null ? null : now.remove(is);
            if (is == null || same == null) {
                // The blank puts one that went before one that came under its id, which is then another.
                found.put(was + " ", new Change.Removed<>(old));
                continue;
            }
            List<FieldChange> changed = Fields.changes(fields.apply(old), fields.apply(same), places);
            Rename rename = pairing.renames().get(was);
            if (rename != null || !changed.isEmpty()) {
                found.put(is, new Change.Kept<>(old, same, rename, changed));
            }
        }
        now.forEach((name, added) -> found.put(name, new Change.Added<>(added)));
        return new ArrayList<>(found.values());
    }

    private static List<Change<Dependency>> dependencies(Topology before, Topology after, Map<String, String> ids) {
        Map<Pair, Dependency> now = after.dependencies().stream()
                .collect(Collectors.toMap(each -> new Pair(each.from(), each.to()), Function.identity()));
        SortedMap<String, Change<Dependency>> found = new TreeMap<>();
        for (Dependency old : before.dependencies()) {
            // What nothing defines has its name alone, before and after.
            Pair ends = new Pair(ids.getOrDefault(old.from(), old.from()), ids.getOrDefault(old.to(), old.to()));
            Dependency same = now.remove(ends);
            if (same == null) {
                found.put(old.from() + "\0" + old.to() + "\0", new Change.Removed<>(old));
                continue;
            }
            List<FieldChange> changed = Fields.changes(Fields.of(old), Fields.of(same), Map.of());
            if (!changed.isEmpty()) {
                found.put(ends.from() + "\0" + ends.to(), new Change.Kept<>(old, same, null, changed));
            }
        }
        now.forEach((ends, added) -> found.put(ends.from() + "\0" + ends.to(), new Change.Added<>(added)));
        return new ArrayList<>(found.values());
    }
}
