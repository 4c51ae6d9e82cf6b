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
        SourceLocation source) {
    /// A boundary that only the picture has, around services that have much to do with each other.
    public static Boundary community(String id, String name, @Nullable String within) {
        return new Boundary(id, name, "community", within, null, SourceLocation.NOWHERE);
    }

    /// Whether only the picture has it, and no source states it.
    public boolean isCommunity() {
        return source.equals(SourceLocation.NOWHERE);
    }

    public Boundary withWithin(@Nullable String outer) {
        return new Boundary(id, name, kind, outer, owner, source);
    }
}
