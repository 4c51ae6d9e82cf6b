package dev.orrery.edit;

import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceDocument;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.descriptor.TreeEditing;
import dev.orrery.topology.SourceLocation;
import java.util.Optional;

/// One document of a file, to be read and edited.
record Page(String file, SourceTree tree, SourceDocument document, SourceNode.Mapping root, Desk desk) {

    TreeEditing editing() {
        return desk.editing(this);
    }

    /// What an alias stands for; any other node itself.
    SourceNode follow(SourceNode node) {
        return node instanceof SourceNode.Alias alias ? document.target(alias).orElse(node) : node;
    }

    /// A mapping at the top.
    Optional<SourceNode.Mapping> section(String key) {
        return mapping(root, key);
    }

    /// The mapping under a key that a mapping itself has.
    Optional<SourceNode.Mapping> mapping(SourceNode.Mapping in, String key) {
        return Source.entry(in, key).map(entry -> follow(entry.value())).flatMap(Page::asMapping);
    }

    static Optional<SourceNode.Mapping> asMapping(SourceNode node) {
        return node instanceof SourceNode.Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    /// A text, or what an alias of one stands for.
    Optional<SourceNode.Scalar> scalar(SourceNode node) {
        return follow(node) instanceof SourceNode.Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    SourceLocation place(SourceNode node) {
        return tree.locate(node.start());
    }

    static String keyOf(SourceNode.Entry entry) {
        return entry.key() instanceof SourceNode.Scalar key ? key.value() : "";
    }
}
