package dev.orrery.diagram;

import dev.orrery.graph.NodeId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of the picture is to stand out.
///
/// @param selected a service, boundary or missing target; null where nothing is selected
/// @param also what is selected beside it
/// @param impact whether all that depends on what is selected stands out too, and the rest steps back whatever the
///     spotlight shows
/// @param spotlight what does not step back
/// @param hides whether what would step back because of the spotlight is left out instead
public record Highlight(
        @Nullable NodeId selected, Set<NodeId> also, boolean impact, Spotlight spotlight, boolean hides) {
    public static final Highlight NONE = new Highlight(null, false);

    public Highlight {
        also = Set.copyOf(also);
    }

    /// Where nothing else is selected.
    public Highlight(@Nullable NodeId selected, boolean impact, Spotlight spotlight, boolean hides) {
        this(selected, Set.of(), impact, spotlight, hides);
    }

    /// With everything in the light.
    public Highlight(@Nullable NodeId selected, boolean impact) {
        this(selected, impact, Spotlight.EVERYTHING);
    }

    /// Where the rest only steps back.
    public Highlight(@Nullable NodeId selected, boolean impact, Spotlight spotlight) {
        this(selected, impact, spotlight, false);
    }
}
