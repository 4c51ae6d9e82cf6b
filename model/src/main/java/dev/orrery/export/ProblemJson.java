package dev.orrery.export;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.object;

import dev.orrery.inspection.Finding;
import dev.orrery.inspection.InspectionReport;
import dev.orrery.json.Json;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Problems as `show` and `check` answer them.
public final class ProblemJson {
    private ProblemJson() {}

    /// The answer of `check`. A problem that reading found breaks no rule about architecture: its rule is null.
    ///
    /// @param problems that reading found
    public static Json.Obj check(Topology topology, List<Problem> problems, InspectionReport report) {
        record Checked(Problem problem, Json json) {}
        Stream<Checked> read = Stream.concat(problems.stream(), report.problems().stream())
                .map(problem -> new Checked(problem, checked(problem, null, List.of())));
        Stream<Checked> found = report.findings().stream()
                .map(finding -> new Checked(finding.problem(), new Json.Obj(checked(finding))));
        return object(
                member(
                        "problems",
                        array(Stream.concat(read, found)
                                .sorted(Comparator.comparing(Checked::problem))
                                .map(Checked::json)
                                .toList())),
                member(
                        "frozen",
                        array(report.frozen().stream()
                                .map(finding -> new Json.Obj(checked(finding)))
                                .toList())),
                member(
                        "suppressed",
                        array(report.suppressed().stream()
                                .map(ProblemJson::suppressed)
                                .toList())),
                member("metrics", MetricsJson.of(topology)));
    }

    private static Json suppressed(InspectionReport.Suppressed suppressed) {
        List<Json.Member> members = new ArrayList<>(checked(suppressed.finding()));
        members.add(member("because", suppressed.by().because()));
        return new Json.Obj(members);
    }

    static Json of(Problem problem) {
        return new Json.Obj(members(problem));
    }

    private static List<Json.Member> checked(Finding finding) {
        return checked(finding.problem(), finding.rule(), finding.subjects()).members();
    }

    private static Json.Obj checked(Problem problem, @Nullable String rule, List<String> subjects) {
        List<Json.Member> members = new ArrayList<>(members(problem));
        members.add(member("rule", rule));
        members.add(member("subjects", array(subjects.stream().map(Json::text).toList())));
        return new Json.Obj(members);
    }

    private static List<Json.Member> members(Problem problem) {
        return List.of(
                member("severity", problem.severity().word()),
                member("code", problem.code()),
                member("message", problem.message()),
                member("source", problem.source().toString()));
    }
}
