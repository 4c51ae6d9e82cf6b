package dev.orrery.descriptor;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/// What encloses each node of a tree.
final class Parents {
    /// @param collection null for the root of a document
    /// @param index of the entry or item
    /// @param flow whether the node stands inside braces or brackets
    record Place(@Nullable SourceNode collection, int index, boolean isKey, boolean flow) {}

    private static final Place NOWHERE = new Place(null, 0, false, false);

    private final IdentityHashMap<SourceNode, Place> places = new IdentityHashMap<>();
    private boolean keysAreTexts = true;

    Parents(SourceTree tree) {
        for (SourceDocument document : tree.documents()) {
            if (document.root() != null) {
                visit(document.root(), NOWHERE);
            }
        }
    }

    /// Throws where the node is of another tree: a mistake of whoever asks.
    Place of(SourceNode node) {
        Place place = places.get(node);
        if (place == null) {
            throw new IllegalArgumentException("a node of another tree: " + node);
        }
        return place;
    }

    /// Whether no key is a collection, as `{{ name }}` of a template is one to YAML.
    boolean keysAreTexts() {
        return keysAreTexts;
    }

    private void visit(SourceNode node, Place place) {
        places.put(node, place);
        keysAreTexts &= !place.isKey() || node instanceof SourceNode.Scalar || node instanceof SourceNode.Alias;
        switch (node) {
            case SourceNode.Mapping mapping -> {
                boolean flow = place.flow() || mapping.flow();
                for (int at = 0; at < mapping.entries().size(); at++) {
                    visit(mapping.entries().get(at).key(), new Place(mapping, at, true, flow));
                    visit(mapping.entries().get(at).value(), new Place(mapping, at, false, flow));
                }
            }
            case SourceNode.Sequence sequence -> {
                for (int at = 0; at < sequence.items().size(); at++) {
                    visit(sequence.items().get(at), new Place(sequence, at, false, place.flow() || sequence.flow()));
                }
            }
            case SourceNode.Scalar _, SourceNode.Alias _ -> {}
        }
    }
}
