package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.inspection.Inspections;
import dev.orrery.json.Json;
import dev.orrery.text.Messages;
import dev.orrery.xml.ParsedXml;
import dev.orrery.xml.XmlElement;
import dev.orrery.xml.XmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `check` tells other tools, and the baseline.
class CheckReportsTest {
    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("my shop.yaml"), """
                topology: Shop
                services:
                  a: {kind: service, depends_on: [b], colour: red}
                  b: {kind: service, depends_on: [a]}
                  alone: {}
                """);
    }

    @Test
    void sarifHasRulesPlacesAndFingerprints() {
        assertThat(terminal.run("check", file, "--format", "sarif")).isZero();
        Json.Obj log = terminal.json();

        assertThat(text(log, "version")).isEqualTo("2.1.0");
        Json.Obj run = (Json.Obj) items(log, "runs").getFirst();
        Json.Obj driver = object(object(run, "tool"), "driver");
        List<String> rules = items(driver, "rules").stream()
                .map(rule -> text((Json.Obj) rule, "id"))
                .toList();
        assertThat(rules).containsAll(Inspections.rules()).contains("reading/unknown-key");
        List<Json.Obj> results =
                items(run, "results").stream().map(Json.Obj.class::cast).toList();
        assertThat(results)
                .extracting(result -> text(result, "level") + " " + text(result, "ruleId"))
                .containsExactlyInAnyOrder(
                        "warning reading/unknown-key", "warning dependency-cycle", "note isolated-service");
        assertThat(results).allSatisfy(result -> {
            int index = Integer.parseInt(((Json.Num) result.get("ruleIndex").orElseThrow()).digits());
            assertThat(rules.get(index)).isEqualTo(text(result, "ruleId"));
            assertThat(text(object(result, "partialFingerprints"), "orrery/v1")).hasSize(64);
            assertThat(items(result, "suppressions")).isEmpty();
            Json.Obj place = object((Json.Obj) items(result, "locations").getFirst(), "physicalLocation");
            assertThat(text(object(place, "artifactLocation"), "uri")).isEqualTo("my%20shop.yaml");
            assertThat(object(place, "region").get("startLine")).isPresent();
        });
    }

    @Test
    void aMovedLineKeepsItsFingerprint() throws IOException {
        terminal.run("check", file, "--format", "sarif");
        List<String> before = fingerprints();
        Files.writeString(file, "# a line more\n" + Files.readString(file));
        terminal.run("check", file, "--format", "sarif");

        assertThat(fingerprints()).isEqualTo(before).doesNotHaveDuplicates();
    }

    @Test
    void junitHasASuiteForEachRuleAndFailsWhereTheCommandDoes() {
        assertThat(terminal.run("check", file, "--format", "junit", "--fail-on", "warning"))
                .isEqualTo(1);
        XmlElement suites = xml();

        assertThat(suites.attribute("failures")).contains("2");
        assertThat(suites.children()).hasSize(Inspections.rules().size() + 1);
        XmlElement cycles = suite(suites, "dependency-cycle");
        assertThat(cycles.attribute("failures")).contains("1");
        XmlElement failure = cycles.children().getFirst().children().getFirst();
        assertThat(failure.name()).isEqualTo("failure");
        assertThat(failure.attribute("message").orElseThrow()).startsWith("a, b need each other");
        assertThat(suite(suites, "isolated-service").attribute("failures"))
                .as("a note fails nothing")
                .contains("0");
        assertThat(suite(suites, "drift").children().getFirst().attribute("name"))
                .contains("nothing found");

        assertThat(terminal.run("check", file, "--format", "junit")).isZero();
        assertThat(xml().attribute("failures")).contains("0");
    }

    @Test
    void whatIsSuppressedIsToldAsSuch() throws IOException {
        Files.writeString(folder.resolve("my shop.workspace.yaml"), """
                inspections:
                  suppress: [{rule: dependency-cycle, subjects: a, because: It goes in May.}]
                """);
        terminal.run("check", file, "--format", "sarif");
        assertThat(terminal.out()).contains("\"justification\" : \"It goes in May.\"");
        terminal.run("check", file, "--format", "junit");
        assertThat(suite(xml(), "dependency-cycle").attribute("skipped")).contains("1");
        terminal.run("check", file, "--format", "json");
        assertThat(items(terminal.json(), "suppressed"))
                .singleElement()
                .satisfies(one -> assertThat(text((Json.Obj) one, "because")).isEqualTo("It goes in May."));
        terminal.run("check", file);
        assertThat(terminal.out()).contains("suppressed: 1").doesNotContain("circle");
    }

    @Test
    void aBaselineShrinksAndNeverGrows() throws IOException {
        Path baseline = folder.resolve("my shop.baseline.yaml");
        assertThat(terminal.run("check", file, "--fail-on", "warning", "--freeze"))
                .as("what reading found is not frozen")
                .isEqualTo(1);
        Files.writeString(file, Files.readString(file).replace(", colour: red", ""));
        assertThat(terminal.run("check", file, "--fail-on", "warning")).isZero();
        assertThat(terminal.out()).contains("No problems.").contains("Known to the baseline: 2");
        assertThat(Files.readAllLines(baseline)).hasSize(6).anyMatch(line -> line.contains("dependency-cycle"));

        Files.writeString(
                file,
                Files.readString(file) + "  c: {kind: service, depends_on: [d]}\n"
                        + "  d: {kind: service, depends_on: [c]}\n");
        assertThat(terminal.run("check", file, "--fail-on", "warning"))
                .as("what is new fails")
                .isEqualTo(1);
        assertThat(terminal.run("check", file, "--fail-on", "warning", "--freeze"))
                .as("and is not frozen")
                .isEqualTo(1);
        assertThat(Files.readAllLines(baseline)).hasSize(6);

        Files.writeString(file, Files.readString(file).replace("b: {kind: service, depends_on: [a]}", "b: {}"));
        terminal.run("check", file, "--freeze");
        assertThat(Files.readAllLines(baseline)).hasSize(5).noneMatch(line -> line.contains("dependency-cycle"));
        terminal.run("check", file, "--format", "sarif");
        assertThat(terminal.out())
                .contains("\"baselineState\" : \"unchanged\"")
                .contains("\"baselineState\" : \"new\"");
    }

    @Test
    void theBaselineOfAFolderLiesInItAndIsNoDescriptor() throws IOException {
        Files.move(file, folder.resolve("shop.yaml"));
        terminal.run("check", folder, "--freeze");
        assertThat(folder.resolve("orrery.baseline.yaml")).exists();

        terminal.run("check", folder);
        assertThat(terminal.out()).contains("Known to the baseline: 2").doesNotContain("orrery.baseline.yaml");
    }

    @Test
    void everyRuleIsDescribed() {
        assertThat(Inspections.rules())
                .allSatisfy(rule ->
                        assertThat(Messages.has("inspection." + rule)).as(rule).isTrue());
    }

    private List<String> fingerprints() {
        return items((Json.Obj) items(terminal.json(), "runs").getFirst(), "results").stream()
                .map(result -> text(object((Json.Obj) result, "partialFingerprints"), "orrery/v1"))
                .toList();
    }

    private XmlElement xml() {
        return switch (XmlReader.read(terminal.out())) {
            case ParsedXml.Whole(XmlElement root) -> root;
            case ParsedXml other -> throw new AssertionError(other + " in " + terminal.out());
        };
    }

    private static XmlElement suite(XmlElement suites, String name) {
        return suites.children().stream()
                .filter(suite -> suite.attribute("name").orElseThrow().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Json.Obj in, String key) {
        return ((Json.Text) in.get(key).orElseThrow()).text();
    }

    private static Json.Obj object(Json.Obj in, String key) {
        return (Json.Obj) in.get(key).orElseThrow();
    }

    private static List<Json> items(Json.Obj in, String key) {
        return ((Json.Arr) in.get(key).orElseThrow()).items();
    }
}
