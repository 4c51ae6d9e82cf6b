package dev.orrery.scenario;

import dev.orrery.edit.EditedTopology;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Two services made one, and one made two, as ordinary edits. Dependencies keep their kind, protocol and API; what is
/// stated of data sets, APIs and health checks stays with the service that it is stated of.
public final class Regrouping {
    private final List<TopologyEdit> edits = new ArrayList<>();
    private Topology now;

    private Regrouping(Topology topology) {
        this.now = topology;
    }

    /// One service in the place of two: it is needed by whoever needed either, and needs what either needed.
    ///
    /// @param kept id of the one that stays
    /// @param gone id of the other
    /// @return none where there is not both of them
    public static List<TopologyEdit> merge(Topology topology, String kept, String gone) {
        boolean areBoth =
                topology.service(kept).isPresent() && topology.service(gone).isPresent();
        if (!areBoth || kept.equals(gone)) {
            return List.of();
        }
        Regrouping regrouping = new Regrouping(topology);
        for (Dependency need : topology.dependencies()) {
            if (need.to().equals(gone) && !need.from().equals(kept)) {
                regrouping.redirect(need, kept);
            } else if (need.from().equals(gone) && !need.to().equals(kept)) {
                regrouping.takeOver(need, kept);
            }
        }
        regrouping.edit(new TopologyEdit.DeleteService(gone));
        return List.copyOf(regrouping.edits);
    }

    /// A part of a service on its own, in the same boundary and of the same kind and owner.
    ///
    /// @param part id of the new service
    /// @param callers who are to need the part in place of the service
    /// @param needs what is to be needed by the part in place of the service
    /// @param isCalled whether the service is to need its former part
    /// @return none where there is no such service
    public static List<TopologyEdit> split(
            Topology topology, String service, String part, Set<String> callers, Set<String> needs, boolean isCalled) {
        Optional<Service> whole = topology.service(service);
        if (whole.isEmpty() || topology.service(part).isPresent()) {
            return List.of();
        }
        Regrouping regrouping = new Regrouping(topology);
        regrouping.edit(new TopologyEdit.AddService(
                part, whole.get().kind(), whole.get().boundary()));
        if (whole.get().owner() != null) {
            regrouping.edit(new TopologyEdit.SetOwner(part, whole.get().owner()));
        }
        if (whole.get().technology() != null) {
            regrouping.edit(new TopologyEdit.SetTechnology(part, whole.get().technology()));
        }
        for (Dependency need : topology.dependencies()) {
            if (need.to().equals(service) && callers.contains(need.from())) {
                regrouping.redirect(need, part);
            } else if (need.from().equals(service) && needs.contains(need.to())) {
                regrouping.takeOver(need, part);
                regrouping.edit(new TopologyEdit.Disconnect(service, need.to()));
            }
        }
        if (isCalled) {
            regrouping.edit(new TopologyEdit.Connect(service, part, null));
        }
        return List.copyOf(regrouping.edits);
    }

    /// The boundary of many services at once.
    public static List<TopologyEdit> move(Topology topology, Set<String> services, @Nullable String boundary) {
        return new TreeSet<>(services)
                .stream()
                        .flatMap(id -> topology.service(id).stream())
                        .filter(service -> !Objects.equals(service.boundary(), boundary))
                        .<TopologyEdit>map(service -> new TopologyEdit.MoveService(service.id(), boundary))
                        .toList();
    }

    /// Whoever needs the one needs the other from now on.
    private void redirect(Dependency need, String target) {
        if (isNeeded(need.from(), target)) {
            edit(new TopologyEdit.Disconnect(need.from(), need.to()));
        } else {
            edit(new TopologyEdit.Retarget(need.from(), need.to(), target));
        }
    }

    /// Another service needs the same, in the same way. What nothing defines cannot be drawn a line to.
    private void takeOver(Dependency need, String by) {
        if (need.dangling() || isNeeded(by, need.to())) {
            return;
        }
        edit(new TopologyEdit.Connect(by, need.to(), need.kind()));
        if (!need.required() || need.protocol() != null || need.api() != null) {
            edit(new TopologyEdit.Annotate(by, need.to(), need.kind(), need.required(), need.protocol(), need.api()));
        }
    }

    private boolean isNeeded(String from, String to) {
        return now.dependencies().stream()
                .anyMatch(need -> need.from().equals(from) && need.to().equals(to));
    }

    private void edit(TopologyEdit edit) {
        if (EditedTopology.apply(now, edit) instanceof EditedTopology.Intended.Meant(Topology next)) {
            edits.add(edit);
            now = next;
        }
    }
}
