package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.graph.Folding;
import dev.orrery.graph.Hubs;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.HubShelf;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Point;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.probe.Trusts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HubsUpdateTest {
    private static final Path ROOT = Path.of("shop").toAbsolutePath();
    private static final List<Path> PATHS = List.of(ROOT.resolve("shop.yaml"));
    private static final EdgeId LINE = new EdgeId(NodeId.service("worker-3"), NodeId.service("db"));

    private Session session = Session.startingAt(Instant.EPOCH);
    private List<Effect> effects = List.of();

    @Test
    void whereNobodyHasChosenBothPicturesAreOffered() {
        open(Arrangement.NONE);

        Effect.Arrange asked = arrange().orElseThrow();
        LayoutRequest folded = asked.calmer();
        assertThat(folded).isNotNull();
        assertThat(asked.request().graph().edges()).hasSize(12);
        assertThat(folded == null ? List.of() : folded.graph().edges()).isEmpty();
    }

    @Test
    void theCalmerPictureHasItsHubsFolded() {
        open(Arrangement.NONE);
        answer(true);

        assertThat(session.picture().folded())
                .isEqualTo(session.picture().hubs())
                .isNotEqualTo(Hubs.NONE);
        assertThat(session.picture().graph().edges()).as("nothing is forgotten").hasSize(12);
        assertThat(session.picture().layout().routes()).isEmpty();
        assertThat(HubWords.of(session.picture())).isEqualTo("Hubs folded into badges: db");
    }

    @Test
    void drawnTheyAreHubsAllTheSame() {
        open(Arrangement.NONE);
        answer(false);

        assertThat(session.picture().folded()).isEqualTo(Hubs.NONE);
        assertThat(session.picture().layout().routes()).hasSize(12);
        assertThat(HubWords.of(session.picture())).isEqualTo("Hubs with all their lines: db");
    }

    @Test
    void togglingGoesTheOtherWayIsKeptAndCanBeUndone() {
        open(Arrangement.NONE);
        answer(true);

        act(new Edit.ToggleHubs());

        assertThat(session.arrangement().hubs()).isEqualTo(Folding.DRAWN);
        assertThat(effects).anySatisfy(effect -> assertThat(effect).isInstanceOf(Effect.KeepArrangement.class));
        assertThat(arrange().orElseThrow().calmer()).isNull();
        answer(false);
        assertThat(session.picture().folded()).isEqualTo(Hubs.NONE);

        act(new Action.UndoEdit());
        assertThat(session.arrangement().hubs()).isEqualTo(Folding.AUTOMATIC);
        assertThat(session.picture().folded()).isNotEqualTo(Hubs.NONE);

        act(new Action.RedoEdit());
        assertThat(session.picture().folded()).isEqualTo(Hubs.NONE);
        act(new Edit.ToggleHubs());
        assertThat(session.arrangement().hubs()).isEqualTo(Folding.FOLDED);
    }

    @Test
    void whoChoseOtherwiseIsNotAsked() {
        open(Arrangement.NONE.withHubs(Folding.DRAWN));
        assertThat(arrange().orElseThrow().calmer()).isNull();
        answer(false);
        assertThat(session.picture().folded()).isEqualTo(Hubs.NONE);
    }

    @Test
    void aBadgeShowsItsLineAndHidesItAgainWithoutALayout() {
        open(Arrangement.NONE);
        answer(true);

        act(new Action.ToggleFolded(Set.of(LINE)));
        assertThat(session.hubLines().shown()).containsExactly(LINE);
        assertThat(effects).isEmpty();
        EdgeId other = new EdgeId(NodeId.service("worker-4"), NodeId.service("db"));
        act(new Action.ToggleFolded(Set.of(LINE, other)));
        assertThat(session.hubLines().shown())
                .as("where not all are shown, all are")
                .containsExactly(LINE, other);
        act(new Action.ToggleFolded(Set.of(LINE, other)));
        assertThat(session.hubLines()).isEqualTo(HubLines.NONE);
    }

    @Test
    void linesThatWereShownAreForgottenWithTheBadges() {
        open(Arrangement.NONE);
        answer(true);
        act(new Action.ToggleFolded(Set.of(LINE)));

        act(new Edit.ToggleHubs());
        answer(false);

        assertThat(session.hubLines()).isEqualTo(HubLines.NONE);
    }

    @Test
    void aPictureThatFollowsAnotherKeepsItsBadges() {
        open(Arrangement.NONE);
        answer(true);

        act(new Edit.PinBoxes(NodeId.service("worker-3"), new Point(800, 400)));

        assertThat(arrange().orElseThrow().calmer())
                .as("boxes stay, and so do badges")
                .isNull();
        answer(false);
        assertThat(session.picture().folded()).isNotEqualTo(Hubs.NONE);
    }

    @Test
    void withoutHubsThereIsNothingToToggle() {
        act(new Edit.ToggleHubs());
        assertThat(session.arrangement()).isEqualTo(Arrangement.NONE);
        assertThat(effects).isEmpty();
    }

    private void open(Arrangement kept) {
        StringBuilder text = new StringBuilder("topology: Shop\nservices:\n  db: {kind: database}\n");
        for (int i = 0; i < 12; i++) {
            text.append("  worker-").append(i).append(": {depends_on: [db]}\n");
        }
        act(new Action.Open(PATHS));
        act(new Action.Opened(session.generation(), read(text.toString()), kept, List.of(), Trusts.NONE));
    }

    private void answer(boolean calmer) {
        Effect.Arrange asked = arrange().orElseThrow();
        @Nullable LayoutRequest folded = asked.calmer();
        LayoutRequest request = calmer && folded != null ? folded : asked.request();
        act(new Action.Arranged(
                asked.generation(), new HubShelf(new LayeredEngine()).layout(request, Cancellation.NEVER), calmer));
    }

    private Optional<Effect.Arrange> arrange() {
        return effects.stream()
                .filter(Effect.Arrange.class::isInstance)
                .map(Effect.Arrange.class::cast)
                .findFirst();
    }

    private void act(Action action) {
        Next next = SessionUpdate.apply(session, action);
        session = next.session();
        effects = next.effects();
    }

    private static Loaded read(String text) {
        SourceFile source =
                new SourceFile(PATHS.getFirst(), SourceFile.Role.NAMED, new SourceText("shop.yaml", text), List.of());
        return TopologyLoader.standard().read(ROOT, List.of(source));
    }
}
