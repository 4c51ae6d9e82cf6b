package dev.orrery.descriptor;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One document of a stream. Its aliases lead only backwards, to nodes that were complete before them, so following
/// them always ends.
///
/// @param root null for a document that holds nothing at all
public record SourceDocument(@Nullable SourceNode root, Map<SourceNode.Alias, SourceNode> targets) {
    public SourceDocument {
        targets = Map.copyOf(targets);
    }

    /// The anchored node; empty where the anchor is unknown or encloses the alias, which the reader has reported.
    public Optional<SourceNode> target(SourceNode.Alias alias) {
        return Optional.ofNullable(targets.get(alias));
    }
}
