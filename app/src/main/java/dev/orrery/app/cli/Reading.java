package dev.orrery.app.cli;

import dev.orrery.importer.Loaded;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/// The files or folders that a command is about.
final class Reading {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "${bundle:cli.paths}")
    private List<Path> paths = List.of();

    List<Path> paths() {
        return paths;
    }

    Loaded load() {
        return TopologyLoader.standard().load(paths);
    }

    /// Exit code of commands that do all they can with what was read.
    static int exitCode(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR) ? Exit.PROBLEMS : Exit.FINE;
    }

    /// Says beside the answer what could not be read.
    static void tellErrors(List<Problem> problems, PrintWriter err) {
        problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(problem -> err.println(ProblemText.line(problem)));
    }
}
