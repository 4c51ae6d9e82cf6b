package dev.orrery.guide;

import dev.orrery.graph.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One intent of a user about notes and named views.
public sealed interface GuideEdit {
    /// @param on null for the whole
    /// @param text empty to take the note away
    record WriteNote(@Nullable NodeId on, String text) implements GuideEdit {}

    /// A view more, at the end of the tour; nothing where there is one of its name.
    record AddView(NamedView view) implements GuideEdit {}

    /// Another view in the place of one; nothing where another has its new name.
    ///
    /// @param name that the view has now
    record ReplaceView(String name, NamedView view) implements GuideEdit {}

    record DeleteView(String name) implements GuideEdit {}

    /// @param by how many places later in the tour; below zero earlier. It stops at the ends
    record MoveView(String name, int by) implements GuideEdit {}

    /// What the guide is then; the same where the edit makes no sense.
    default Guide apply(Guide guide) {
        return switch (this) {
            case WriteNote(var on, String text) -> guide.withNote(on, text);
            case AddView(NamedView view) ->
                guide.view(view.name()).isPresent()
                        ? guide
                        : guide.withViews(changed(guide, views -> {
                            views.add(view);
                            return views;
                        }));
            case ReplaceView(String name, NamedView view) -> {
                boolean taken =
                        !view.name().equals(name) && guide.view(view.name()).isPresent();
                yield taken
                        ? guide
                        : guide.withViews(guide.views().stream()
                                .map(one -> one.name().equals(name) ? view : one)
                                .toList());
            }
            case DeleteView(String name) ->
                guide.withViews(guide.views().stream()
                        .filter(one -> !one.name().equals(name))
                        .toList());
            case MoveView(String name, int by) ->
                guide.view(name)
                        .map(view -> guide.withViews(changed(guide, views -> {
                            int at = views.indexOf(view);
                            views.remove(at);
                            views.add(Math.clamp((long) at + by, 0, views.size()), view);
                            return views;
                        })))
                        .orElse(guide);
        };
    }

    private static List<NamedView> changed(Guide guide, UnaryOperator<List<NamedView>> change) {
        return change.apply(new ArrayList<>(guide.views()));
    }
}
