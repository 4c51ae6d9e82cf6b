package dev.orrery.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.raster.Raster;
import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.HubBadge;
import dev.orrery.diagram.HubMark;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.health.Health;
import dev.orrery.layout.Box;
import dev.orrery.layout.Point;
import dev.orrery.topology.ServiceKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// What is too much for nodes, on a worker that the test runs by hand.
class FarTierTest extends ApplicationTest {
    private static final int SIDE = 60;
    private static final Diagram MANY = Pictures.grid(SIDE, SIDE);
    private static final NodeId FIRST = NodeId.service(Pictures.name(0, 0));

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private DiagramCanvas canvas;

    @Override
    public void start(Stage stage) {
        canvas = new DiagramCanvas(new Heard(), work::add);
        canvas.reducedMotionProperty().set(true);
        Scene scene = new Scene(new StackPane(canvas), 900, 640);
        Theme.apply(scene, Palette.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void thousandsOfCardsHaveNoNodesAndAreSeenAllTheSame() {
        interact(() -> canvas.show(with(card(0, 0, Health.DOWN)), false));
        settle();

        assertThat(cards()).isEmpty();
        Point at = onCanvas(FIRST);
        assertThat(pixel(at)).isEqualTo(Palette.LIGHT.hex(Colour.DOWN));
    }

    @Test
    void aCardIsPaintedAsItsNodeLooks() {
        Diagram few = Pictures.grid(3, 3);
        Diagram.Card down = Pictures.card(1, 1, Health.DOWN);
        Diagram shown = new Diagram(
                few.title(),
                few.bounds(),
                few.frames(),
                few.edges(),
                few.cards().stream()
                        .map(card -> card.id().equals(down.id()) ? down : card)
                        .toList());
        assertThat(differingPixels(shown)).isLessThan(900);
    }

    @Test
    void badgesOfHubsArePaintedAsTheirNodesLook() {
        Diagram few = Pictures.grid(3, 3);
        List<HubBadge> badges = List.of(
                new HubBadge(
                        List.of(NodeId.service("db")),
                        "orders-db",
                        "orders-db",
                        ServiceKind.DATABASE,
                        Health.DOWN,
                        false,
                        13,
                        70),
                new HubBadge(
                        List.of(NodeId.service("a"), NodeId.service("b")),
                        "+2",
                        "a, b",
                        null,
                        Health.UP,
                        true,
                        93,
                        30));
        Diagram shown = new Diagram(
                few.title(),
                few.bounds(),
                few.frames(),
                few.edges(),
                few.cards().stream()
                        .map(card -> Pictures.leaning(card, new HubMark("", badges)))
                        .toList());
        assertThat(differingPixels(shown)).isLessThan(900);
        interact(() -> canvas.setViewport(new Viewport(10, 10, 0.5)));
        assertThat(differingPixels(shown)).as("only what is not well is left").isLessThan(900);
    }

    @Test
    void marksOfFindingsArePaintedAsTheirNodesLook() {
        Diagram shown = Pictures.marked();
        assertThat(differingPixels(shown)).isLessThan(900);
        interact(() -> canvas.setViewport(new Viewport(10, 10, 0.5)));
        assertThat(differingPixels(shown)).isLessThan(900);
        interact(() -> canvas.setViewport(new Viewport(10, 10, 0.3)));
        assertThat(differingPixels(shown)).as("only titles count").isLessThan(900);
    }

    private long differingPixels(Diagram shown) {
        interact(() -> canvas.show(shown, false));
        settle();
        WritableImage nodes = snapshot();
        Painting painting = canvas.painting();
        assertThat(painting.nodes()).hasSize(9);

        Raster raster = new Raster(900, 640);
        Viewport viewport = canvas.viewportProperty().get();
        new Painter().paint(painting.bare(), Projection.of(viewport), raster, 0, 0, 900, 640);

        long differing = 0;
        for (int y = 0; y < 640; y++) {
            for (int x = 0; x < 900; x++) {
                int one = nodes.getPixelReader().getArgb(x, y);
                int other = raster.pixels()[y * 900 + x];
                int most = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
                }
                differing += most > 96 ? 1 : 0;
            }
        }
        // Of 576,000 pixels; letters are shaded a little differently.
        return differing;
    }

    @Test
    void aChangeOfHealthIsPaintedWithoutPaintingTheRest() {
        interact(() -> canvas.show(MANY, false));
        settle();
        Diagram changed = with(card(0, 0, Health.DOWN));
        BackPainter painter = new BackPainter(Runnable::run);
        Projection place = new Projection(0, 0, 0.2);
        PlaceIndex index = PlaceIndex.of(MANY);
        Painting before = canvas.painting().showing(MANY, index);
        painter.want(new BackPainter.Wish(before, place, 400, 300));
        painter.take();

        painter.want(new BackPainter.Wish(before.showing(changed, index), place, 400, 300));

        BackPainter.Done patched = Objects.requireNonNull(painter.take());
        BackPainter fresh = new BackPainter(Runnable::run);
        fresh.want(new BackPainter.Wish(before.showing(changed, index), place, 400, 300));
        assertThat(patched.pixels())
                .isEqualTo(Objects.requireNonNull(fresh.take()).pixels());
        assertThat(painter.pixelsPainted()).isLessThan(400 * 300 + 4000);
    }

    @Test
    void panningPaintsOnlyWhatComesIntoSight() {
        interact(() -> canvas.show(MANY, false));
        settle();
        Painting painting = canvas.painting();
        BackPainter painter = new BackPainter(Runnable::run);
        painter.want(new BackPainter.Wish(painting, new Projection(0, 0, 0.3), 400, 300));
        painter.take();

        painter.want(new BackPainter.Wish(painting, new Projection(-30, -20, 0.3), 400, 300));

        BackPainter.Done moved = Objects.requireNonNull(painter.take());
        BackPainter fresh = new BackPainter(Runnable::run);
        fresh.want(new BackPainter.Wish(painting, new Projection(-30, -20, 0.3), 400, 300));
        assertThat(moved.pixels())
                .isEqualTo(Objects.requireNonNull(fresh.take()).pixels());
        assertThat(painter.pixelsPainted()).isLessThan(400 * 300 + 30 * 300 + 20 * 400 + 1);
    }

    @Test
    void aPaintedCardIsSelectedByAClickAndTakesTheKeyboard() {
        interact(() -> canvas.show(MANY, false));
        settle();

        clickOn(onScreen(FIRST));

        assertThat(heard).containsExactly("selected service-00-00");
        assertThat(cards()).hasSize(1);
        assertThat(cards().getFirst().isFocused()).isTrue();
    }

    @Test
    void comingNearGivesNodesAndGoingFarTakesThemWhenTheyArePainted() {
        interact(() -> canvas.show(MANY, false));
        interact(() -> canvas.setViewport(new Viewport(20, 20, 1)));
        settle();
        assertThat(cards()).hasSizeBetween(12, 60);

        interact(canvas::fit);
        settle();

        assertThat(cards()).isEmpty();
    }

    @Test
    void theMinimapShowsItselfWhereNotAllIsSeenAndMovesTheCamera() {
        interact(() -> canvas.show(MANY, false));
        settle();
        Node minimap = canvas.lookup("#minimap");
        assertThat(minimap.isVisible()).isFalse();

        interact(() -> canvas.setViewport(new Viewport(0, 0, 0.5)));
        settle();
        assertThat(minimap.isVisible()).isTrue();
        clickOn(minimap);
        Point middle = canvas.viewportProperty().get().toDiagram(450, 320);
        assertThat(middle.x())
                .isBetween(MANY.bounds().centerX() - 400, MANY.bounds().centerX() + 400);
        assertThat(heard).isEmpty();

        interact(canvas::toggleMinimap);
        assertThat(minimap.isVisible()).isFalse();
    }

    @Test
    void landmarksNeverCoverEachOther() {
        Landmarks names = Landmarks.of(MANY, PlaceIndex.of(MANY), 0.05, text -> 0.6 * text.length());

        assertThat(names.names()).hasSizeGreaterThan(20);
        for (Landmarks.Name one : names.names()) {
            for (Landmarks.Name other : names.names()) {
                assertThat(one.equals(other) || !one.box().overlaps(other.box()))
                        .isTrue();
            }
        }
    }

    @Test
    void badPlacesAndLongWordsAreShownWithoutAnError() {
        for (Diagram bad : BadDiagrams.all()) {
            interact(() -> canvas.show(bad, false));
            interact(canvas::fit);
            settle();
            interact(() -> canvas.setViewport(new Viewport(30, 30, 1)));
            settle();
            moveTo(canvas.localToScreen(200, 200));
            assertThat(canvas.diagram()).isSameAs(bad);
            assertThat(cards().size()).isLessThan(100);
        }
    }

    private static Diagram with(Diagram.Card changed) {
        return new Diagram(
                MANY.title(),
                MANY.bounds(),
                MANY.frames(),
                MANY.edges(),
                MANY.cards().stream()
                        .map(card -> card.id().equals(changed.id()) ? changed : card)
                        .toList());
    }

    private static Diagram.Card card(int column, int row, Health health) {
        return Pictures.card(column, row, health);
    }

    /// Paints until nothing is left to do.
    private void settle() {
        for (int i = 0; i < 12; i++) {
            interact(() -> {
                canvas.getParent().applyCss();
                canvas.getParent().layout();
            });
            for (Runnable next = work.poll(); next != null; next = work.poll()) {
                next.run();
            }
        }
    }

    private List<CardNode> cards() {
        return ((Parent) canvas)
                .lookupAll(".card").stream()
                        .filter(Node::isVisible)
                        .map(CardNode.class::cast)
                        .toList();
    }

    private Point onCanvas(NodeId id) {
        Box box = canvas.diagram().cards().stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow()
                .box();
        return canvas.viewportProperty().get().toCanvas(new Point(box.centerX(), box.centerY()));
    }

    private Point2D onScreen(NodeId id) {
        Point at = onCanvas(id);
        return canvas.localToScreen(at.x(), at.y());
    }

    private String pixel(Point at) {
        return "#%06x".formatted(snapshot().getPixelReader().getArgb((int) at.x(), (int) at.y()) & 0xffffff);
    }

    private WritableImage snapshot() {
        WritableImage[] image = new WritableImage[1];
        interact(() -> image[0] = canvas.getScene().snapshot(null));
        return image[0];
    }

    private final class Heard implements CanvasListener {
        @Override
        public void selected(@Nullable NodeId id) {
            heard.add("selected " + (id == null ? "null" : id.id()));
        }

        @Override
        public void joined(NodeId id) {
            heard.add("joined " + id.id());
        }

        @Override
        public void escaped() {
            heard.add("selected null");
        }

        @Override
        public void activated(NodeId id) {
            heard.add("activated " + id.id());
        }

        @Override
        public void toggled(String boundary) {
            heard.add("toggled " + boundary);
        }

        @Override
        public void unfolded(Set<EdgeId> lines) {
            heard.add("unfolded " + lines.size());
        }

        @Override
        public void pinned(SortedMap<NodeId, Point> topLefts) {
            topLefts.keySet().forEach(id -> heard.add("pinned " + id.id()));
        }

        @Override
        public void contextMenu(@Nullable NodeId id, Point2D screen) {
            heard.add("menu");
        }
    }
}
