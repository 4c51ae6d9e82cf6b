package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import dev.orrery.session.Action;
import dev.orrery.session.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Going over to another environment in the window, and what it asks for there.
@ExtendWith(ApplicationExtension.class)
final class EnvironmentInWindowTest {
    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), """
                topology: Shop
                services:
                  web: {kind: web, depends_on: [cart], health: {url: "http://localhost:8080/health"}}
                  cart: {health: {url: "http://localhost:8081/health", headers: {X-Key: shop}}}
                """);
        Files.writeString(folder.resolve("orrery.workspace.yaml"), """
                environments:
                  tunnel: {services: {"*": {ports: {8080: 18080, 8081: 18081}}}}
                  staging:
                    services: {"*": "https://{service}.staging.example"}
                    secrets: {shop: shop-staging}
                  production: {services: {"*": "https://{service}.example"}}
                """);
    }

    @Test
    void theSwitchIsThereOnlyWhereTheWorkspaceNamesEnvironments(FxRobot robot) throws IOException {
        Explored explored = Explored.opened(folder);
        show(robot, explored);
        assertThat(node(robot, "#environment").isVisible()).isTrue();
        assertThat(words(robot, "#environment")).isEqualTo("As declared");
        assertThat(words(robot, "#status-environment")).isEqualTo("As declared");

        Files.writeString(folder.resolve("orrery.workspace.yaml"), "collapsed: []\n");
        robot.interact(() -> explored.dispatch(new Action.FilesChanged()));

        assertThat(node(robot, "#environment").isVisible()).isFalse();
        assertThat(node(robot, "#status-environment").isVisible()).isFalse();
    }

    @Test
    void anEnvironmentIsChosenWithTheMouseAndNothingMoves(FxRobot robot) {
        Explored explored = Explored.opened(folder).allUp(30);
        show(robot, explored);
        Diagram before = diagram(robot);

        robot.clickOn("#environment").clickOn("staging");

        assertThat(environment(explored)).isEqualTo("staging");
        assertThat(words(robot, "#environment")).isEqualTo("staging");
        assertThat(words(robot, "#status-environment")).isEqualTo("staging");
        assertThat(node(robot, "#status-environment").getAccessibleText()).isEqualTo("Environment: staging");
        assertThat(diagram(robot).title()).isEqualTo("Shop · staging");
        assertThat(diagram(robot).cards())
                .extracting(Diagram.Card::box)
                .isEqualTo(before.cards().stream().map(Diagram.Card::box).toList());
        assertThat(diagram(robot).cards())
                .extracting(card -> card.health().health())
                .containsOnly(Health.PENDING);
        assertThat(words(robot, "#inspector-state")).isEqualTo("2 pending");
        assertThat(explored.effects).contains(new Effect.KeepEnvironment(List.of(folder), "staging"));
    }

    @Test
    void anEnvironmentIsChosenWithTheKeyboard(FxRobot robot) {
        Explored explored = Explored.opened(folder);
        show(robot, explored);

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E).release(KeyCode.E, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.type(KeyCode.DOWN, 3).type(KeyCode.ENTER);

        assertThat(environment(explored)).isEqualTo("staging");
    }

    @Test
    void anEnvironmentIsFoundByItsName(FxRobot robot) {
        Explored explored = Explored.opened(folder);
        show(robot, explored);

        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("production").type(KeyCode.ENTER);
        assertThat(environment(explored)).isEqualTo("production");

        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("as declared").type(KeyCode.ENTER);
        assertThat(environment(explored)).isNull();
        assertThat(words(robot, "#status-environment")).isEqualTo("As declared");
    }

    @Test
    void theTrustBarAsksForEachEnvironmentByItself(FxRobot robot) {
        Explored explored = Explored.opened(folder).allowed();
        show(robot, explored);
        assertThat(node(robot, "#trust").isVisible()).isFalse();

        robot.interact(() -> explored.dispatch(new Action.SwitchEnvironment("staging")));
        assertThat(node(robot, "#trust").isVisible()).isTrue();
        assertThat(words(robot, "#trust-sentence")).contains("in “staging”").contains("2 addresses");
        assertThat(lines(robot))
                .containsExactly(
                        "The public internet: cart.staging.example:443, web.staging.example:443",
                        "1 new secret use: “shop-staging” to https://cart.staging.example");

        robot.clickOn("#trust-later");
        robot.interact(() -> explored.dispatch(new Action.SwitchEnvironment("production")));
        assertThat(node(robot, "#trust").isVisible())
                .as("put off there, not here")
                .isTrue();

        robot.clickOn("#trust-allow");
        assertThat(node(robot, "#trust").isVisible()).isFalse();
        assertThat(explored.effects)
                .filteredOn(Effect.KeepTrust.class::isInstance)
                .last()
                .extracting(keep -> ((Effect.KeepTrust) keep).environment())
                .isEqualTo("production");
        assertThat(words(robot, "#watching .label")).isEqualTo("Watching");
    }

    @Test
    void aNewUseOfASecretIsAskedForAloneAndFoundAgainAfterNotNow(FxRobot robot) {
        Explored explored = Explored.opened(folder);
        show(robot, explored);

        robot.clickOn("#trust-without-secrets");
        assertThat(words(robot, "#watching .label")).as("all else is watched").isEqualTo("Watching");
        assertThat(words(robot, "#trust-sentence")).startsWith("All is watched but what needs a secret");
        assertThat(lines(robot)).containsExactly("1 new secret use: “shop” to http://localhost:8081");
        assertThat(words(robot, "#trust-allow")).isEqualTo("Allow");
        assertThat(node(robot, "#trust-without-secrets").isVisible()).isFalse();

        robot.clickOn("#trust-later");
        assertThat(node(robot, "#trust").isVisible()).isFalse();
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("not allowed yet").type(KeyCode.ENTER);
        assertThat(node(robot, "#trust").isVisible()).isTrue();

        robot.clickOn("#trust-allow");
        assertThat(node(robot, "#trust").isVisible()).isFalse();
        assertThat(explored.session().missing().isNone()).isTrue();
    }

    @Test
    void anEnvironmentThatIsGoneIsSaid(FxRobot robot) throws IOException {
        Explored explored = Explored.opened(folder);
        show(robot, explored);
        robot.interact(() -> explored.dispatch(new Action.SwitchEnvironment("staging")));

        Files.writeString(folder.resolve("orrery.workspace.yaml"), "environments: {production: }\n");
        robot.interact(() -> explored.dispatch(new Action.FilesChanged()));

        assertThat(words(robot, "#notice .label")).contains("no environment “staging” any more");
        assertThat(words(robot, "#status-environment")).isEqualTo("As declared");
    }

    @Test
    void theLastDayIsReadAnewForTheOtherEnvironment(FxRobot robot) {
        Explored explored = Explored.opened(folder);
        robot.interact(() -> {
            Shown shown = new Shown(explored, List.of());
            shown.on(stage, Palette.LIGHT, 980, 760);
            explored.dispatch(new Action.Select(NodeId.service("cart")));
            assertThat(shown.daysAsked).containsExactly("cart");
            explored.dispatch(new Action.SwitchEnvironment("staging"));
            assertThat(shown.daysAsked).containsExactly("cart", "cart");
            explored.dispatch(new Action.SwitchEnvironment(null));
            assertThat(shown.daysAsked).hasSize(3);
        });
    }

    private void show(FxRobot robot, Explored explored) {
        robot.interact(() -> new Shown(explored, List.of()).on(stage, Palette.LIGHT, 980, 760));
        explored.actions.clear();
    }

    private static @Nullable String environment(Explored explored) {
        return Objects.requireNonNull(explored.session().opened()).environmentName();
    }

    private static Diagram diagram(FxRobot robot) {
        return robot.lookup("#canvas").queryAs(DiagramCanvas.class).diagram();
    }

    private static List<String> lines(FxRobot robot) {
        return robot.lookup(".trust-group").queryAll().stream()
                .map(line -> ((Labeled) line).getText())
                .toList();
    }

    private static Node node(FxRobot robot, String query) {
        return robot.lookup(query).query();
    }

    private static String words(FxRobot robot, String query) {
        return ((Labeled) node(robot, query)).getText();
    }
}
