package dev.orrery.export;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.number;
import static dev.orrery.json.Json.object;

import dev.orrery.graph.ServiceGraph;
import dev.orrery.inspection.Finding;
import dev.orrery.json.Json;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Dependency;
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
    /// @param findings of the inspections
    public static Json.Obj check(Topology topology, List<Problem> problems, List<Finding> findings) {
        record Checked(Problem problem, Json json) {}
        Stream<Checked> read =
                problems.stream().map(problem -> new Checked(problem, checked(problem, null, List.of())));
        Stream<Checked> found = findings.stream()
                .map(finding ->
                        new Checked(finding.problem(), checked(finding.problem(), finding.rule(), finding.subjects())));
        return object(
                member(
                        "problems",
                        array(Stream.concat(read, found)
                                .sorted(Comparator.comparing(Checked::problem))
                                .map(Checked::json)
                                .toList())),
                member("metrics", metrics(topology)));
    }

    static Json of(Problem problem) {
        return new Json.Obj(members(problem));
    }

    private static Json checked(Problem problem, @Nullable String rule, List<String> subjects) {
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

    private static Json metrics(Topology topology) {
        return object(
                member("services", number(topology.services().size())),
                member("dependencies", number(topology.dependencies().size())),
                member("boundaries", number(topology.boundaries().size())),
                member(
                        "dangling",
                        number(topology.dependencies().stream()
                                .filter(Dependency::dangling)
                                .count())),
                member("cycles", number(ServiceGraph.of(topology).cycles().size())));
    }
}
