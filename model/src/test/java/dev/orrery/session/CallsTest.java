package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.problem.Problem;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Measurement;
import dev.orrery.topology.ObservedCall;
import dev.orrery.topology.Sighting;
import dev.orrery.topology.SourceLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What servers see of who calls whom, in a session.
class CallsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Path ROOT = Path.of("shop").toAbsolutePath();
    private static final List<Path> PATHS = List.of(ROOT.resolve("shop.yaml"));
    private static final String SHOP = """
            topology: Shop
            prometheus: {url: "http://localhost:9090"}
            boundaries:
              store: {name: Store}
            services:
              web: {boundary: store, depends_on: [api]}
              api: {boundary: store, depends_on: [db]}
              db: {kind: database}
            """;
    private static final EdgeId DB_WEB = edge("db", "web");

    private Session session = Session.startingAt(NOW);
    private List<Effect> effects = List.of();

    @BeforeEach
    void open() {
        act(new Action.Open(PATHS));
        act(opened(SHOP));
        arrange();
    }

    @Test
    void serversAreAskedWhoCallsWhomOnceTheyAreAllowed() {
        Effect.WatchCalls watch =
                effectOnOpening(Trust.of(Origin.of(read(SHOP).topology()))).orElseThrow();

        assertThat(watch.epoch()).isEqualTo(session.epoch());
        assertThat(watch.topology()).isEqualTo(read(SHOP).topology());
        assertThat(effectOnOpening(Trust.NONE)).isEmpty();
    }

    @Test
    void aTopologyThatNamesNoServerIsNotAskedForCalls() {
        act(new Action.FilesChanged());
        act(opened(SHOP.replace("prometheus: {url: \"http://localhost:9090\"}\n", "")));

        assertThat(effects).noneMatch(Effect.WatchCalls.class::isInstance);
    }

    @Test
    void aDependencyThatIsStatedGainsEvidenceAndNothingIsRouted() {
        Layout before = session.picture().layout();

        see(NOW, "web>api");

        assertThat(effects).isEmpty();
        assertThat(session.picture().layout()).isSameAs(before);
        assertThat(session.picture().topology()).isSameAs(nowOpen().topology());
        assertThat(dependency("web", "api").evidence())
                .extracting(piece -> piece.certainty() + " " + piece.source())
                .containsExactly("DECLARED shop.yaml:6:39", "OBSERVED http://localhost:9090");
        assertThat(nowOpen().loaded().topology())
                .as("what the files say stays what it is")
                .isEqualTo(read(SHOP).topology());
    }

    @Test
    void aCallThatNobodyStatesGetsALineAndNothingElseMoves() {
        Layout before = session.picture().layout();

        see(NOW, "web>api", "db>web");

        Effect.Arrange routed = effect(Effect.Arrange.class).orElseThrow();
        assertThat(routed.request().placed()).isEqualTo(before.boxes());
        assertThat(routed.request().kept()).isEqualTo(before.routes());
        assertThat(session.work()).as("nobody waits for it").isNull();
        assertThat(session.undo().past()).isEmpty();
        assertThat(session.picture().layout()).isSameAs(before);

        arrange();
        Layout after = session.picture().layout();
        assertThat(after.boxes()).isEqualTo(before.boxes());
        assertThat(after.frames()).isEqualTo(before.frames());
        assertThat(after.routes()).containsAllEntriesOf(before.routes()).containsKey(DB_WEB);
        assertThat(dependency("db", "web").certainty()).isEqualTo(Certainty.OBSERVED);
    }

    @Test
    void theSameToldAgainChangesNothing() {
        see(NOW, "web>api", "db>web");
        arrange();
        Picture before = session.picture();

        see(NOW.plusSeconds(300), "db>web", "web>api");

        assertThat(effects).isEmpty();
        assertThat(session.picture()).isSameAs(before);
    }

    @Test
    void aCallThatIsNotToldAnyMoreIsGoneAtOnceAndMissedFromThen() {
        see(NOW, "web>api", "api>db", "db>web");
        arrange();
        Layout before = session.picture().layout();

        see(NOW.plusSeconds(300), "web>api", "api>web");
        arrange();

        Layout after = session.picture().layout();
        assertThat(after.routes()).doesNotContainKey(DB_WEB).containsKey(edge("api", "web"));
        assertThat(after.boxes()).isEqualTo(before.boxes());
        assertThat(codes()).contains("observed-not-declared").doesNotContain("declared-not-called");

        see(NOW.plusSeconds(600), "web>api", "api>web", "web>db");
        assertThat(nowOpen().problems())
                .filteredOn(problem -> problem.code().equals("declared-not-called"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.arguments())
                        .containsExactly("api", "db", "http://localhost:9090", "2026-01-02 03:04"));
    }

    @Test
    void whatAServerToldIsForgottenAnHourLater() {
        see(NOW, "web>api", "db>web");
        arrange();

        act(new Action.Tick(NOW.plusSeconds(3599)));
        assertThat(session.picture().layout().routes()).containsKey(DB_WEB);

        act(new Action.Tick(NOW.plusSeconds(3600)));
        assertThat(session.picture().layout().routes()).doesNotContainKey(DB_WEB);
        assertThat(nowOpen().topology()).isEqualTo(read(SHOP).topology());
        assertThat(codes()).isEmpty();
        assertThat(effects).isEmpty();
    }

    @Test
    void aServerThatIsSilentForOnceTakesNothingAway() {
        see(NOW, "db>web");
        arrange();

        act(new Action.CallsSeen(session.epoch(), List.of()));

        assertThat(session.picture().layout().routes()).containsKey(DB_WEB);
    }

    @Test
    void layersHideWhatWasSeenWithoutAnyNewLayout() {
        see(NOW, "db>web");
        arrange();

        act(new Action.ToggleLayer(Certainty.OBSERVED));

        assertThat(effects).isEmpty();
        assertThat(session.layers().of(session.picture().graph()).edges())
                .extracting(edge -> edge.id())
                .doesNotContain(DB_WEB);
    }

    @Test
    void whatIsSeenPlacesNoBoxInALaterLayoutEither() {
        Layout before = session.picture().layout();
        see(NOW, "db>web");
        arrange();

        act(new Edit.PinBoxes(NodeId.service("db"), new Point(0, 400)));
        arrange();
        act(new Action.UndoEdit());
        arrange();

        assertThat(session.picture().layout().boxes()).isEqualTo(before.boxes());
        assertThat(session.picture().layout().routes()).containsKey(DB_WEB);
    }

    @Test
    void callsThatAreToldWhileTheUserEditsWaitForThePicture() {
        act(new Edit.PinBoxes(NodeId.service("db"), new Point(0, 400)));
        Effect.Arrange edit = effect(Effect.Arrange.class).orElseThrow();

        see(NOW, "db>web");
        assertThat(effects).isEmpty();

        act(new Action.Arranged(edit.generation(), laidOut(edit)));
        assertThat(effect(Effect.Arrange.class).orElseThrow().request().kept()).isNotEmpty();
        arrange();
        assertThat(session.picture().layout().routes()).containsKey(DB_WEB);
    }

    @Test
    void callsThatAreToldWhileFilesAreReadDoNotLoseTheReading() {
        act(new Action.FilesChanged());
        see(NOW, "db>web");
        act(opened(SHOP + "  new: {}\n"));
        arrange();

        assertThat(session.picture().layout().boxes()).containsKey(NodeId.service("new"));
        assertThat(session.picture().layout().routes())
                .as("kept over the reload")
                .containsKey(DB_WEB);
    }

    @Test
    void anAnswerForAnotherReadingOrWhilePausedIsDropped() {
        Session before = session;
        act(new Action.CallsSeen(session.epoch() - 1, List.of(told(NOW, "db>web"))));
        assertThat(session).isSameAs(before);

        act(new Action.TogglePause());
        before = session;
        see(NOW, "db>web");
        assertThat(session).isSameAs(before);
    }

    @Test
    void aServerThatAReloadNoLongerNamesTellsNothingAnyMore() {
        see(NOW, "db>web");
        arrange();

        act(new Action.FilesChanged());
        act(opened(SHOP.replace("9090", "9091")));
        arrange();

        assertThat(session.picture().layout().routes()).doesNotContainKey(DB_WEB);
    }

    @Test
    void whatIsLeftOutIsSaid() {
        Sighting told = told(NOW, "web>api");
        act(new Action.CallsSeen(
                session.epoch(),
                List.of(new Sighting(
                        told.measurement(), told.since(), told.at(), told.calls(), told.ended(), 99_000))));

        assertThat(nowOpen().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("99000 more pairs"));
    }

    private List<String> codes() {
        return nowOpen().problems().stream().map(Problem::code).toList();
    }

    private Opened nowOpen() {
        return Objects.requireNonNull(session.opened());
    }

    private Dependency dependency(String from, String to) {
        return nowOpen().topology().dependencies().stream()
                .filter(dependency ->
                        dependency.from().equals(from) && dependency.to().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private void see(Instant at, String... calls) {
        act(new Action.CallsSeen(session.epoch(), List.of(told(at, calls))));
    }

    private static Sighting told(Instant at, String... calls) {
        Measurement tempo = new Measurement(
                "prometheus.tempo-service-graph",
                SourceLocation.server("http://localhost:9090"),
                new TreeSet<>(EnumSet.allOf(DependencyKind.class)));
        List<ObservedCall> told = Stream.of(calls)
                .map(call -> call.split(">", -1))
                .map(ends -> new ObservedCall(ends[0], ends[1], null, tempo.evidence()))
                .toList();
        return new Sighting(tempo, at.minus(Duration.ofHours(1)), at, told, new TreeMap<>(), 0);
    }

    private Optional<Effect.WatchCalls> effectOnOpening(Trust trust) {
        act(new Action.FilesChanged());
        act(new Action.Opened(session.generation(), read(SHOP), Arrangement.NONE, List.of(), Trusts.ofDeclared(trust)));
        return effect(Effect.WatchCalls.class);
    }

    private Action opened(String text) {
        Loaded loaded = read(text);
        return new Action.Opened(
                session.generation(),
                loaded,
                Arrangement.NONE,
                List.of(),
                Trusts.ofDeclared(Trust.of(Origin.of(loaded.topology()))));
    }

    private void arrange() {
        effect(Effect.Arrange.class).ifPresent(asked -> act(new Action.Arranged(asked.generation(), laidOut(asked))));
    }

    private static Layout laidOut(Effect.Arrange asked) {
        return new LayeredEngine().layout(asked.request(), Cancellation.NEVER);
    }

    private void act(Action action) {
        Next next = SessionUpdate.apply(session, action);
        session = next.session();
        effects = next.effects();
    }

    private <E extends Effect> Optional<E> effect(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static EdgeId edge(String from, String to) {
        return new EdgeId(NodeId.service(from), NodeId.service(to));
    }

    private static Loaded read(String text) {
        Path file = PATHS.getFirst();
        SourceFile source = new SourceFile(file, SourceFile.Role.NAMED, new SourceText("shop.yaml", text), List.of());
        return TopologyLoader.standard().read(ROOT, List.of(source));
    }
}
