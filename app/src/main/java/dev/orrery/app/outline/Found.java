package dev.orrery.app.outline;

import dev.orrery.app.action.UiAction;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import org.jspecify.annotations.Nullable;

/// Something that the palette found.
sealed interface Found {
    /// The words of its row.
    String title();

    /// What stands at the right of its row.
    String note();

    /// A service, boundary or missing target.
    ///
    /// @param health null where there is nothing to ask
    record Thing(
            NodeId node,
            String title,
            String note,
            @Nullable Health health) implements Found {}

    /// To let only those stand out that an expression means.
    ///
    /// @param expression as it was typed
    record Filtered(String expression, String title, String note) implements Found {}

    /// An action, possible now or not.
    record Doable(UiAction action, String title, String note, boolean possible) implements Found {}
}
