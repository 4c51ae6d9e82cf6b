package dev.orrery.importer;

import dev.orrery.descriptor.SourceText;
import dev.orrery.descriptor.SourceTree;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.topology.SourceLocation;
import java.util.List;

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

    /// A file of a known format that defines nobody.
    static Problem nothingSaid(SourceFile file) {
        return Problem.warning("no-services", SourceLocation.startOf(file.text().file()));
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

    /// Why a file is no descriptor, as a code of [FileReading#note].
    static String note(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst()
                .map(problem -> switch (problem.code()) {
                    case "not-utf-8", "utf-16" -> "not-text";
                    case "file-too-large" -> "too-large";
                    case "file-missing", "not-a-file", "file-unreadable" -> "unreadable";
                    case "workspace-is-no-descriptor" -> "workspace";
                    case "not-a-topology", "no-services", "empty-file" -> "no-format";
                    default -> "broken";
                })
                .orElse("no-format");
    }
}
