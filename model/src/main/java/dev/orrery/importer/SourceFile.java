package dev.orrery.importer;

import dev.orrery.descriptor.SourceText;
import dev.orrery.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/// A file that a topology was read from, or would have been.
///
/// @param path the real file, absolute, to watch and to open in an editor
/// @param text its text, with its name relative to the root; empty where the file could not be read
/// @param problems why it could not be read; empty for a file that was
public record SourceFile(Path path, Role role, SourceText text, List<Problem> problems) {
    public SourceFile {
        problems = List.copyOf(problems);
    }

    /// Why the file is among the sources.
    public enum Role {
        /// The user named it: it is an error if it is no topology.
        NAMED,
        /// It was found in a folder: it is passed over if it is no topology.
        FOUND,
        /// It lies beside a descriptor, which takes values from it.
        SIDE
    }

    /// Whether the text is what the file holds.
    public boolean isRead() {
        return problems.isEmpty();
    }

    /// The same file with other text, as after an edit.
    public SourceFile withContent(String content) {
        return new SourceFile(path, role, new SourceText(text.file(), content), List.of());
    }
}
