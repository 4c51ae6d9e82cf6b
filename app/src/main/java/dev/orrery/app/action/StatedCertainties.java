package dev.orrery.app.action;

import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Topology;
import java.lang.ref.WeakReference;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which certainties a topology has evidence of. Menus ask at every change of a session, and a large topology takes
/// long to look through, so the last answer is kept, as long as the topology is.
///
/// @param topology that this was found for
record StatedCertainties(WeakReference<Topology> topology, Set<Certainty> found) {
    private static volatile @Nullable StatedCertainties last;

    static Set<Certainty> of(Topology topology) {
        StatedCertainties kept = last;
        if (kept != null && kept.topology.refersTo(topology)) {
            return kept.found;
        }
        Set<Certainty> found = EnumSet.noneOf(Certainty.class);
        for (Dependency dependency : topology.dependencies()) {
            for (Evidence piece : dependency.evidence()) {
                found.add(piece.certainty());
            }
        }
        last = new StatedCertainties(new WeakReference<>(topology), found);
        return found;
    }
}
