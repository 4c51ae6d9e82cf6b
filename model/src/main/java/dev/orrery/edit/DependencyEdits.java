package dev.orrery.edit;

import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Edits of dependencies.
final class DependencyEdits {
    private DependencyEdits() {}

    static Topology apply(Topology topology, TopologyEdit.OfDependency edit) {
        return switch (edit) {
            case TopologyEdit.Connect connect -> connected(topology, connect);
            case TopologyEdit.Disconnect _ -> replaced(topology, existing(topology, edit), null);
            case TopologyEdit.Retarget retarget -> {
                Dependency before = existing(topology, edit);
                Service target = Names.service(topology, retarget.target());
                requireFree(topology, retarget.from(), target.id());
                yield replaced(topology, before, retargeted(topology, before, target));
            }
            case TopologyEdit.Annotate annotate -> {
                Dependency before = existing(topology, edit);
                yield replaced(topology, before, annotated(topology, before, annotate));
            }
        };
    }

    private static Topology connected(Topology topology, TopologyEdit.Connect edit) {
        Names.service(topology, edit.from());
        Service target = Names.service(topology, edit.to());
        Optional<Dependency> seen = find(topology, edit.from(), edit.to()).filter(DependencyEdits::isOnlySeen);
        if (seen.isEmpty()) {
            requireFree(topology, edit.from(), edit.to());
        }
        List<Evidence> evidence = new ArrayList<>(seen.map(Dependency::evidence).orElse(List.of()));
        evidence.add(new Evidence(Certainty.DECLARED, EditedTopology.RULE, ServiceEdits.place()));
        return replaced(
                topology,
                seen.orElse(null),
                new Dependency(
                        edit.from(),
                        edit.to(),
                        edit.kind() == null ? DependencyKind.towards(target.kind()) : edit.kind(),
                        true,
                        null,
                        null,
                        evidence,
                        false));
    }

    /// Seen to be used, or merely allowed: it may still be written down.
    private static boolean isOnlySeen(Dependency dependency) {
        return dependency.evidence().stream()
                .allMatch(piece -> piece.certainty() == Certainty.OBSERVED || piece.certainty() == Certainty.ALLOWED);
    }

    /// A kind that followed from the target follows from the new one.
    private static Dependency retargeted(Topology topology, Dependency before, Service target) {
        boolean implied = before.kind() == implied(topology, before.to());
        return new Dependency(
                before.from(),
                target.id(),
                implied ? DependencyKind.towards(target.kind()) : before.kind(),
                before.required(),
                before.protocol(),
                before.api(),
                before.evidence(),
                false);
    }

    private static Dependency annotated(Topology topology, Dependency before, TopologyEdit.Annotate edit) {
        return new Dependency(
                before.from(),
                before.to(),
                edit.kind() == null ? implied(topology, before.to()) : edit.kind(),
                edit.required(),
                edit.protocol(),
                edit.api(),
                before.evidence(),
                before.dangling());
    }

    private static DependencyKind implied(Topology topology, String target) {
        return topology.service(target)
                .map(service -> DependencyKind.towards(service.kind()))
                .orElse(DependencyKind.SYNC);
    }

    private static Dependency existing(Topology topology, TopologyEdit.OfDependency edit) {
        Names.service(topology, edit.from());
        return find(topology, edit.from(), edit.to())
                .orElseThrow(() -> new Unmeant("unknown-dependency", edit.from(), edit.to()));
    }

    private static void requireFree(Topology topology, String from, String to) {
        if (from.equals(to)) {
            throw new Unmeant("needs-itself", from);
        }
        if (find(topology, from, to).isPresent()) {
            throw new Unmeant("dependency-exists", from, to);
        }
    }

    private static Optional<Dependency> find(Topology topology, String from, String to) {
        return topology.dependency(from, to);
    }

    private static Topology replaced(Topology topology, @Nullable Dependency before, @Nullable Dependency after) {
        List<Dependency> dependencies = new ArrayList<>(topology.dependencies());
        if (before != null) {
            dependencies.remove(before);
        }
        if (after != null) {
            dependencies.add(after);
        }
        return new Topology(topology.name(), topology.services(), dependencies, topology.boundaries());
    }
}
