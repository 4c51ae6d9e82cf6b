package dev.orrery.importer;

import dev.orrery.descriptor.SourceText;
import dev.orrery.problem.Problem;

/// What became of a file that a descriptor names.
public sealed interface SideFile {
    record Found(SourceText text) implements SideFile {}

    /// No such file, or no file at all.
    ///
    /// @param file where it would be, relative to the root
    record Missing(String file) implements SideFile {}

    /// It would lie outside the root, and was not looked for.
    record Outside(String path) implements SideFile {}

    /// It is there, and cannot be read.
    record Refused(Problem why) implements SideFile {}
}
