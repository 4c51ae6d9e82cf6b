package dev.orrery.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.Texts;
import org.junit.jupiter.api.Test;

/// Rules about what most services say and some do not.
class MissingStatementsTest {
    private static final String THREE = """
            boundaries: {shop: {%s}}
            services:
              a: {boundary: shop, %3$s}
              b: {boundary: shop, %3$s}
              c: {boundary: shop, %3$s}
              d: {boundary: shop%2$s}
              bank: {kind: external}
              db: {kind: database, boundary: shop, owner: x}
            """;

    @Test
    void whoHasNoOwnerWhereNearlyAllHaveOneIsTold() {
        String text = THREE.formatted("", "", "owner: x");
        assertThat(Found.by(new MissingOwner(), text)).containsExactly("missing-owner d");
        assertThat(Found.findings(new MissingOwner(), Found.topology(text))
                        .getFirst()
                        .mends())
                .as("all beside it have the same")
                .containsExactly(new TopologyEdit.SetOwner("d", "x"));
    }

    @Test
    void theOwnerOfTheBoundaryIsOne() {
        assertThat(Found.by(new MissingOwner(), THREE.formatted("owner: x", "", "owner: x")))
                .isEmpty();
    }

    @Test
    void whereFewSayItNobodyIsTold() {
        String text = THREE.formatted("", ", owner: x, health: {url: \"http://d\"}, links: {runbook: r}", "tags: [t]");
        assertThat(Found.by(new MissingOwner(), text)).isEmpty();
        assertThat(Found.by(new MissingHealthCheck(), text)).isEmpty();
        assertThat(Found.by(new MissingRunbook(), text)).isEmpty();
    }

    @Test
    void whoHasNoHealthCheckWhereNearlyAllOfItsKindHaveOneIsTold() {
        assertThat(Found.by(new MissingHealthCheck(), THREE.formatted("", "", "health: {url: \"http://h\"}")))
                .as("databases are another kind")
                .containsExactly("missing-health-check d");
    }

    @Test
    void whoHasNoRunbookWhereNearlyAllOfItsKindHaveOneIsTold() {
        assertThat(Found.by(new MissingRunbook(), THREE.formatted("", "", "links: {Run book: \"http://r\"}")))
                .containsExactly("missing-runbook d");
        assertThat(Found.by(new MissingRunbook(), THREE.formatted("", ", links: {runbook: r}", "links: {runbook: r}")))
                .isEmpty();
    }

    @Test
    void whatWasOnlySeenIsNotAskedForPapers() {
        var topology = Texts.named("t.yaml", "topology: T\n" + THREE.formatted("", ", owner: x", "owner: x"))
                .with("seen.json", SourceFile.Role.NAMED, """
                        [{"parent": "a", "child": "stranger"}]
                        """)
                .read()
                .topology();

        assertThat(topology.service("stranger")).isPresent();
        assertThat(Found.by(new MissingOwner(), topology)).isEmpty();
    }
}
