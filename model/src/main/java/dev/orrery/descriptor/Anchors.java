package dev.orrery.descriptor;

/// Anchors and tags, which stand before a value and are no part of it.
final class Anchors {
    private Anchors() {}

    static boolean isMarked(SourceNode node) {
        return switch (node) {
            case SourceNode.Mapping mapping -> mapping.anchor() != null || mapping.tag() != null;
            case SourceNode.Sequence sequence -> sequence.anchor() != null || sequence.tag() != null;
            case SourceNode.Scalar scalar -> scalar.anchor() != null || scalar.tag() != null;
            case SourceNode.Alias _ -> false;
        };
    }

    /// Whether a node or one inside it has an anchor, which there may be only once.
    static boolean anyIn(SourceNode node) {
        return switch (node) {
            case SourceNode.Mapping mapping ->
                mapping.anchor() != null
                        || mapping.entries().stream().anyMatch(entry -> anyIn(entry.key()) || anyIn(entry.value()));
            case SourceNode.Sequence sequence ->
                sequence.anchor() != null || sequence.items().stream().anyMatch(Anchors::anyIn);
            case SourceNode.Scalar scalar -> scalar.anchor() != null;
            case SourceNode.Alias _ -> false;
        };
    }
}
