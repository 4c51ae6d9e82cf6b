package dev.orrery.persistence;

import java.nio.file.Path;

/// What became of writing a file.
public sealed interface Written {
    Path file();

    /// The file has the new content, and the disk says so.
    record Done(Path file) implements Written {}

    /// The file has its old content, or is still missing.
    ///
    /// @param why a sentence for people
    record Refused(Path file, String why) implements Written {}

    /// The file holds something else than it was expected to, and still does.
    record Changed(Path file) implements Written {}

    default boolean isDone() {
        return this instanceof Done;
    }
}
