package dev.orrery.session;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.graph.NodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What edits of the topology mean for boxes on the picture.
final class EditedNodes {
    private EditedNodes() {}

    /// What is selected after edits: a new service or boundary, and what was selected under its new name.
    static @Nullable NodeId selected(@Nullable NodeId before, List<TopologyEdit> edits) {
        NodeId now = before;
        for (TopologyEdit edit : edits) {
            now = switch (edit) {
                case TopologyEdit.AddService add -> NodeId.service(add.service());
                case TopologyEdit.DuplicateService duplicate -> NodeId.service(duplicate.copy());
                case TopologyEdit.AddBoundary add -> now == null ? NodeId.boundary(add.boundary()) : now;
                case TopologyEdit.OfService _, TopologyEdit.OfDependency _, TopologyEdit.OfBoundary _ ->
                    now == null ? null : renamed(now, List.of(edit));
            };
        }
        return now;
    }

    /// The same thing under the name that it has after edits.
    static NodeId renamed(NodeId node, List<TopologyEdit> edits) {
        NodeId now = node;
        for (TopologyEdit edit : edits) {
            if (edit instanceof TopologyEdit.RenameService(String service, String renamed)
                    && now.equals(NodeId.service(service))) {
                now = NodeId.service(renamed);
            } else if (edit instanceof TopologyEdit.RenameBoundary(String boundary, String renamed)
                    && now.equals(NodeId.boundary(boundary))) {
                now = NodeId.boundary(renamed);
            }
        }
        return now;
    }

    /// The arrangement with its pins and its collapsed boundaries under their new names.
    static Arrangement arranged(Arrangement arrangement, List<TopologyEdit> edits) {
        Arrangement now = arrangement;
        for (TopologyEdit edit : edits) {
            now = switch (edit) {
                case TopologyEdit.RenameService(String service, String renamed) ->
                    now.renamed(NodeId.service(service), NodeId.service(renamed));
                case TopologyEdit.RenameBoundary(String boundary, String renamed) ->
                    now.renamed(NodeId.boundary(boundary), NodeId.boundary(renamed));
                default -> now;
            };
        }
        return now;
    }

    /// The box that a change is about; null where it is about none, or several.
    static @Nullable NodeId touched(Change change, @Nullable NodeId selected) {
        if (!(change instanceof Change.Edits several) || several.edits().size() != 1) {
            return selected;
        }
        return switch (several.edits().getFirst()) {
            case TopologyEdit.RenameService rename -> NodeId.service(rename.renamed());
            case TopologyEdit.OfService service -> NodeId.service(service.service());
            case TopologyEdit.OfDependency dependency -> NodeId.service(dependency.from());
            case TopologyEdit.AddService _, TopologyEdit.AddBoundary _, TopologyEdit.OfBoundary _ -> null;
        };
    }
}
