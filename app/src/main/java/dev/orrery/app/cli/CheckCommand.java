package dev.orrery.app.cli;

import dev.orrery.export.JunitReport;
import dev.orrery.export.ProblemJson;
import dev.orrery.export.ReadingJson;
import dev.orrery.export.SarifReport;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.StatedInspections.Known;
import dev.orrery.inspection.Finding;
import dev.orrery.inspection.InspectionReport;
import dev.orrery.inspection.Inspections;
import dev.orrery.json.JsonWriter;
import dev.orrery.persistence.AtomicFile;
import dev.orrery.persistence.BaselineFile;
import dev.orrery.persistence.Written;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif|junit",
            defaultValue = "text",
            description = "${bundle:cli.check.format}")
    private CheckFormat format = CheckFormat.TEXT;

    @Option(names = "--freeze", description = "${bundle:cli.check.freeze}")
    private boolean isFreezing;

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
        InspectionReport report = Inspections.inspect(loaded.topology(), loaded.inspections());
        if (isFreezing) {
            report = frozen(loaded, report);
        }
        List<Problem> problems = Stream.of(
                        loaded.problems().stream(),
                        report.problems().stream(),
                        report.findings().stream().map(Finding::problem))
                .flatMap(each -> each)
                .sorted()
                .toList();
        // Not println: the same bytes on every machine.
        surroundings.out().print(answer(loaded, report, problems) + "\n");
        surroundings.out().flush();
        if (format == CheckFormat.TEXT) {
            surroundings.err().println(ReadingText.of(loaded.readings()));
        }
        return problems.stream().anyMatch(failOn::isMetBy) ? Exit.PROBLEMS : Exit.FINE;
    }

    /// What is left when all that was found, or all of it that a baseline knew, is in the baseline.
    private InspectionReport frozen(Loaded loaded, InspectionReport report) {
        List<Finding> found = Stream.concat(report.findings().stream(), report.frozen().stream())
                .sorted()
                .toList();
        Set<Known> before = loaded.inspections().baseline();
        Path file = loaded.baseline();
        switch (new BaselineFile(AtomicFile.shared()).freeze(file, found, before)) {
            case Written.Done _ -> {
                int count = BaselineFile.frozen(found, before).size();
                surroundings.err().println(Messages.of("cli.check.frozen", Integer.toString(count), file.toString()));
            }
            case Written.Refused refused -> throw new Refusal(Exit.OWN_FAULT, refused.why());
            case Written.Changed changed ->
                throw new IllegalStateException("nothing was expected of " + changed.file());
        }
        return before == null
                ? new InspectionReport(List.of(), found, report.suppressed(), report.problems(), true)
                : report;
    }

    private String answer(Loaded loaded, InspectionReport report, List<Problem> problems) {
        return switch (format) {
            case TEXT -> text(problems, report);
            case JSON ->
                JsonWriter.pretty(ReadingJson.with(
                        ProblemJson.check(loaded.topology(), loaded.problems(), report), loaded.readings()));
            case SARIF ->
                JsonWriter.pretty(SarifReport.of(
                        loaded.problems(), report, Cli.class.getPackage().getImplementationVersion()));
            case JUNIT -> JunitReport.of(loaded.topology().name(), loaded.problems(), report, failOn::isMetBy);
        };
    }

    private static String text(List<Problem> problems, InspectionReport report) {
        int known = report.frozen().size();
        int suppressed = report.suppressed().size();
        String kept = known + suppressed == 0
                ? ""
                : "\n" + Messages.of("cli.check.kept", Integer.toString(known), Integer.toString(suppressed));
        if (problems.isEmpty()) {
            return Messages.of("cli.check.none") + kept;
        }
        return problems.stream().map(ProblemText::line).collect(Collectors.joining("\n")) + "\n"
                + Messages.of(
                        "cli.check.counts",
                        count(problems, Severity.ERROR),
                        count(problems, Severity.WARNING),
                        count(problems, Severity.INFO))
                + kept;
    }

    private static String count(List<Problem> problems, Severity severity) {
        return Long.toString(problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count());
    }
}
