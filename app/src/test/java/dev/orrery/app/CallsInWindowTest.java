package dev.orrery.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.app.sample.Samples;
import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.LineStyle;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.graph.VisibleGraph.EdgeId;
import dev.orrery.importer.TopologyLoader;
import dev.orrery.layout.Layout;
import dev.orrery.persistence.DataFolder;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Trust;
import dev.orrery.problem.Problem;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a server sees of who calls whom, in the whole window: a line comes, is told about, is hidden, and goes.
@ExtendWith(ApplicationExtension.class)
class CallsInWindowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final EdgeId SEEN = new EdgeId(NodeId.service("mail"), NodeId.service("orders-db"));

    @TempDir
    Path data;

    private MeasuringServer server;
    private Wiring wiring;
    private Stage stage;

    @Start
    void open(Stage shown) throws IOException {
        stage = shown;
        server = new MeasuringServer();
        server.up("web", "orders", "orders-db", "stock", "mail");
        Path file = Files.writeString(data.resolve("shop.yaml"), """
                topology: Shop
                prometheus: {url: "%s"}
                boundaries:
                  selling: {name: Selling}
                services:
                  web: {kind: web, boundary: selling, depends_on: [orders, stock]}
                  orders: {boundary: selling, depends_on: [orders-db, stock, mail]}
                  orders-db: {kind: database, boundary: selling}
                  stock: {}
                  mail: {}
                """.formatted(server.url()));
        Trust trust =
                Trust.of(Origin.of(TopologyLoader.standard().load(List.of(file)).topology()));
        WindowRequest request = new WindowRequest(List.of(file), trust, topology -> topology, null);
        wiring = new Wiring(
                request,
                new DataFolder(data),
                Samples.bundled(null, data.resolve("samples")),
                InstantSource.system(),
                () -> {});
        Scene scene = new Scene(wiring.window(), 1280, 800);
        Theme.apply(scene, Palette.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> wiring.close()).get(10, TimeUnit.SECONDS);
        server.close();
    }

    @Test
    void aLineComesIsToldAboutIsHiddenAndGoesAndNoBoxMoves(FxRobot robot) throws Exception {
        await(session -> !session.picture().layout().boxes().isEmpty() && isToldOf(session));
        Layout before = session().picture().layout();
        assertThat(robot.lookup("#layers").query().isVisible())
                .as("all is declared")
                .isFalse();

        server.calls("web>orders", "orders>orders-db", "orders>stock", "mail>orders-db");
        askNow(robot);
        await(session -> session.picture().layout().routes().containsKey(SEEN));
        robot.interact(() -> wiring.store().dispatch(new Action.Select(NodeId.service("mail"))));
        Shots.write(stage.getScene(), "calls-light");
        robot.interact(() -> Theme.apply(stage.getScene(), Palette.DARK));
        Shots.write(stage.getScene(), "calls-dark");

        Layout after = session().picture().layout();
        assertThat(after.boxes()).isEqualTo(before.boxes());
        assertThat(after.frames()).isEqualTo(before.frames());
        assertThat(after.routes()).containsAllEntriesOf(before.routes());
        robot.interact(() -> wiring.store().dispatch(new Action.Select(null)));
        assertThat(line(robot).map(LineStyle::of).orElseThrow().colour()).isEqualTo(Colour.ACCENT);
        assertThat(messages())
                .anyMatch(words -> words.startsWith("“mail” was seen to use “orders-db”"))
                .anyMatch(words -> words.startsWith("“web” is declared to need “stock”, but " + server.url()))
                .hasSize(2);
        robot.interact(() -> wiring.store().dispatch(new Action.Select(NodeId.service("mail"))));
        assertThat(robot.lookup(".evidence > .place-row").queryAll().stream()
                        .map(Node::getAccessibleText)
                        .toList())
                .contains("Observed at " + server.url() + " (calls in Tempo's service graph)");

        ToggleButton layer = robot.lookup("#layer-observed").queryAs(ToggleButton.class);
        assertThat(layer.getText()).contains("4");
        robot.interact(layer::fire);
        assertThat(line(robot)).isEmpty();
        robot.interact(layer::fire);
        assertThat(line(robot)).isPresent();

        server.calls("web>orders");
        askNow(robot);
        await(session -> !session.picture().layout().routes().containsKey(SEEN));
        assertThat(session().picture().layout().boxes()).isEqualTo(before.boxes());
        assertThat(Files.readString(data.resolve("shop.yaml"))).doesNotContain("observed");
    }

    private void askNow(FxRobot robot) {
        robot.interact(() -> wiring.store().dispatch(new Action.AskNow()));
    }

    private static boolean isToldOf(Session session) {
        return session.opened() != null && !session.opened().sightings().each().isEmpty();
    }

    private Session session() {
        return wiring.store().session();
    }

    private List<String> messages() {
        return Objects.requireNonNull(session().opened()).problems().stream()
                .map(Problem::message)
                .toList();
    }

    private static Optional<Diagram.Edge> line(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        DiagramCanvas canvas = robot.lookup("#canvas").queryAs(DiagramCanvas.class);
        return canvas.diagram().edges().stream()
                .filter(edge -> edge.id().equals(SEEN))
                .findFirst();
    }

    private void await(Predicate<Session> holds) throws Exception {
        CompletableFuture<Void> held = new CompletableFuture<>();
        WaitForAsyncUtils.asyncFx(() -> wiring.store().show(session -> {
                    if (holds.test(session)) {
                        held.complete(null);
                    }
                }))
                .get(10, TimeUnit.SECONDS);
        held.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
