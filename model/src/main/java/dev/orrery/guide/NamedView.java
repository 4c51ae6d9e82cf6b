package dev.orrery.guide;

import dev.orrery.diagram.Lens;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How a topology is looked at, under a name and with a text.
///
/// @param name of which there is no second one in a guide
/// @param text what there is to be seen, with line breaks; empty for none
/// @param filter an expression; empty for everything
/// @param hides whether what the filter does not mean is left out, and not only dimmed
/// @param collapsed what is collapsed; null for what the reader has collapsed
/// @param selected what is selected; null for nothing
/// @param impact whether all that depends on it stands out
/// @param compare a file or folder, relative to the workspace's folder, that the topology is compared with; null for
///     none
/// @param next a file or folder, relative to the workspace's folder, where the tour goes on; null for none
public record NamedView(
        String name,
        String text,
        String filter,
        boolean hides,
        Lens lens,
        @Nullable Visibility collapsed,
        @Nullable NodeId selected,
        boolean impact,
        Asked asked,
        Camera camera,
        @Nullable String compare,
        @Nullable String next) {

    public NamedView {
        name = name.strip();
        text = text.strip();
        filter = filter.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a view has a name");
        }
    }

    /// The whole picture as it is seen first.
    public static NamedView plain(String name, String text) {
        return new NamedView(
                name, text, "", false, Lens.HEALTH, null, null, false, Asked.NOTHING, Camera.WHOLE, null, null);
    }

    /// The same view under other words.
    public NamedView said(String otherName, String otherText) {
        return new NamedView(
                otherName, otherText, filter, hides, lens, collapsed, selected, impact, asked, camera, compare, next);
    }

    /// The same words, and where they lead, for what another view shows.
    public NamedView showing(NamedView other) {
        return new NamedView(
                name,
                text,
                other.filter,
                other.hides,
                other.lens,
                other.collapsed,
                other.selected,
                other.impact,
                other.asked,
                other.camera,
                compare,
                next);
    }

    /// The same with every box or boundary under the name that it has now.
    ///
    /// @param expression gives the filter with the names that its services have now
    NamedView renamed(UnaryOperator<NodeId> names, UnaryOperator<String> expression) {
        return new NamedView(
                name,
                text,
                expression.apply(filter),
                hides,
                lens,
                collapsed == null
                        ? null
                        : new Visibility(collapsed.collapsed().stream()
                                .map(boundary ->
                                        names.apply(NodeId.boundary(boundary)).id())
                                .collect(java.util.stream.Collectors.toSet())),
                selected == null ? null : names.apply(selected),
                impact,
                switch (asked) {
                    case Asked.Nothing nothing -> nothing;
                    case Asked.Focus(NodeId on, int hops) -> new Asked.Focus(names.apply(on), hops);
                    case Asked.Path(NodeId from, NodeId to) -> new Asked.Path(names.apply(from), names.apply(to));
                },
                switch (camera) {
                    case Camera.Fit fit ->
                        new Camera.Fit(fit.nodes().stream().map(names).toList());
                    case Camera.At at ->
                        at.from() == null ? at : new Camera.At(names.apply(at.from()), at.x(), at.y(), at.zoom());
                },
                compare,
                next);
    }

    /// What it speaks about: what is selected or asked about, or else what it brings onto the screen.
    public Optional<NodeId> subject() {
        if (selected != null) {
            return Optional.of(selected);
        }
        return switch (asked) {
            case Asked.Focus focus -> Optional.of(focus.on());
            case Asked.Path path -> Optional.of(path.from());
            case Asked.Nothing _ ->
                camera instanceof Camera.Fit fit ? fit.nodes().stream().findFirst() : Optional.empty();
        };
    }
}
