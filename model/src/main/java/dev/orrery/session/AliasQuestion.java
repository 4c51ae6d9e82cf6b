package dev.orrery.session;

import dev.orrery.edit.AliasChoice;
import dev.orrery.edit.TopologyEdit;
import java.util.List;

/// Edits whose value stands behind an alias, and what could become of them. Nothing is changed until somebody chooses.
///
/// @param edits of one intent
/// @param name of the row in the undo list
public record AliasQuestion(List<TopologyEdit> edits, String name, AliasChoice choice) {
    public AliasQuestion {
        edits = List.copyOf(edits);
    }
}
