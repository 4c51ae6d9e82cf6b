package dev.orrery.suggestion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why two services are in one suggested boundary.
///
/// @param terms the three that tie them most; none where nothing ties them directly
/// @param through where nothing does, the third of the boundary that ties them best; null where they are tied, or where
///     it takes more than one
/// @param isWished whether they were to be together
public record PutTogether(
        Couple couple, List<Weight> terms, @Nullable String through, boolean isWished) {
    public PutTogether {
        terms = List.copyOf(terms);
    }
}
