package dev.orrery.descriptor;

import dev.orrery.problem.Problem;

/// What became of a file's bytes.
public sealed interface Decoded {

    /// They are UTF-8.
    record Text(SourceText text) implements Decoded {}

    /// They are not, or are too many; the problem says where and what to do.
    record Refused(Problem problem) implements Decoded {}
}
