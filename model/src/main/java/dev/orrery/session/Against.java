package dev.orrery.session;

import java.nio.file.Path;
import java.util.List;

/// What the present is compared with.
public sealed interface Against {
    /// Files and folders, of any format that is read.
    record Paths(List<Path> paths) implements Against {
        public Paths {
            paths = List.copyOf(paths);
        }
    }

    /// What the opened files were at a revision of the repository around them.
    ///
    /// @param revision a branch, a tag, an id or its beginning, with steps back
    record AtRevision(String revision) implements Against {}

    /// What a scenario of the workspace would make of it.
    record OfScenario(String name) implements Against {}

    /// Whether it is the earlier one, where nobody says otherwise: what was committed was before what is there now.
    default boolean isEarlier() {
        return this instanceof AtRevision;
    }
}
