package dev.orrery.importer;

import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;

/// What is to be said about a whole file.
final class FileProblems {
    private FileProblems() {}

    /// A file that the user named and no format accepts.
    static Problem notATopology(SourceTree tree) {
        SourceLocation start = SourceLocation.startOf(tree.text().file());
        if (tree.text().content().isBlank()) {
            return Problem.error("empty-file", start);
        }
        boolean saysNothing = tree.documents().stream().allMatch(document -> document.root() == null);
        return Problem.error(saysNothing ? "no-services" : "not-a-topology", start);
    }

    static Problem workspace(SourceText text) {
        return Problem.error("workspace-is-no-descriptor", SourceLocation.startOf(text.file()));
    }

    static Problem missing(String file) {
        return Problem.error("file-missing", SourceLocation.startOf(file));
    }

    static Problem notAFile(String file) {
        return Problem.error("not-a-file", SourceLocation.startOf(file));
    }

    static Problem unreadable(String file, String why) {
        return Problem.error("file-unreadable", SourceLocation.startOf(file), why);
    }

    static Problem nothingFound(String folder) {
        return Problem.error("no-descriptor-in-folder", SourceLocation.startOf(folder));
    }

    static Problem tooManyFiles(String folder, int most) {
        return Problem.warning("too-many-files", SourceLocation.startOf(folder), String.valueOf(most));
    }
}
