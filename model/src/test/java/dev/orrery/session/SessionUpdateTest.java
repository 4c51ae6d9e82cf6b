package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.graph.NodeId;
import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Observation;
import dev.orrery.health.Pace;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Box;
import dev.orrery.layout.Layout;
import dev.orrery.layout.LayoutRequest;
import dev.orrery.layout.Point;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.topology.Certainty;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SessionUpdateTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Path ROOT = Path.of("shop").toAbsolutePath();
    private static final List<Path> PATHS = List.of(ROOT.resolve("shop.yaml"));
    private static final String SHOP = """
            topology: Shop
            boundaries:
              store: {name: Store}
            services:
              web: {boundary: store, depends_on: [api], health: {url: "http://localhost:8080/health"}}
              api: {boundary: store, depends_on: [db]}
              db: {kind: database}
            """;

    private Session session = Session.startingAt(NOW);
    private List<Effect> effects = List.of();

    @Test
    void readsWhatIsOpened() {
        act(new Action.Open(PATHS));

        assertThat(effect(Effect.Read.class).paths()).isEqualTo(PATHS);
        assertThat(session.work()).isNotNull();
        assertThat(session.opened()).as("nothing is open before it is read").isNull();
    }

    @Test
    void asksNothingBeforeItsOriginsAreAllowed() {
        open(SHOP, Trust.NONE);

        assertThat(session.watching()).isInstanceOf(Watching.NeedsLeave.class);
        assertThat(effects).noneMatch(Effect.Probe.class::isInstance);
    }

    @Test
    void asksOnceItsOriginsAreAllowedAndRemembersThat() {
        open(SHOP, Trust.NONE);
        Trust needed = session.missing();

        act(new Action.Allow(needed));

        assertThat(session.watching()).isEqualTo(new Watching.On());
        assertThat(effect(Effect.Probe.class).plan().targets()).hasSize(1);
        assertThat(effect(Effect.KeepTrust.class)).isEqualTo(new Effect.KeepTrust(ROOT, null, needed));
    }

    @Test
    void asksAgainForAHostThatAReloadAdds() {
        openAndAllow();

        reload(SHOP + "  new: {health: {url: \"https://other.example/health\"}}\n");

        assertThat(session.watching()).isInstanceOf(Watching.NeedsLeave.class);
        assertThat(session.missing().origins()).hasToString("[https://other.example]");
    }

    @Test
    void keepsHealthAndSelectionOverAReload() {
        openAndAllow();
        act(new Action.Select(NodeId.service("web")));
        act(new Action.Observed(List.of(answer("web", Verdict.PASS))));

        reload(SHOP + "  new: {}\n");

        assertThat(health("web")).isEqualTo(Health.UP);
        assertThat(session.selected()).isEqualTo(NodeId.service("web"));
    }

    @Test
    void keepsThePictureUntilTheNewLayoutIsThere() {
        openAndAllow();
        Picture before = session.picture();

        act(new Edit.Collapse("store"));
        assertThat(session.picture()).isSameAs(before);

        arrange();
        assertThat(session.picture().layout().boxes()).containsOnlyKeys(NodeId.service("db"), NodeId.boundary("store"));
        assertThat(session.picture().touched()).isEqualTo(NodeId.boundary("store"));
    }

    @Test
    void dropsALayoutThatCameLate() {
        openAndAllow();
        act(new Edit.Collapse("store"));
        Effect.Arrange late = effect(Effect.Arrange.class);
        act(new Edit.Expand("store"));

        Session before = session;
        act(new Action.Arranged(late.generation(), Layout.EMPTY));

        assertThat(session).isSameAs(before);
    }

    @Test
    void undoesAndRedoesEditsByName() {
        openAndAllow();
        act(new Edit.PinBoxes(NodeId.service("db"), new Point(10, 20)));
        act(new Edit.Collapse("store"));
        Arrangement edited = session.arrangement();
        assertThat(session.undo().undoName())
                .hasValueSatisfying(name -> assertThat(name).contains("Store"));

        act(new Action.UndoEdit());
        act(new Action.UndoEdit());
        assertThat(session.arrangement()).isEqualTo(Arrangement.NONE);
        assertThat(effect(Effect.KeepArrangement.class).arrangement()).isEqualTo(Arrangement.NONE);

        act(new Action.RedoEdit());
        act(new Action.RedoEdit());
        assertThat(session.arrangement()).isEqualTo(edited);
    }

    @Test
    void makesNoUndoRowForSelectionHealthOrAnEditThatChangesNothing() {
        openAndAllow();

        act(new Action.Select(NodeId.service("db")));
        act(new Action.Observed(List.of(answer("web", Verdict.FAIL))));
        act(new Edit.Expand("store"));

        assertThat(session.undo().past()).isEmpty();
    }

    @Test
    void neverLaysOutBecauseOfHealth() {
        openAndAllow();

        act(new Action.Observed(List.of(answer("web", Verdict.PASS))));

        assertThat(effects).isEmpty();
        assertThat(health("web")).isEqualTo(Health.UP);
    }

    @Test
    void takesAnEditBackWhoseLayoutIsGivenUp() {
        openAndAllow();
        Picture before = session.picture();
        act(new Edit.Collapse("store"));

        act(new Action.Cancel());

        assertThat(session.arrangement()).isEqualTo(Arrangement.NONE);
        assertThat(session.picture()).isSameAs(before);
        assertThat(session.work()).isNull();
    }

    @Test
    void showsAndHidesDependenciesWithoutMovingABox() {
        openAndAllow();
        Layout before = session.picture().layout();
        effects = List.of();

        act(new Action.ToggleLayer(Certainty.INFERRED));
        assertThat(session.layers().shows(Certainty.INFERRED)).isFalse();
        assertThat(effects).isEmpty();

        act(new Action.ToggleLayer(Certainty.ALLOWED));
        assertThat(effects).isEmpty();
        assertThat(session.picture().layout()).isEqualTo(before);
        assertThat(session.undo().undoName()).isEmpty();
    }

    @Test
    void letsGoOfASelectionThatIsFoldedAway() {
        openAndAllow();
        act(new Action.Select(NodeId.service("web")));
        act(new Action.ToggleImpact());

        act(new Edit.Collapse("store"));

        assertThat(session.selected()).isNull();
        assertThat(session.impact()).isFalse();
    }

    @Test
    void ignoresAnswersWhilePaused() {
        openAndAllow();
        act(new Action.TogglePause());
        assertThat(effects).containsExactly(new Effect.PauseProbing());

        act(new Action.Observed(List.of(answer("web", Verdict.PASS))));

        assertThat(health("web")).isEqualTo(Health.PENDING);
    }

    @Test
    void goesOnWithWhatIsOpenNowAfterAPause() {
        openAndAllow();
        act(new Action.TogglePause());
        reload(SHOP.replace("8080/health", "8080/other"));

        act(new Action.TogglePause());

        assertThat(effect(Effect.Probe.class).plan().targets())
                .singleElement()
                .satisfies(target -> assertThat(target.check().url()).endsWith("/other"));
    }

    @Test
    void keepsThePaceWhenWhatIsOpenIsClosed() {
        openAndAllow();
        act(new Action.SetPace(new Pace.Every(Duration.ofSeconds(2))));
        HealthPolicy paced = session.policy();

        act(new Action.Close());

        assertThat(session.opened()).isNull();
        assertThat(session.policy()).isEqualTo(paced);
    }

    @Test
    void saysWhatCouldNotBeReadAndKeepsWhatIsOpen() {
        openAndAllow();
        Opened before = session.opened();
        act(new Action.Open(List.of(ROOT.resolve("none.yaml"))));

        act(new Action.OpenFailed(session.generation(), "none.yaml is not there"));

        assertThat(session.notice()).isEqualTo("none.yaml is not there");
        assertThat(session.opened()).isSameAs(before);
    }

    private void openAndAllow() {
        Loaded loaded = read(SHOP);
        open(SHOP, Trust.of(dev.orrery.probe.Origin.of(loaded.topology())));
        arrange();
    }

    private void open(String text, Trust trust) {
        act(new Action.Open(PATHS));
        act(new Action.Opened(session.generation(), read(text), Arrangement.NONE, List.of(), Trusts.ofDeclared(trust)));
    }

    private void reload(String text) {
        Trust trust = session.trust();
        act(new Action.FilesChanged());
        act(new Action.Opened(
                session.generation(), read(text), session.arrangement(), List.of(), Trusts.ofDeclared(trust)));
        arrange();
    }

    private void arrange() {
        Effect.Arrange asked = effect(Effect.Arrange.class);
        act(new Action.Arranged(asked.generation(), inARow(asked.request())));
    }

    private void act(Action action) {
        Next next = SessionUpdate.apply(session, action);
        session = next.session();
        effects = next.effects();
    }

    private <E extends Effect> E effect(Class<E> kind) {
        Optional<E> found =
                effects.stream().filter(kind::isInstance).map(kind::cast).findFirst();
        return found.orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " in " + effects));
    }

    private Health health(String service) {
        return Objects.requireNonNull(session.board().services().get(service)).health();
    }

    private static Loaded read(String text) {
        Path file = PATHS.getFirst();
        SourceFile source = new SourceFile(file, SourceFile.Role.NAMED, new SourceText("shop.yaml", text), List.of());
        return TopologyLoader.standard().read(ROOT, List.of(source));
    }

    private static Layout inARow(LayoutRequest request) {
        TreeMap<NodeId, Box> boxes = new TreeMap<>();
        request.sizes()
                .forEach(
                        (node, size) -> boxes.put(node, new Box(boxes.size() * 300.0, 0, size.width(), size.height())));
        return new Layout(boxes, new TreeMap<>(), new TreeMap<>(), new Box(0, 0, boxes.size() * 300.0, 100));
    }

    private static Observation answer(String service, Verdict verdict) {
        return new Observation(
                new CheckId(service, 0),
                NOW,
                Duration.ofMillis(12),
                verdict,
                Reason.of(verdict == Verdict.PASS ? "ok" : "refused"),
                null,
                null,
                List.of(),
                null);
    }
}
