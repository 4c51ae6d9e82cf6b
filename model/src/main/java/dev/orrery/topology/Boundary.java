package dev.orrery.topology;

import org.jspecify.annotations.Nullable;

/// A named, nestable enclosure: a system, domain, bounded context, team, namespace or zone.
///
/// @param kind as written; `boundary` where the descriptor gives none
/// @param within id of the enclosing boundary
public record Boundary(
        String id,
        String name,
        String kind,
        @Nullable String within,
        @Nullable String owner,
        SourceLocation source) {}
