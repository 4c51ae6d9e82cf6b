package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.graph.NodeId;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.inspection.Finding;
import dev.orrery.probe.Trusts;
import dev.orrery.topology.Dependency;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class FindingInSessionTest {
    private static final Path ROOT = Path.of("shop").toAbsolutePath();
    private static final String SHOP = """
            topology: Shop
            services:
              web: {depends_on: [api]}
              api: {depends_on: [web, db]}
              bills: {depends_on: [db]}
              db: {kind: database}
            """;

    private Session session = Session.startingAt(Instant.EPOCH);
    private List<Effect> effects = List.of();

    @Test
    void aFindingThatIsLookedAtLightsWhomItIsAboutAndIsNoEdit() {
        open(SHOP);
        Undo undo = session.undo();

        act(new Action.ShowFinding(finding("dependency-cycle")));

        assertThat(session.selected()).isIn(NodeId.service("api"), NodeId.service("web"));
        assertThat(session.spotlight().lights("api")).isTrue();
        assertThat(session.spotlight().lights("bills")).isFalse();
        assertThat(session.spotlight().lights(needs("web", "api"))).isTrue();
        assertThat(session.spotlight().lights(needs("api", "db"))).isFalse();
        assertThat(session.undo()).isEqualTo(undo);
        assertThat(effects).isEmpty();
    }

    @Test
    void itIsFollowedThroughAReadingAndEndsWhereItIsGone() {
        open(SHOP);
        act(new Action.ShowFinding(finding("dependency-cycle")));

        act(new Action.FilesChanged());
        read("# another line\n" + SHOP);
        assertThat(session.inquiry())
                .isInstanceOfSatisfying(
                        Inquiry.OfFinding.class,
                        chosen -> assertThat(chosen.finding().problem().source().line())
                                .as("where it stands now")
                                .isEqualTo(4));

        act(new Action.FilesChanged());
        read(SHOP.replace("[web, db]", "[db]"));
        assertThat(session.inquiry()).isEqualTo(Inquiry.NONE);
    }

    @Test
    void whatWasNotFoundIsNotLookedAt() {
        open(SHOP);
        Finding cycle = finding("dependency-cycle");
        act(new Action.FilesChanged());
        read(SHOP.replace("[web, db]", "[db]"));

        act(new Action.ShowFinding(cycle));

        assertThat(session.inquiry()).isEqualTo(Inquiry.NONE);
    }

    @Test
    void whereNothingIsFoundAStepChangesNothing() {
        open("topology: T\nservices: {a: {}}\n");
        Session before = session;

        act(new Action.StepFinding(false));

        assertThat(session).isSameAs(before);
    }

    @Test
    void whatMendsIsOfferedForWhatIsLookedAtAndElseForWhatIsSelected() {
        open(SHOP);
        assertThat(Mend.of(session)).isEmpty();

        act(new Action.Select(NodeId.service("api")));
        assertThat(Mend.of(session)).extracting(mend -> mend.finding().rule()).containsExactly("dependency-cycle");
        act(new Action.Select(NodeId.service("bills")));
        assertThat(Mend.of(session)).isEmpty();

        act(new Action.ShowFinding(finding("dependency-cycle")));
        assertThat(Mend.of(session)).hasSize(1);
    }

    @Test
    void aBaselineIsKeptBesideTheFileWithAllThatIsFound() {
        open(SHOP);

        act(new Action.Freeze());

        assertThat(effects).singleElement().isInstanceOfSatisfying(Effect.KeepBaseline.class, keep -> {
            assertThat(keep.file()).hasFileName("shop.baseline.yaml");
            assertThat(keep.before()).isNull();
            assertThat(keep.found()).extracting(Finding::rule).contains("dependency-cycle");
        });
    }

    private Finding finding(String rule) {
        return Objects.requireNonNull(session.opened()).inspections().ordered().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private Dependency needs(String from, String to) {
        return Objects.requireNonNull(session.opened()).topology().dependencies().stream()
                .filter(dependency ->
                        dependency.from().equals(from) && dependency.to().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private void act(Action action) {
        Next next = SessionUpdate.apply(session, action);
        session = next.session();
        effects = next.effects();
    }

    private void open(String text) {
        act(new Action.Open(List.of(ROOT.resolve("shop.yaml"))));
        read(text);
    }

    private void read(String text) {
        Loaded loaded = TopologyLoader.standard()
                .read(
                        ROOT,
                        List.of(new SourceFile(
                                ROOT.resolve("shop.yaml"),
                                SourceFile.Role.NAMED,
                                new SourceText("shop.yaml", text),
                                List.of())));
        act(new Action.Opened(session.generation(), loaded, Arrangement.NONE, List.of(), Trusts.NONE));
    }
}
