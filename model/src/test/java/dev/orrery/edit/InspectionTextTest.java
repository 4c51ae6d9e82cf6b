package dev.orrery.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.edit.InspectionText.Outcome;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.StatedInspections;
import dev.orrery.importer.Texts;
import dev.orrery.problem.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InspectionTextTest {
    private static final String FILE = "t.workspace.yaml";
    private static final String COMMENTED = """
            # ours
            format: 1
            inspections:
              limits: {chain: 4}   # we like it long
              suppress:
                - rule: shared-store   # until May
                  subjects: [db]
                  because: It is taken apart.
            pins: {}
            """;

    @Test
    void aSuppressionIsPutBehindTheOthersAndNothingElseMoves() {
        String after = done(InspectionText.suppress(text(COMMENTED), "fan-out", List.of("shop", "a: b"), "By design."));

        assertThat(after).isEqualTo(COMMENTED.replace("pins: {}", """
                    - rule: fan-out
                      subjects: [shop, "a: b"]
                      because: By design.
                pins: {}""".indent(0).stripTrailing()));
        assertThat(stated(after).suppressions())
                .extracting(StatedInspections.Suppression::rule)
                .containsExactly("shared-store", "fan-out");
    }

    @Test
    void aSeverityIsPutInWhereThereIsNoneAndReplacedWhereThereIsOne() {
        String once = done(InspectionText.weigh(text(COMMENTED), "long-chain", Optional.of(Severity.ERROR)));
        assertThat(severity(once)).hasValue(Severity.ERROR);
        assertThat(once).contains("limits: {chain: 4}   # we like it long").startsWith("# ours\n");

        String twice = done(InspectionText.weigh(text(once), "long-chain", Optional.empty()));
        assertThat(severity(twice)).isEmpty();
        assertThat(twice.lines()).hasSameSizeAs(once.lines().toList());
    }

    @Test
    void anEmptyWorkspaceBeginsWithItsFormat() {
        String after = done(InspectionText.suppress(text(""), "fan-out", List.of("shop"), "By design."));

        assertThat(after).isEqualTo("""
                format: 1
                inspections:
                  suppress:
                    - rule: fan-out
                      subjects: [shop]
                      because: By design.
                """);
        assertThat(done(InspectionText.weigh(text("# ours"), "fan-out", Optional.empty())))
                .startsWith("# ours\nformat: 1\n");
    }

    @Test
    void aSectionWithoutAValueIsFilled() {
        String after = done(InspectionText.weigh(text("format: 1\ninspections:\n"), "fan-out", Optional.empty()));

        assertThat(stated(after).severities()).containsKey("fan-out");
    }

    @Test
    void aTextThatIsNoWorkspaceIsLeftAlone() {
        assertThat(InspectionText.weigh(text("- a list\n"), "fan-out", Optional.empty()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().message()).isNotBlank());
        assertThat(InspectionText.weigh(text("format: 1\nformat: 2\n"), "fan-out", Optional.empty()))
                .isInstanceOf(Outcome.Refused.class);
    }

    private static SourceText text(String content) {
        return new SourceText(FILE, content);
    }

    private static String done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return outcome instanceof Outcome.Done(String content) ? content : "";
    }

    private static Optional<Severity> severity(String workspace) {
        return Objects.requireNonNull(stated(workspace).severities().get("long-chain"))
                .severity();
    }

    private static StatedInspections stated(String workspace) {
        return Texts.named("t.yaml", "topology: T\nservices: {shop: {}}\n")
                .with(FILE, SourceFile.Role.SIDE, workspace)
                .read()
                .inspections();
    }
}
