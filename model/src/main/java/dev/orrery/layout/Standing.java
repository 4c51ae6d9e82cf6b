package dev.orrery.layout;

import dev.orrery.graph.VisibleGraph;
import java.util.List;

/// A picture as it is on the screen, which the next one is to change no more than it must.
///
/// @param graph that the layout was made for
public record Standing(VisibleGraph graph, Layout layout) {
    /// No picture yet, or one that nobody wants to keep.
    public static final Standing NONE = new Standing(new VisibleGraph(List.of(), List.of(), List.of()), Layout.EMPTY);
}
