package dev.orrery.app.parts;

import dev.orrery.diagram.Sign;
import dev.orrery.graph.NodeId;
import org.jspecify.annotations.Nullable;

/// A line of a list that tells what a what-if or a comparison has to say.
///
/// @param words what it is about
/// @param note more in small print; empty for none
/// @param sign before the words; null for none
/// @param node that is shown where the line is chosen; null for none
/// @param heading whether it stands over those that follow
public record SignedRow(
        String words,
        String note,
        @Nullable Sign sign,
        @Nullable NodeId node,
        boolean heading) {
    public static SignedRow heading(String words) {
        return new SignedRow(words, "", null, null, true);
    }

    public static SignedRow plain(String words, String note) {
        return new SignedRow(words, note, null, null, false);
    }

    public static SignedRow of(@Nullable Sign sign, String words, String note, @Nullable NodeId node) {
        return new SignedRow(words, note, sign, node, false);
    }
}
