package dev.orrery.session;

import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.guide.NamedView;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// Looking at the picture through named views. A look is no edit: it makes no row in the undo list, nothing of it is
/// kept, and with the tour everything is again as it was before.
///
/// @param visibility what is collapsed instead of what the arrangement says; null where that holds
/// @param shown the view that was gone to last; null for none
/// @param tour the step that is shown; null while there is no tour
/// @param moves how often the camera was told to move
public record Viewing(
        @Nullable Visibility visibility,
        @Nullable NamedView shown,
        @Nullable Tour tour,
        long moves) {
    public static final Viewing NONE = new Viewing(null, null, null, 0);

    /// A step of the tour through all named views.
    ///
    /// @param at from 0
    /// @param before what was seen before the tour
    public record Tour(int at, Before before) {}

    /// What is seen again when a tour ends.
    public record Before(
            Aspect aspect,
            @Nullable NodeId selected,
            SortedSet<NodeId> also,
            boolean impact,
            Inquiry inquiry,
            @Nullable Visibility visibility) {}

    Viewing seeing(@Nullable Visibility other) {
        return new Viewing(other, shown, tour, moves);
    }
}
