package dev.orrery.guide;

import dev.orrery.problem.Problem;
import java.util.List;

/// A guide as a workspace states it.
///
/// @param guide what of it is understood
/// @param mentions where it names services and boundaries
/// @param problems of it alone
/// @param whole whether every note and view is understood as far as that writing the others anew loses none
public record StatedGuide(Guide guide, List<Mention> mentions, List<Problem> problems, boolean whole) {
    public static final StatedGuide NONE = new StatedGuide(Guide.NONE, List.of(), List.of(), true);

    public StatedGuide {
        mentions = List.copyOf(mentions);
        problems = List.copyOf(problems);
    }
}
