package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One document of a Compose file: variables replaced, paths relative to the root, nothing merged yet.
///
/// @param include as written
/// @param services what the document says of services, in its order; a copy of its own for whoever merges
record Layer(@Nullable Value name, @Nullable Value include, Map<String, Definition> services, Resets resets) {
    Map<String, Definition> copyOfServices() {
        return new LinkedHashMap<>(services);
    }
}
