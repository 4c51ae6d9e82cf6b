package dev.orrery.importer;

import dev.orrery.descriptor.SourceText;
import java.util.Optional;

/// The files beside a descriptor that its format may take values from.
@FunctionalInterface
public interface SideFiles {

    /// The text of a file in the descriptor's own folder; empty where there is none.
    Optional<SourceText> named(String name);
}
