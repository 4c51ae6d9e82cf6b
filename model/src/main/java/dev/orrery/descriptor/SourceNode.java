package dev.orrery.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One node as it is written. Offsets are UTF-16 units into the source's content.
///
/// `start` includes an anchor and a tag. `end` is exact for plain and quoted scalars, flow collections and aliases; a
/// block collection ends with its last leaf; a block scalar (literal or folded) ends where the next line starts, blank
/// lines included. A null that is not written has zero width, after its colon or dash.
public sealed interface SourceNode {
    int start();

    int end();

    /// How a scalar is written.
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    /// Key and value of a mapping, merge keys and duplicates included, in written order.
    record Entry(SourceNode key, SourceNode value) {}

    record Mapping(
            int start,
            int end,
            boolean flow,
            @Nullable String tag,
            @Nullable String anchor,
            List<Entry> entries) implements SourceNode {}

    record Sequence(
            int start,
            int end,
            boolean flow,
            @Nullable String tag,
            @Nullable String anchor,
            List<SourceNode> items) implements SourceNode {}

    /// @param value the text that is meant: unquoted, unescaped, unfolded
    record Scalar(
            int start,
            int end,
            Style style,
            @Nullable String tag,
            @Nullable String anchor,
            String value) implements SourceNode {}

    /// A reference to an anchor; [SourceDocument#target] knows to which.
    record Alias(int start, int end, String anchor) implements SourceNode {}
}
