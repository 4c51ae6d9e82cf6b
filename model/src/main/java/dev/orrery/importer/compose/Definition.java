package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.stream.Stream;

/// A service as a project defines it.
///
/// @param places where its key is written, the first definition first
record Definition(List<SourceLocation> places, Value body) {
    Definition {
        places = List.copyOf(places);
    }

    /// What is said of it; nothing where it is no mapping.
    Value.Mapping mapping() {
        return body instanceof Value.Mapping mapping ? mapping : Value.Mapping.of(List.of(), places.getFirst());
    }

    Definition with(Value newBody) {
        return new Definition(places, newBody);
    }

    /// This definition, overridden by a later one.
    Definition overriddenBy(Definition later) {
        List<SourceLocation> all =
                Stream.concat(places.stream(), later.places.stream()).distinct().toList();
        return new Definition(all, ComposeMerge.service(body, later.body));
    }
}
