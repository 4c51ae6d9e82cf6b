package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A project, all its files merged.
///
/// @param services by id, in the order in which they are first defined
record ComposeModel(Value.@Nullable Scalar name, Map<String, Definition> services) {
    static final ComposeModel EMPTY = new ComposeModel(null, Map.of());

    /// This project, changed by a later document.
    ComposeModel then(Value.@Nullable Scalar laterName, Resets resets, Map<String, Definition> later) {
        Map<String, Definition> merged = new LinkedHashMap<>(services);
        resets.applyTo(merged);
        later.forEach((id, definition) -> merged.merge(id, definition, Definition::overriddenBy));
        return new ComposeModel(laterName == null ? name : laterName, merged);
    }
}
