package dev.orrery.importer.kubernetes;

import dev.orrery.descriptor.Value;
import java.util.Optional;

/// What kustomizations make of the objects that they take together.
///
/// @param namespace that they are put into, whatever they say themselves
record Setting(Optional<Value.Scalar> namespace, Renaming renaming) {
    static final Setting NONE = new Setting(Optional.empty(), Renaming.NONE);

    /// The outermost namespace counts, and the outermost prefix comes first.
    Setting around(Kustomization inner) {
        return new Setting(namespace.or(inner::namespace), renaming.after(inner.renaming()));
    }
}
