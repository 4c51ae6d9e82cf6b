package dev.orrery.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.problem.Problem;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.ServiceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTextTest {
    private final List<Problem> problems = new ArrayList<>();

    private List<Scenario> read(String text) {
        return ScenarioText.read(new SourceText("orrery.workspace.yaml", text), problems::add);
    }

    @Test
    void everyStepIsReadAsItIsWritten() {
        Scenario all = new Scenario(
                "All: of \"them\"",
                List.of(
                        new TopologyEdit.AddService("new", ServiceKind.WORKER, null),
                        new TopologyEdit.AddService("other", ServiceKind.WEB, "core"),
                        new TopologyEdit.RenameService("a", "b"),
                        new TopologyEdit.DeleteService("a/b: c"),
                        new TopologyEdit.DuplicateService("a", "a2"),
                        new TopologyEdit.MoveService("a", "core"),
                        new TopologyEdit.MoveService("a", null),
                        new TopologyEdit.NameService("a", "The \\ \"a\" #1"),
                        new TopologyEdit.NameService("a", null),
                        new TopologyEdit.SetKind("a", ServiceKind.QUEUE),
                        new TopologyEdit.SetOwner("a", "no"),
                        new TopologyEdit.SetOwner("a", null),
                        new TopologyEdit.SetTechnology("a", "Java, Spring"),
                        new TopologyEdit.SetTags("a", List.of("x", "1", "y, z")),
                        new TopologyEdit.SetTags("a", List.of()),
                        new TopologyEdit.SetLink("a", "runbook", "https://a.example/?x={y}"),
                        new TopologyEdit.SetLink("a", "runbook", null),
                        new TopologyEdit.SetHealthCheck("a", null, "http://localhost:1/"),
                        new TopologyEdit.SetHealthCheck("a", "http://localhost:1/", null),
                        new TopologyEdit.Connect("a", "b", null),
                        new TopologyEdit.Connect("a", "b", DependencyKind.ASYNC),
                        new TopologyEdit.Disconnect("a", "b"),
                        new TopologyEdit.Retarget("a", "b", "c"),
                        new TopologyEdit.Annotate("a", "b", null, false, "https", "b v1"),
                        new TopologyEdit.Annotate("a", "b", DependencyKind.DATA, true, null, null),
                        new TopologyEdit.AddBoundary("core", null, null, null),
                        new TopologyEdit.AddBoundary("core", "Core", "domain", "all"),
                        new TopologyEdit.RenameBoundary("core", "kern"),
                        new TopologyEdit.NameBoundary("core", "Kern ä\n"),
                        new TopologyEdit.OwnBoundary("core", null),
                        new TopologyEdit.NestBoundary("core", "all"),
                        new TopologyEdit.DissolveBoundary("core")),
                List.of(new AssumedFault.Down("a"), new AssumedFault.Slow("b", Duration.ofMillis(1500))));
        Scenario none = new Scenario("None", List.of(), List.of());
        assertThat(read("format: 1\n" + ScenarioText.section(List.of(all, none)) + "\n"))
                .containsExactly(all, none);
        assertThat(problems).isEmpty();
    }

    @Test
    void itIsWrittenAsAPersonWouldWriteIt() {
        Scenario scenario = new Scenario(
                "Payments on their own",
                List.of(new TopologyEdit.MoveService("payments", "payments-context")),
                List.of(new AssumedFault.Down("payment-provider")));
        assertThat(ScenarioText.section(List.of(scenario))).isEqualTo("""
                scenarios:
                  "Payments on their own":
                    - move-service: {service: payments, to: payments-context}
                    - down: {service: payment-provider}""");
        assertThat(ScenarioText.section(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- explode: {service: a}",
                "- down: {}",
                "- down: a",
                "- slow: {service: a}",
                "- slow: {service: a, by: 0s}",
                "- slow: {service: a, by: soon}",
                "- set-kind: {service: a, kind: magic}",
                "- connect: {from: a, to: b, kind: magic}",
                "- {down: {service: a}, slow: {service: b, by: 1s}}",
                "- down",
                "- set-owner: {owner: a}"
            })
    void aStepThatIsNotUnderstoodLeavesItsScenarioOutAndSaysWhere(String step) {
        List<Scenario> read = read("scenarios:\n  Bad:\n    " + step + "\n  Good:\n    - down: {service: a}\n");
        assertThat(read).extracting(Scenario::name).containsExactly("Good");
        assertThat(problems).isNotEmpty().allMatch(problem -> problem.source().line() == 3);
        assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
    }

    @Test
    void aWorkspaceWithoutScenariosHasNone() {
        assertThat(read("")).isEmpty();
        assertThat(read("format: 1\ncollapsed: [a]\n")).isEmpty();
        assertThat(read("[broken")).isEmpty();
        assertThat(problems).isEmpty();
        assertThat(read("scenarios: 3\n")).isEmpty();
        assertThat(problems).hasSize(1);
    }
}
