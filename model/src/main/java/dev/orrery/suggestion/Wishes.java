package dev.orrery.suggestion;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What suggested boundaries are to be like.
///
/// @param resolution how fine: below 1 coarser, above 1 finer, from [#COARSEST] to [#FINEST]; null for the
///     division that holds over the widest range of resolutions
/// @param together sets of services that are to be in one boundary, each
/// @param apart services that are not to be in one boundary; where both are said of two, apart wins
public record Wishes(@Nullable Double resolution, List<SortedSet<String>> together, Set<Couple> apart) {
    public static final double COARSEST = 0.25;
    public static final double FINEST = 16;

    /// Nothing in particular.
    public static final Wishes NONE = new Wishes(null, List.of(), Set.of());

    public Wishes {
        if (resolution != null && (resolution < COARSEST || resolution > FINEST)) {
            throw new IllegalArgumentException("no resolution: " + resolution);
        }
        together = together.stream().<SortedSet<String>>map(TreeSet::new).toList();
        apart = Set.copyOf(apart);
    }

    public Wishes atResolution(double other) {
        return new Wishes(other, together, apart);
    }
}
