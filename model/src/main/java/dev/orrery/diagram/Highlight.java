package dev.orrery.diagram;

import dev.orrery.graph.NodeId;
import org.jspecify.annotations.Nullable;

/// What of the picture is to stand out.
///
/// @param selected a service, boundary or missing target; null where nothing is selected
/// @param impact whether all that depends on the selected one stands out too, and the rest steps back whatever the
///     spotlight shows
/// @param spotlight what does not step back
/// @param hides whether what would step back because of the spotlight is left out instead
public record Highlight(@Nullable NodeId selected, boolean impact, Spotlight spotlight, boolean hides) {
    public static final Highlight NONE = new Highlight(null, false);

    /// With everything in the light.
    public Highlight(@Nullable NodeId selected, boolean impact) {
        this(selected, impact, Spotlight.EVERYTHING);
    }

    /// Where the rest only steps back.
    public Highlight(@Nullable NodeId selected, boolean impact, Spotlight spotlight) {
        this(selected, impact, spotlight, false);
    }
}
