package dev.orrery.importer.cyclonedx;

import dev.orrery.topology.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a bill of materials says of services, in whichever notation.
///
/// @param services the outermost ones
/// @param uses between anything that has a reference, services or not
record Bom(List<Listed> services, List<Uses> uses) {

    /// @param reference by which dependencies speak of it
    /// @param zone of trust
    /// @param inner services that it is made of
    record Listed(
            @Nullable String reference,
            String name,
            @Nullable String group,
            @Nullable String provider,
            @Nullable String zone,
            List<String> endpoints,
            List<Listed> inner,
            SourceLocation source) {}

    record Uses(String from, String to, SourceLocation source) {}
}
