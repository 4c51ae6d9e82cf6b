package dev.orrery.importer;

import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.Value;
import java.util.Optional;

/// A piece of a source file, before anyone has said what it means.
public sealed interface Document {
    /// The whole text that it stands in.
    SourceText text();

    /// Why that text is among the sources.
    SourceFile.Role role();

    /// One document of a YAML stream, or a JSON text.
    ///
    /// @param root aliases followed, merge keys applied
    record Tree(SourceText text, SourceFile.Role role, Value root) implements Document {
        /// The root, where it is a mapping.
        public Optional<Value.Mapping> mapping() {
            return root instanceof Value.Mapping mapping ? Optional.of(mapping) : Optional.empty();
        }
    }

    /// A text in a language of its own, or a YAML or JSON text that does not parse.
    record Plain(SourceText text, SourceFile.Role role) implements Document {}
}
