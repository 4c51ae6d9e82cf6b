package dev.orrery.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.descriptor.SourceText;
import dev.orrery.graph.NodeId;
import dev.orrery.importer.Loaded;
import dev.orrery.importer.SourceFile;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.Point;
import dev.orrery.layout.Standing;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.layout.steady.SteadyEngine;
import dev.orrery.probe.Trust;
import dev.orrery.probe.Trusts;
import dev.orrery.topology.Certainty;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The picture changes no more than it must, and going back finds everything where it was.
class StandingPictureTest {
    private static final Path ROOT = Path.of("/standing");
    private static final List<Path> PATHS = List.of(ROOT.resolve("shop.yaml"));
    private static final NodeId CART = NodeId.service("cart");

    private static final String SHOP = """
            topology: Shop
            boundaries:
              store: {name: Store}
              desk: {name: Desk}
            services:
              web: {depends_on: [cart, search]}
              cart: {boundary: store, depends_on: [stock]}
              stock: {boundary: store, depends_on: [db]}
              search: {boundary: desk, depends_on: [db]}
              help: {boundary: desk, depends_on: [search]}
              db: {kind: database}
            """;

    private final LayoutEngine engine = new SteadyEngine(new LayeredEngine());
    private Session session = Session.startingAt(Instant.EPOCH);
    private List<Effect> effects = List.of();

    @BeforeEach
    void open() {
        act(new Action.Open(PATHS));
        read(SHOP);
        arrange();
    }

    @Test
    void aNewServiceFollowsThePictureThatIsThere() {
        Picture before = session.picture();
        act(new Action.FilesChanged());
        read(SHOP + "  mail: {boundary: desk, depends_on: [db]}\n");
        assertThat(asked().orElseThrow().request().standing().layout()).isEqualTo(before.layout());
        arrange();

        before.layout()
                .boxes()
                .forEach((id, box) ->
                        assertThat(session.picture().layout().boxes().get(id)).isEqualTo(box));
        assertThat(session.picture().layout().boxes()).containsKey(NodeId.service("mail"));
    }

    @Test
    void goingBackShowsAtOnceWhatWasThere() {
        Picture before = session.picture();
        act(new Edit.Collapse("store"));
        arrange();
        Picture collapsed = session.picture();

        act(new Action.UndoEdit());
        assertThat(asked()).isEmpty();
        assertThat(session.picture().layout()).isEqualTo(before.layout());

        act(new Edit.Collapse("store"));
        assertThat(asked()).isEmpty();
        assertThat(session.picture().layout()).isEqualTo(collapsed.layout());
        assertThat(session.picture().touched()).isEqualTo(NodeId.boundary("store"));
    }

    @Test
    void arrangingAgainFollowsNothingButPinsAndIsUndone() {
        act(new Edit.PinBoxes(CART, new Point(700, 900)));
        arrange();
        Picture pinned = session.picture();

        act(new Edit.ArrangeAgain());
        assertThat(asked().orElseThrow().request().standing()).isEqualTo(Standing.NONE);
        arrange();
        assertThat(session.picture().layout().boxes().get(CART))
                .isEqualTo(pinned.layout().boxes().get(CART));
        assertThat(session.undo().undoName()).hasValue("Arrange again");

        act(new Action.UndoEdit());
        assertThat(session.picture().layout()).isEqualTo(pinned.layout());
    }

    @Test
    void unpinningMovesNobodyWhereNothingElseWasSeen() {
        act(new Edit.PinBoxes(CART, new Point(700, 900)));
        arrange();
        act(new Edit.Collapse("desk"));
        arrange();
        Picture before = session.picture();

        act(new Edit.UnpinAll());
        arrange();

        assertThat(session.arrangement().pins()).isEmpty();
        assertThat(session.picture().layout().boxes()).isEqualTo(before.layout().boxes());
    }

    @Test
    void anEditWhileFilesAreReadIsDrawnOnceTheyAre() {
        act(new Action.FilesChanged());
        act(new Edit.Collapse("store"));
        assertThat(asked()).isEmpty();

        read(SHOP);
        arrange();

        assertThat(session.picture().layout().boxes()).containsKey(NodeId.boundary("store"));
        act(new Action.FilesChanged());
        assertThat(session.opening()).isEqualTo(PATHS);
    }

    @Test
    void anEditWhileFilesAreReadIsDrawnWhereTheyCannotBe() {
        act(new Action.FilesChanged());
        act(new Edit.Collapse("store"));

        act(new Action.OpenFailed(session.generation(), "gone"));
        arrange();

        assertThat(session.notice()).isEqualTo("gone");
        assertThat(session.picture().layout().boxes()).containsKey(NodeId.boundary("store"));
    }

    @Test
    void showingWhatIsAllowedMovesNobody() {
        act(new Action.ToggleLayer(Certainty.ALLOWED));
        assertThat(asked()).isEmpty();
        assertThat(session.layers().shows(Certainty.ALLOWED)).isTrue();
    }

    private void read(String text) {
        SourceFile source =
                new SourceFile(PATHS.getFirst(), SourceFile.Role.NAMED, new SourceText("shop.yaml", text), List.of());
        Loaded loaded = TopologyLoader.standard().read(ROOT, List.of(source));
        act(new Action.Opened(
                session.generation(), loaded, session.arrangement(), List.of(), Trusts.ofDeclared(Trust.NONE)));
    }

    private Optional<Effect.Arrange> asked() {
        return effects.stream()
                .filter(Effect.Arrange.class::isInstance)
                .map(Effect.Arrange.class::cast)
                .findFirst();
    }

    private void arrange() {
        Effect.Arrange asked = asked().orElseThrow();
        act(new Action.Arranged(asked.generation(), engine.layout(asked.request(), Cancellation.NEVER)));
    }

    private void act(Action action) {
        Next next = SessionUpdate.apply(session, action);
        session = next.session();
        effects = next.effects();
    }
}
