package dev.orrery.export;

import static dev.orrery.json.Json.array;
import static dev.orrery.json.Json.member;
import static dev.orrery.json.Json.number;
import static dev.orrery.json.Json.object;

import dev.orrery.inspection.Finding;
import dev.orrery.inspection.InspectionReport;
import dev.orrery.inspection.Inspections;
import dev.orrery.json.Json;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.text.Messages;
import dev.orrery.topology.SourceLocation;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Problems and findings in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS, 2020), as code
/// hosts take them.
///
/// A finding's rule is that of the inspection, a problem's its code with `reading/` before it. A fingerprint says
/// the same of the same finding wherever it stands in a file, so that a moved line is no new result.
public final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String READING = "reading/";
    private static final String FINGERPRINT = "orrery/v1";

    private final List<String> rules;
    private final boolean hasBaseline;

    private SarifReport(List<String> rules, boolean hasBaseline) {
        this.rules = rules;
        this.hasBaseline = hasBaseline;
    }

    /// @param problems that reading found
    /// @param version of the program; null where it is not known
    public static Json.Obj of(List<Problem> problems, InspectionReport report, @Nullable String version) {
        List<String> rules = new ArrayList<>(Inspections.rules());
        List<Problem> read = new ArrayList<>(problems);
        read.addAll(report.problems());
        TreeSet<String> codes = new TreeSet<>();
        read.forEach(problem -> codes.add(READING + problem.code()));
        rules.addAll(codes);
        return new SarifReport(rules, report.hasBaseline()).log(read, report, version);
    }

    private Json.Obj log(List<Problem> read, InspectionReport report, @Nullable String version) {
        List<Json> results = new ArrayList<>();
        read.forEach(problem -> results.add(
                result(READING + problem.code(), problem, List.of(), problem.arguments(), "new", List.of())));
        report.findings().forEach(finding -> results.add(result(finding, "new", List.of())));
        report.frozen().forEach(finding -> results.add(result(finding, "unchanged", List.of())));
        report.suppressed()
                .forEach(suppressed -> results.add(result(
                        suppressed.finding(),
                        "new",
                        List.of(object(
                                member("kind", "external"),
                                member("justification", suppressed.by().because()))))));
        List<Json.Member> driver = new ArrayList<>();
        driver.add(member("name", "Orrery"));
        if (version != null) {
            driver.add(member("version", version));
        }
        driver.add(member("rules", array(rules.stream().map(SarifReport::rule).toList())));
        return object(
                member("$schema", SCHEMA),
                member("version", "2.1.0"),
                member(
                        "runs",
                        array(List.of(object(
                                member("tool", object(member("driver", new Json.Obj(driver)))),
                                member("columnKind", "utf16CodeUnits"),
                                member("results", array(results)))))));
    }

    private static Json rule(String rule) {
        String words = rule.startsWith(READING)
                ? Messages.of("sarif.reading", rule.substring(READING.length()).replace('-', ' '))
                : Messages.of("inspection." + rule);
        return object(member("id", rule), member("shortDescription", object(member("text", words))));
    }

    private Json result(Finding finding, String state, List<Json> suppressions) {
        return result(finding.rule(), finding.problem(), finding.subjects(), finding.subjects(), state, suppressions);
    }

    private Json result(
            String rule,
            Problem problem,
            List<String> subjects,
            List<String> about,
            String state,
            List<Json> suppressions) {
        List<Json.Member> members = new ArrayList<>();
        members.add(member("ruleId", rule));
        members.add(member("ruleIndex", number(rules.indexOf(rule))));
        members.add(member("level", level(problem.severity())));
        members.add(member("message", object(member("text", problem.message()))));
        members.add(member("locations", array(location(problem.source(), subjects))));
        members.add(member("partialFingerprints", object(member(FINGERPRINT, fingerprint(rule, problem, about)))));
        if (hasBaseline) {
            members.add(member("baselineState", state));
        }
        members.add(member("suppressions", array(suppressions)));
        return new Json.Obj(members);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static List<Json> location(SourceLocation source, List<String> subjects) {
        List<Json.Member> members = new ArrayList<>();
        if (!source.equals(SourceLocation.NOWHERE) && !source.file().isEmpty()) {
            Json.Obj artifact = object(member("uri", uri(source)));
            members.add(member(
                    "physicalLocation",
                    source.isServer()
                            ? object(member("artifactLocation", artifact))
                            : object(
                                    member("artifactLocation", artifact),
                                    member(
                                            "region",
                                            object(
                                                    member("startLine", number(source.line())),
                                                    member("startColumn", number(source.column())))))));
        }
        if (!subjects.isEmpty()) {
            members.add(member(
                    "logicalLocations",
                    array(subjects.stream()
                            .map(subject -> object(member("name", subject), member("kind", "service")))
                            .toList())));
        }
        return members.isEmpty() ? List.of() : List.of(new Json.Obj(members));
    }

    /// Relative to the root, with what a URI cannot hold escaped.
    private static String uri(SourceLocation source) {
        if (source.isServer()) {
            return source.file();
        }
        try {
            return new URI(null, null, "/" + source.file(), null)
                    .toASCIIString()
                    .substring(1);
        } catch (URISyntaxException unlikely) {
            throw new IllegalArgumentException(source.toString(), unlikely);
        }
    }

    private static String fingerprint(String rule, Problem problem, List<String> about) {
        String text = String.join("\n", rule, problem.code(), String.join("\n", about));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException unlikely) {
            throw new IllegalStateException("every Java has SHA-256", unlikely);
        }
    }
}
