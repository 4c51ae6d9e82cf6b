package dev.orrery.app.cli;

import dev.orrery.export.ProblemJson;
import dev.orrery.export.ReadingJson;
import dev.orrery.importer.Loaded;
import dev.orrery.inspection.Finding;
import dev.orrery.inspection.Inspections;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says what is wrong with what was read, and with the architecture that it describes.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.orrery.text.messages",
        description = "${bundle:cli.check}")
final class CheckCommand implements Callable<Integer> {
    /// From which severity on problems fail the command.
    enum FailOn {
        ERROR,
        WARNING;

        boolean isMetBy(Problem problem) {
            return problem.severity() == Severity.ERROR || (this == WARNING && problem.severity() == Severity.WARNING);
        }
    }

    private final Surroundings surroundings;

    @Mixin
    private final Reading reading = new Reading();

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--fail-on",
            paramLabel = "error|warning",
            defaultValue = "error",
            description = "${bundle:cli.check.fail-on}")
    private FailOn failOn = FailOn.ERROR;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Loaded loaded = reading.load();
        List<Finding> findings = Inspections.inspect(loaded.topology());
        List<Problem> problems = Stream.concat(
                        loaded.problems().stream(), findings.stream().map(Finding::problem))
                .sorted()
                .toList();
        output.answer(
                surroundings.out(),
                () -> ReadingJson.with(
                        ProblemJson.check(loaded.topology(), loaded.problems(), findings), loaded.readings()),
                () -> text(problems));
        if (!output.isJson()) {
            surroundings.err().println(ReadingText.of(loaded.readings()));
        }
        return problems.stream().anyMatch(failOn::isMetBy) ? Exit.PROBLEMS : Exit.FINE;
    }

    private static String text(List<Problem> problems) {
        if (problems.isEmpty()) {
            return Messages.of("cli.check.none");
        }
        return problems.stream().map(ProblemText::line).collect(Collectors.joining("\n")) + "\n"
                + Messages.of(
                        "cli.check.counts",
                        count(problems, Severity.ERROR),
                        count(problems, Severity.WARNING),
                        count(problems, Severity.INFO));
    }

    private static String count(List<Problem> problems, Severity severity) {
        return Long.toString(problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count());
    }
}
