package dev.orrery.diagram;

import dev.orrery.graph.NodeId;
import org.jspecify.annotations.Nullable;

/// What of the picture is to stand out.
///
/// @param selected a service, boundary or missing target; null where nothing is selected
/// @param impact whether all that depends on it stands out too, and the rest steps back
public record Highlight(@Nullable NodeId selected, boolean impact) {
    public static final Highlight NONE = new Highlight(null, false);
}
