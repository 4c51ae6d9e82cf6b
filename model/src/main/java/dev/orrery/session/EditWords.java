package dev.orrery.session;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.text.Messages;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What edits of the topology are called in the undo list.
final class EditWords {
    private EditWords() {}

    /// @param topology before them
    /// @param edits of one intent, at least one
    static String of(Topology topology, List<TopologyEdit> edits) {
        TopologyEdit first = edits.getFirst();
        if (edits.size() == 1) {
            return of(topology, first);
        }
        String count = Integer.toString(edits.size());
        boolean moves = edits.stream()
                .allMatch(edit -> edit instanceof TopologyEdit.MoveService move
                        && first instanceof TopologyEdit.MoveService one
                        && Objects.equals(move.boundary(), one.boundary()));
        if (moves && first instanceof TopologyEdit.MoveService move) {
            return move.boundary() == null
                    ? Messages.of("edit.topology.take-out-some", count)
                    : Messages.of("edit.topology.move-some", count, boundary(topology, move.boundary()));
        }
        if (edits.stream().allMatch(TopologyEdit.DeleteService.class::isInstance)) {
            return Messages.of("edit.topology.delete-some", count);
        }
        boolean regroups = edits.size() > 2
                && edits.stream()
                        .allMatch(edit ->
                                edit instanceof TopologyEdit.AddBoundary || edit instanceof TopologyEdit.MoveService);
        if (regroups) {
            long moved = edits.stream()
                    .filter(TopologyEdit.MoveService.class::isInstance)
                    .count();
            return Messages.of("edit.topology.regroup", Long.toString(moved));
        }
        return first instanceof TopologyEdit.AddBoundary || first instanceof TopologyEdit.AddService
                ? of(topology, first)
                : Messages.of("edit.topology.some", of(topology, first), Integer.toString(edits.size() - 1));
    }

    private static String of(Topology topology, TopologyEdit edit) {
        return switch (edit) {
            case TopologyEdit.AddService add -> Messages.of("edit.topology.add", add.service());
            case TopologyEdit.RenameService rename ->
                Messages.of("edit.topology.rename", topology.nameOf(rename.service()), rename.renamed());
            case TopologyEdit.DeleteService delete ->
                Messages.of("edit.topology.delete", topology.nameOf(delete.service()));
            case TopologyEdit.DuplicateService duplicate ->
                Messages.of("edit.topology.duplicate", topology.nameOf(duplicate.service()));
            case TopologyEdit.MoveService move ->
                move.boundary() == null
                        ? Messages.of("edit.topology.take-out", topology.nameOf(move.service()))
                        : Messages.of(
                                "edit.topology.move",
                                topology.nameOf(move.service()),
                                boundary(topology, move.boundary()));
            case TopologyEdit.NameService name ->
                Messages.of("edit.topology.name", topology.nameOf(name.service()), orId(name.name(), name.service()));
            case TopologyEdit.OfService change ->
                Messages.of("edit.topology.describe", topology.nameOf(change.service()));
            case TopologyEdit.Connect connect -> ends("connect", topology, connect);
            case TopologyEdit.Disconnect disconnect -> ends("disconnect", topology, disconnect);
            case TopologyEdit.Retarget retarget ->
                Messages.of(
                        "edit.topology.retarget",
                        topology.nameOf(retarget.from()),
                        topology.nameOf(retarget.target()),
                        topology.nameOf(retarget.to()));
            case TopologyEdit.Annotate annotate -> ends("annotate", topology, annotate);
            case TopologyEdit.AddBoundary add ->
                Messages.of("edit.topology.add-boundary", orId(add.name(), add.boundary()));
            case TopologyEdit.RenameBoundary rename ->
                Messages.of("edit.topology.rename", boundary(topology, rename.boundary()), rename.renamed());
            case TopologyEdit.DissolveBoundary dissolve ->
                Messages.of("edit.topology.dissolve", boundary(topology, dissolve.boundary()));
            case TopologyEdit.NestBoundary nest ->
                nest.within() == null
                        ? Messages.of("edit.topology.take-out", boundary(topology, nest.boundary()))
                        : Messages.of(
                                "edit.topology.move",
                                boundary(topology, nest.boundary()),
                                boundary(topology, nest.within()));
            case TopologyEdit.OfBoundary change ->
                Messages.of("edit.topology.describe", boundary(topology, change.boundary()));
        };
    }

    private static String ends(String key, Topology topology, TopologyEdit.OfDependency edit) {
        return Messages.of("edit.topology." + key, topology.nameOf(edit.from()), topology.nameOf(edit.to()));
    }

    private static String boundary(Topology topology, String id) {
        return topology.boundary(id).map(Boundary::name).orElse(id);
    }

    private static String orId(@Nullable String name, String id) {
        return name == null ? id : name;
    }
}
