package dev.orrery.diagram;

import dev.orrery.graph.Hubs;
import dev.orrery.graph.VisibleGraph.EdgeId;
import java.util.Set;

/// Which hubs a picture shows as badges on those that need them.
///
/// @param hubs that are folded
/// @param shown lines to them that are to be seen nevertheless; those to a hub that is selected are seen, too
public record FoldedHubs(Hubs hubs, Set<EdgeId> shown) {
    public static final FoldedHubs NONE = new FoldedHubs(Hubs.NONE, Set.of());

    public FoldedHubs {
        shown = Set.copyOf(shown);
    }

    public static FoldedHubs of(Hubs hubs) {
        return new FoldedHubs(hubs, Set.of());
    }
}
