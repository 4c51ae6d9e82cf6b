package dev.orrery.export;

import dev.orrery.inspection.Finding;
import dev.orrery.inspection.InspectionReport;
import dev.orrery.inspection.Inspections;
import dev.orrery.problem.Problem;
import dev.orrery.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Problems and findings as the XML that JUnit's Ant task writes and build servers read: a suite for what reading
/// found and one for each rule, in which every finding is a case. What does not fail the command does not fail
/// there either.
public final class JunitReport {
    private final Predicate<Problem> fails;

    private JunitReport(Predicate<Problem> fails) {
        this.fails = fails;
    }

    /// @param words what is to be said beside a case that passes; null for nothing
    /// @param failure what a case fails with; null where it passes
    /// @param skipped why it is not told; null where it is
    private record Case(
            String name,
            @Nullable Problem failure,
            @Nullable String words,
            @Nullable String skipped) {}

    private record Suite(String name, List<Case> cases) {
        long failures() {
            return cases.stream().filter(one -> one.failure() != null).count();
        }

        long skipped() {
            return cases.stream().filter(one -> one.skipped() != null).count();
        }
    }

    /// @param name of the topology
    /// @param problems that reading found
    /// @param fails which of them fail the command
    public static String of(String name, List<Problem> problems, InspectionReport report, Predicate<Problem> fails) {
        return new JunitReport(fails).write(name, problems, report);
    }

    private String write(String name, List<Problem> problems, InspectionReport report) {
        List<Suite> suites = new ArrayList<>();
        suites.add(suite(
                "reading",
                Stream.concat(problems.stream(), report.problems().stream())
                        .sorted()
                        .map(problem -> toldCase(problem.code() + " " + problem.source(), problem))
                        .toList()));
        for (String rule : Inspections.rules()) {
            suites.add(suite(rule, cases(rule, report)));
        }
        Markup xml = new Markup();
        xml.open(
                "testsuites",
                "name",
                "orrery check: " + name,
                "tests",
                suites.stream().mapToLong(suite -> suite.cases().size()).sum(),
                "failures",
                suites.stream().mapToLong(Suite::failures).sum());
        suites.forEach(suite -> write(suite, xml));
        xml.close();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.toString().stripTrailing();
    }

    private List<Case> cases(String rule, InspectionReport report) {
        List<Case> cases = new ArrayList<>();
        report.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(finding -> toldCase(name(finding), finding.problem()))
                .forEach(cases::add);
        report.frozen().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(finding -> new Case(name(finding), null, null, Messages.of("junit.frozen")))
                .forEach(cases::add);
        report.suppressed().stream()
                .filter(suppressed -> suppressed.finding().rule().equals(rule))
                .map(suppressed -> new Case(
                        name(suppressed.finding()), null, null, suppressed.by().because()))
                .forEach(cases::add);
        return cases;
    }

    private Case toldCase(String name, Problem problem) {
        return fails.test(problem)
                ? new Case(name, problem, null, null)
                : new Case(name, null, problem.source() + ": " + problem.message(), null);
    }

    private static String name(Finding finding) {
        return finding.problem().code() + " " + String.join(" ", finding.subjects());
    }

    /// One in which nothing was found has one case, so that one sees that it was looked at.
    private static Suite suite(String name, List<Case> cases) {
        return new Suite(name, cases.isEmpty() ? List.of(new Case("nothing found", null, null, null)) : cases);
    }

    private static void write(Suite suite, Markup xml) {
        xml.open(
                "testsuite",
                "name",
                suite.name(),
                "tests",
                suite.cases().size(),
                "failures",
                suite.failures(),
                "errors",
                0,
                "skipped",
                suite.skipped());
        for (Case one : suite.cases()) {
            String group = "orrery." + suite.name();
            Problem failure = one.failure();
            if (failure == null && one.words() == null && one.skipped() == null) {
                xml.empty("testcase", "name", one.name(), "classname", group);
                continue;
            }
            xml.open("testcase", "name", one.name(), "classname", group);
            if (failure != null) {
                xml.text(
                        "failure",
                        failure.source() + ": " + failure.message(),
                        "message",
                        failure.message(),
                        "type",
                        failure.severity().word());
            } else if (one.skipped() != null) {
                xml.empty("skipped", "message", one.skipped());
            } else if (one.words() != null) {
                xml.text("system-out", one.words());
            }
            xml.close();
        }
        xml.close();
    }
}
