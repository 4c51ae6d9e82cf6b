package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.Visibility;
import dev.orrery.graph.VisibleGraph;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.probe.Trusts;
import dev.orrery.topology.Boundary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class FirstSightInSessionTest {
    private static final Path ROOT = Path.of("estate").toAbsolutePath();
    private static final List<Path> PATHS = List.of(ROOT.resolve("estate.yaml"));

    private Session session = Session.startingAt(Instant.parse("2026-01-02T03:04:05Z"));
    private List<Effect> effects = List.of();

    @Test
    void aLargeTopologyOpensWithItsBoundariesCollapsed() {
        open(estate(10, 60), Arrangement.NONE);

        assertThat(session.arrangement().chosen()).isFalse();
        assertThat(session.picture().graph().nodes())
                .hasSize(10)
                .allSatisfy(node -> assertThat(node.members()).hasSize(60));
        assertThat(effects).noneMatch(Effect.KeepArrangement.class::isInstance);
    }

    @Test
    void whatTheWorkspaceSaysWins() {
        open(
                estate(10, 60),
                Arrangement.NONE.seenAs(new Visibility(Set.of("x"))).withVisibility(Visibility.ALL));

        assertThat(session.picture().graph().nodes()).hasSize(600);
    }

    @Test
    void pinsAloneSayNothingOfWhatIsCollapsed() {
        open(estate(10, 60), Arrangement.NONE.withPin(NodeId.boundary("b3"), new Point(8, 8)));

        assertThat(session.picture().graph().nodes()).hasSize(10);
        assertThat(session.arrangement().pins()).containsKey(NodeId.boundary("b3"));
    }

    @Test
    void expandingAllIsKeptAndCanBeUndone() {
        open(estate(10, 60), Arrangement.NONE);

        act(new Edit.ExpandAll());

        assertThat(kept()).isEqualTo(new Arrangement(Visibility.ALL, new TreeMap<>()));
        arrange();
        assertThat(session.picture().graph().nodes()).hasSize(600);

        act(new Action.UndoEdit());
        assertThat(kept().chosen()).isFalse();
        assertThat(session.picture().graph().nodes()).hasSize(10);
    }

    @Test
    void whereThereAreNoBoundariesThePictureHasCommunitiesAndNothingElseHas() {
        open(estate(1, 0) + loose(900), Arrangement.NONE);
        Opened opened = Objects.requireNonNull(session.opened());

        assertThat(session.picture().graph().nodes()).hasSizeBetween(5, 100);
        assertThat(session.picture().topology().boundaries()).anyMatch(Boundary::isCommunity);
        assertThat(opened.topology().boundaries()).noneMatch(Boundary::isCommunity);
        assertThat(opened.topology().services()).allMatch(service -> service.boundary() == null);

        String first = session.picture().graph().nodes().getFirst().id().id();
        act(new Edit.Expand(first));
        arrange();
        assertThat(session.picture().graph().boundaries())
                .anyMatch(frame -> frame.id().equals(first));
        assertThat(session.undo().undoName().orElseThrow()).startsWith("Expand around ");
    }

    @Test
    void aReloadMovesNobodyToAnotherCommunity() {
        String text = estate(1, 0) + loose(900);
        open(text, Arrangement.NONE);
        Opened before = Objects.requireNonNull(session.opened());

        reload(text + "  newcomer: {depends_on: [l31, l32, l33]}\n");

        Opened after = Objects.requireNonNull(session.opened());
        assertThat(after.communities().found()).isEqualTo(before.communities().found());
        assertThat(after.communities().ofServices())
                .containsAllEntriesOf(before.communities().ofServices())
                .containsEntry("newcomer", before.communities().ofServices().get("l32"));
        assertThat(session.picture().graph().nodes()).hasSameSizeAs(nodesOf(before));
    }

    @Test
    void aPictureThatWasAllOpenDoesNotCollapseForOneBoxMore() {
        open(estate(1, 0) + loose(400), Arrangement.NONE);

        reload(estate(1, 0) + loose(401));

        assertThat(session.picture().graph().nodes()).hasSize(401);
    }

    @Test
    void communitiesThatAReloadFindsAnewStartAsCards() {
        open(estate(1, 0) + loose(900), Arrangement.NONE);

        reload(estate(1, 0) + loose(1_400));

        assertThat(session.picture().graph().nodes()).hasSizeBetween(5, 60);
        assertThat(session.arrangement().chosen()).isFalse();
        assertThat(session.undo().undoName()).isEmpty();
    }

    @Test
    void whatFollowsFromAReadingIsTheSameWhoeverFindsIt() {
        act(new Action.Open(PATHS));
        sameWhereDerivedBefore(answer(loose(0, 900), Arrangement.NONE));
        open(loose(0, 900), Arrangement.NONE);
        act(new Action.FilesChanged());
        sameWhereDerivedBefore(answer(loose(1, 910), session.arrangement()));
    }

    private void sameWhereDerivedBefore(Action.Opened answer) {
        Effect.Read read = effects.stream()
                .filter(Effect.Read.class::isInstance)
                .map(Effect.Read.class::cast)
                .findFirst()
                .orElseThrow();
        Next one = SessionUpdate.apply(session, answer);
        Next other = SessionUpdate.apply(session, answer.derived(read.paths(), read.before()));
        Opened mine = Objects.requireNonNull(one.session().opened());
        Opened derived = Objects.requireNonNull(other.session().opened());
        assertThat(derived.communities()).isEqualTo(mine.communities());
        assertThat(derived.pictured()).isEqualTo(mine.pictured());
        assertThat(derived.problems()).isEqualTo(mine.problems()).isNotEmpty();
        assertThat(derived.wanted()).isEqualTo(mine.wanted());
        assertThat(other.session().arrangement()).isEqualTo(one.session().arrangement());
        assertThat(other.effects()).isEqualTo(one.effects());
    }

    private static String loose(int from, int to) {
        return "topology: Estate\nservices:\n" + loose(to).lines().skip(from).collect(Collectors.joining("\n"));
    }

    private List<?> nodesOf(Opened opened) {
        return VisibleGraph.of(opened.pictured(), session.arrangement().visibility())
                .nodes();
    }

    private void reload(String text) {
        act(new Action.FilesChanged());
        read(text, session.arrangement());
    }

    private static String estate(int boundaries, int services) {
        StringBuilder text = new StringBuilder("topology: Estate\nboundaries:\n");
        for (int b = 0; b < boundaries; b++) {
            text.append("  b%d: {}\n".formatted(b));
        }
        text.append("services:\n");
        for (int b = 0; b < boundaries; b++) {
            for (int s = 0; s < services; s++) {
                text.append(
                        "  s%d-%d: {boundary: b%d, depends_on: [s%d-%d]}\n".formatted(b, s, b, b, (s + 1) % services));
            }
        }
        return text.toString();
    }

    private static String loose(int services) {
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < services; s++) {
            text.append("  l%d: {depends_on: [l%d, l%d]}\n".formatted(s, s / 30 * 30, (s + 1) % services));
        }
        return text.toString().replaceAll("(l\\d+): \\{depends_on: \\[\\1, ", "$1: {depends_on: [");
    }

    private void open(String text, Arrangement kept) {
        act(new Action.Open(PATHS));
        read(text, kept);
    }

    private void read(String text, Arrangement kept) {
        act(answer(text, kept));
        arrange();
    }

    private Action.Opened answer(String text, Arrangement kept) {
        SourceFile source =
                new SourceFile(PATHS.getFirst(), SourceFile.Role.NAMED, new SourceText("estate.yaml", text), List.of());
        return new Action.Opened(
                session.generation(),
                TopologyLoader.standard().read(ROOT, List.of(source)),
                kept,
                List.of(),
                Trusts.NONE);
    }

    private Arrangement kept() {
        return effects.stream()
                .filter(Effect.KeepArrangement.class::isInstance)
                .map(Effect.KeepArrangement.class::cast)
                .findFirst()
                .orElseThrow()
                .arrangement();
    }

    private void arrange() {
        Effect.Arrange asked = effects.stream()
                .filter(Effect.Arrange.class::isInstance)
                .map(Effect.Arrange.class::cast)
                .findFirst()
                .orElseThrow();
        act(new Action.Arranged(asked.generation(), Layout.EMPTY));
    }

    private void act(Action action) {
        Next next = SessionUpdate.apply(session, action);
        session = next.session();
        effects = next.effects();
    }
}
