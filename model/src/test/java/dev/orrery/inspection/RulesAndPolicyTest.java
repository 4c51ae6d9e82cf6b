package dev.orrery.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.Texts;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What descriptors, workspaces and baselines state about inspections.
class RulesAndPolicyTest {
    private static final String SHOP = """
            topology: T
            boundaries: {shop: {}, bank: {owner: pay}}
            services:
              page: {kind: web, boundary: shop, depends_on: [api, db]}
              api: {kind: gateway, boundary: shop, depends_on: [orders]}
              orders: {boundary: shop, depends_on: [db, ledger]}
              db: {kind: database, boundary: shop}
              ledger: {boundary: bank, depends_on: {vault: {kind: async}}}
              vault: {boundary: bank}
            """;

    @Test
    void aForbiddenDependencyIsAnErrorWhereItIsStated() {
        InspectionReport report = inspect("""
                rules:
                  no-page-asks-a-store: {from: "kind:web", to: "kind:database", because: Pages go through the API.}
                """);

        assertThat(found(report)).containsExactly("forbidden-dependency db page");
        Finding finding = report.findings().getFirst();
        assertThat(finding.problem().severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.problem().source()).hasToString("t.yaml:4:55");
        assertThat(finding.problem().message())
                .isEqualTo(
                        "“page” needs “db”, which the rule “no-page-asks-a-store” forbids. Pages go through the API.");
        assertThat(finding.mends()).containsExactly(new TopologyEdit.Disconnect("page", "db"));
    }

    @Test
    void aDependencyOfAnotherKindIsNotMeant() {
        assertThat(found(inspect("rules: {r: {from: \"kind:web\", to: \"kind:database\", kind: sync}}\n")))
                .isEmpty();
        assertThat(found(inspect("rules: {r: {from: \"kind:web\", to: \"kind:database\", kind: data}}\n")))
                .hasSize(1);
    }

    @Test
    void whatOnlySomeMayNeedIsForbiddenToAllOthersButEachOther() {
        assertThat(found(inspect("rules: {r: {dependency: allowed, from: \"kind:gateway\", to: \"owner:pay\"}}\n")))
                .as("ledger may need vault")
                .containsExactly("forbidden-dependency ledger orders");
        assertThat(found(inspect("rules: {r: {dependency: allowed, from: orders, to: \"owner:pay\"}}\n")))
                .isEmpty();
    }

    @Test
    void aWayThroughOrPastOthersIsForbidden() {
        assertThat(found(inspect("rules: {r: {from: \"kind:web\", via: orders, to: \"boundary:bank\"}}\n")))
                .containsExactly("forbidden-way api ledger orders page");
        assertThat(found(inspect("rules: {r: {from: \"kind:web\", via: orders, to: \"kind:cache\"}}\n")))
                .isEmpty();
        assertThat(found(inspect(
                        "rules: {r: {dependency: allowed, from: \"kind:web\", via: \"kind:gateway\", to: db}}\n")))
                .containsExactly("forbidden-way db page");
        assertThat(found(inspect(
                        "rules: {r: {dependency: allowed, from: \"kind:web\", via: \"kind:gateway\", to: vault}}\n")))
                .as("there is no other way")
                .isEmpty();
    }

    @Test
    void rulesMayStandInAWorkspaceToo() {
        Loaded loaded = Texts.named("t.yaml", SHOP)
                .with("t.workspace.yaml", SourceFile.Role.SIDE, "rules: {r: {from: \"kind:web\", to: db}}\n")
                .read();

        assertThat(found(Inspections.inspect(loaded.topology(), loaded.inspections())))
                .containsExactly("forbidden-dependency db page");
    }

    @Test
    void whatARuleDoesNotSayIsToldWithItsPlace() {
        Loaded loaded = Texts.named("t.yaml", SHOP + """
                rules:
                  a: {from: "kind:web"}
                  b: {from: "kind:wep", to: db}
                  c: {from: "down", to: db}
                  d: {from: page, to: api, dependency: never, severity: bad, likes: x}
                  e: {from: "kind:service", to: "owner:nobody"}
                """).read();

        assertThat(Texts.problems(loaded))
                .contains(
                        "rule-without-ends @ t.yaml:11:3",
                        "unknown-word @ t.yaml:14:40",
                        "unknown-word @ t.yaml:14:57",
                        "unknown-key @ t.yaml:14:62");
        assertThat(Inspections.inspect(loaded.topology(), loaded.inspections()).problems())
                .extracting(problem -> problem.code() + " @ " + problem.source())
                .containsExactly(
                        "rule-expression @ t.yaml:12:13",
                        "rule-follows-health @ t.yaml:13:13",
                        "rule-expression @ t.yaml:15:33");
    }

    private static final String CIRCLE =
            "topology: T\nservices:\n  a: {depends_on: [b]}\n  b: {depends_on: [a]}\n  alone: {}\n";

    @Test
    void aWorkspaceSaysHowSevereARuleIs() {
        InspectionReport report = circle("""
                inspections: {severity: {dependency-cycle: error, isolated-service: off}}
                """);

        assertThat(report.findings())
                .extracting(finding -> finding.rule() + " " + finding.problem().severity())
                .containsExactly("dependency-cycle ERROR");
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void aWorkspaceSaysFromWhereOnARuleSpeaks() {
        String chain = "topology: T\nservices:\n  a: {depends_on: [b]}\n  b: {depends_on: [c]}\n  c: {}\n";
        Texts texts = Texts.named("t.yaml", chain)
                .with("t.workspace.yaml", SourceFile.Role.SIDE, "inspections: {limits: {chain: 1}}\n");

        assertThat(found(Inspections.inspect(
                        texts.read().topology(), texts.read().inspections())))
                .containsExactly("long-chain a b c");
    }

    @Test
    void whatIsSuppressedWithAReasonIsNotTold() {
        InspectionReport report = circle("""
                inspections:
                  suppress:
                    - {rule: dependency-cycle, subjects: [a, "b*"], because: They are replaced in May.}
                """);

        assertThat(found(report)).containsExactly("isolated-service alone");
        assertThat(report.suppressed())
                .extracting(one -> one.finding().rule() + ": " + one.by().because())
                .containsExactly("dependency-cycle: They are replaced in May.");
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void aSuppressionWithoutReasonSuppressesNothingAndAnUnusedOneIsTold() {
        InspectionReport report = circle("""
                inspections:
                  severity: {dependency-cicle: error, nonsense: error}
                  limits: {chains: 3}
                  suppress:
                    - {rule: dependency-cycle, subjects: [a]}
                    - {rule: dependency-cycle, subjects: [a, alone], because: no}
                """);

        assertThat(found(report)).containsExactly("dependency-cycle a b", "isolated-service alone");
        assertThat(report.problems())
                .extracting(problem -> problem.code() + " @ " + problem.source())
                .containsExactly(
                        "misspelt-key @ t.workspace.yaml:2:14",
                        "unknown-inspection @ t.workspace.yaml:2:39",
                        "unknown-limit @ t.workspace.yaml:3:12",
                        "suppression-without-reason @ t.workspace.yaml:5:7",
                        "suppression-unused @ t.workspace.yaml:6:7");
    }

    @Test
    void badInspectionsAreToldWithTheirPlace() {
        Loaded loaded = Texts.named("t.yaml", CIRCLE)
                .with("t.workspace.yaml", SourceFile.Role.SIDE, """
                        inspections:
                          severity: {dependency-cycle: loud}
                          limits: {chain: many}
                          supress: []
                          suppress: [{rule: drift}, 7]
                        """)
                .read();

        assertThat(Texts.problems(loaded))
                .containsExactly(
                        "unknown-word @ t.workspace.yaml:2:32",
                        "expected-number @ t.workspace.yaml:3:19",
                        "misspelt-key @ t.workspace.yaml:4:3",
                        "suppression-of-nothing @ t.workspace.yaml:5:14",
                        "expected-mapping @ t.workspace.yaml:5:29");
    }

    @Test
    void whatABaselineKnowsIsFrozenWhereverItStands() {
        Loaded loaded = Texts.named("t.yaml", "# moved\n" + CIRCLE)
                .with("t.baseline.yaml", SourceFile.Role.SIDE, """
                        format: 1
                        findings:
                          - {"rule":"dependency-cycle","code":"dependency-cycle","subjects":["b","a"]}
                        """)
                .read();
        InspectionReport report = Inspections.inspect(loaded.topology(), loaded.inspections());

        assertThat(loaded.problems()).isEmpty();
        assertThat(found(report)).containsExactly("isolated-service alone");
        assertThat(report.frozen()).extracting(Finding::rule).containsExactly("dependency-cycle");
        assertThat(report.told().map(Problem::code)).containsExactlyInAnyOrder("dependency-cycle", "isolated-service");
    }

    private static InspectionReport circle(String workspace) {
        Loaded loaded = Texts.named("t.yaml", CIRCLE)
                .with("t.workspace.yaml", SourceFile.Role.SIDE, workspace)
                .read();
        assertThat(loaded.problems()).isEmpty();
        return Inspections.inspect(loaded.topology(), loaded.inspections());
    }

    private static InspectionReport inspect(String rules) {
        Loaded loaded = Texts.named("t.yaml", SHOP + rules).read();
        assertThat(loaded.problems()).isEmpty();
        return Inspections.inspect(loaded.topology(), loaded.inspections());
    }

    private static List<String> found(InspectionReport report) {
        return report.findings().stream()
                .map(finding -> finding.problem().code() + " " + String.join(" ", finding.subjects()))
                .toList();
    }
}
