package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.app.parts.SignedRow;
import dev.orrery.app.runtime.ImageFile;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import dev.orrery.diagram.Sign;
import dev.orrery.graph.NodeId;
import dev.orrery.layout.Layout;
import dev.orrery.layout.Point;
import dev.orrery.scenario.AssumedFault;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Effect;
import dev.orrery.session.Excursion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Trying things on a copy, in the window.
@ExtendWith(ApplicationExtension.class)
final class WhatIfInWindowTest {
    private static final String SHOP = """
        topology: Shop
        boundaries:
          sales: {name: Sales, owner: team-sales}
          store: {name: Store}
        services:
          web: {boundary: sales, depends_on: [cart]}
          cart:
            boundary: sales
            depends_on: {stock: {}, mail: {kind: async, required: false}}
          stock: {boundary: store, owner: team-store, depends_on: [stock-db]}
          stock-db: {kind: database, boundary: store}
          mail: {kind: queue, boundary: store, depends_on: [stock-db]}
        """;

    private Stage stage;
    private @Nullable Explored opened;

    @TempDir
    Path folder;

    @Start
    void start(Stage made) {
        stage = made;
    }

    @Test
    void aServiceIsSupposedDownByKeyboardAndThePictureTellsWhoIsHit(FxRobot robot) throws IOException {
        Path file = open(robot, "stock");
        Layout before = explored().session().picture().layout();

        robot.write("w");
        assertThat(words(robot, "#suppose-outcome")).isEqualTo("2 would be hit for certain, 0 possibly");
        robot.type(KeyCode.ENTER);

        assertThat(words(robot, "#what-if-words")).isEqualTo("stock down: 2 hit for certain.");
        assertThat(explored().session().picture().layout())
                .as("a fault moves nothing")
                .isEqualTo(before);
        assertThat(sign(robot, "stock")).isEqualTo(Sign.ASSUMED_DOWN);
        assertThat(sign(robot, "cart")).isEqualTo(Sign.CERTAIN);
        assertThat(sign(robot, "web")).isEqualTo(Sign.CERTAIN);
        assertThat(sign(robot, "mail")).isNull();
        assertThat(rows(robot))
                .contains("1. stock is down", "Hit for certain · 2", "Broken chains · 1", "web → cart → stock");
        assertThat(Files.readString(file)).isEqualTo(SHOP);

        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(sign(robot, "cart")).isNull();
        robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        assertThat(sign(robot, "cart")).isEqualTo(Sign.CERTAIN);
    }

    @Test
    void whatGoesThroughAMessageIsOnlyPossibleAndHasAnotherLine(FxRobot robot) {
        open(robot, "mail");
        robot.interact(() -> explored().dispatch(down("mail")));

        Diagram diagram = robot.lookup("#canvas").queryAs(DiagramCanvas.class).diagram();
        assertThat(sign(robot, "cart")).isEqualTo(Sign.POSSIBLE);
        assertThat(diagram.edges())
                .filteredOn(edge -> edge.id().from().equals(NodeId.service("cart"))
                        && edge.id().to().equals(NodeId.service("mail")))
                .singleElement()
                .satisfies(
                        edge -> assertThat(dev.orrery.diagram.LineStyle.of(edge).dashes())
                                .hasSize(4));
    }

    @Test
    void ordinaryEditsGoIntoTheWhatIfAndEscapeAsksOnlyWhereSomethingWouldBeLost(FxRobot robot) {
        open(robot, "cart");
        Layout before = explored().session().picture().layout();
        robot.interact(() -> explored().dispatch(new Action.Suppose(List.of(), List.of())));
        assertThat(explored().session().excursion()).isInstanceOf(Excursion.WhatIf.class);

        robot.type(KeyCode.DELETE);
        robot.interact(() -> {
            explored().dispatch(new Edit.PinBoxes(NodeId.service("web"), new Point(3, 4)));
            robot.lookup("#canvas").query().requestFocus();
        });

        assertThat(Objects.requireNonNull(explored().session().opened())
                        .topology()
                        .service("cart"))
                .isEmpty();
        assertThat(explored().effects).noneMatch(effect -> effect instanceof Effect.ChangeTexts);
        assertThat(explored().effects).noneMatch(effect -> effect instanceof Effect.KeepArrangement);
        assertThat(explored().session().unsaved()).isEmpty();

        robot.type(KeyCode.ESCAPE);
        assertThat(words(robot, "#what-if-title")).isEqualTo("Throw away this what-if?");
        robot.type(KeyCode.ENTER);
        assertThat(explored().session().excursion())
                .as("going on is what has the keyboard")
                .isInstanceOf(Excursion.WhatIf.class);
        robot.clickOn("#what-if-leave").clickOn("#what-if-discard");

        assertThat(explored().session().excursion()).isEqualTo(Excursion.NONE);
        assertThat(explored().session().picture().layout()).isEqualTo(before);
        assertThat(explored().session().arrangement().pins()).isEmpty();
        robot.interact(() -> explored().dispatch(new Action.Suppose(List.of(), List.of())));
        robot.interact(() -> robot.lookup("#canvas").query().requestFocus());
        robot.type(KeyCode.ESCAPE);
        assertThat(explored().session().excursion()).as("nothing to lose").isEqualTo(Excursion.NONE);
    }

    @Test
    void aWhatIfIsKeptFoundAgainRenamedAndDeletedInTheWorkspaceAlone(FxRobot robot) throws IOException {
        Path file = open(robot, "stock");
        Path workspace = folder.resolve("topology.workspace.yaml");
        Files.writeString(workspace, "# ours\ncollapsed: []\n");
        robot.interact(() -> explored().dispatch(down("stock")));

        robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
        robot.write("No stock").type(KeyCode.ENTER);

        assertThat(Files.readString(workspace))
                .startsWith("# ours\ncollapsed: []\n")
                .contains("\"No stock\":\n    - down: {service: stock}");
        assertThat(Files.readString(file)).isEqualTo(SHOP);
        assertThat(words(robot, "#what-if-title")).startsWith("What if: No stock. ");
        robot.interact(() -> robot.lookup("#canvas").query().requestFocus());
        robot.type(KeyCode.ESCAPE).type(KeyCode.ESCAPE);
        assertThat(explored().session().excursion()).as("it is kept").isEqualTo(Excursion.NONE);

        robot.press(KeyCode.SHIFT, KeyCode.W).release(KeyCode.W, KeyCode.SHIFT);
        assertThat(robot.lookup("#scenarios-list").<ListView<?>>query().getItems())
                .hasSize(1);
        robot.clickOn("#scenarios-name");
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.write("Stock fails").type(KeyCode.ENTER);
        robot.clickOn("#scenarios-try");
        assertThat(words(robot, "#what-if-title")).startsWith("What if: Stock fails. ");
        assertThat(sign(robot, "web")).isEqualTo(Sign.CERTAIN);

        robot.interact(() -> {
            explored().dispatch(new Action.LeaveExcursion());
            explored().dispatch(new Action.DeleteScenario("Stock fails"));
        });
        assertThat(Files.readString(workspace)).doesNotContain("scenarios");
    }

    @Test
    void aServiceIsSplitAndTheFiguresChange(FxRobot robot) {
        open(robot, "stock-db");
        robot.write("w");
        robot.interact(() -> robot.lookup("#suppose-what")
                .<ComboBox<?>>query()
                .getSelectionModel()
                .select(2));
        robot.clickOn("#suppose-with-mail").clickOn("#suppose-confirm");

        assertThat(Objects.requireNonNull(explored().session().opened())
                        .topology()
                        .service("stock-db-part"))
                .isPresent();
        assertThat(sign(robot, "stock-db-part")).isEqualTo(Sign.ADDED);
        assertThat(rows(robot)).contains("Services: 5 → 6");
    }

    @Test
    void itLooksRightInBothThemes(FxRobot robot) {
        for (Palette palette : Palette.values()) {
            robot.interact(() -> {
                Explored explored =
                        Explored.sample(folder, "booking/microservices.yaml").allUp(4);
                Scene scene = new Shown(explored, List.of()).alone(palette, 1280, 800);
                explored.dispatch(down("payments"));
                explored.dispatch(new Action.Suppose(
                        List.of(), List.of(new AssumedFault.Slow("search", java.time.Duration.ofSeconds(2)))));
                keep(scene, "what-if-" + palette.name().toLowerCase(Locale.ROOT));
                explored.dispatch(
                        new Edit.ChangeTopology(List.of(new dev.orrery.edit.TopologyEdit.MoveService("search", null))));
                keep(scene, "what-if-moved-" + palette.name().toLowerCase(Locale.ROOT));
            });
            robot.interact(() -> {
                Explored explored = Explored.sample(folder, "train-ticket/train-ticket.yaml");
                Scene scene = new Shown(explored, List.of()).alone(palette, 1280, 800);
                explored.dispatch(down(Objects.requireNonNull(explored.session().opened())
                        .topology()
                        .services()
                        .getFirst()
                        .id()));
                keep(scene, "what-if-large-" + palette.name().toLowerCase(Locale.ROOT));
            });
        }
        assertThat(Path.of("target", "pictures", "what-if-dark.png")).isNotEmptyFile();
    }

    private static void keep(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        try {
            Path file = Files.createDirectories(Path.of("target", "pictures")).resolve(name + ".png");
            ImageFile.write(scene.snapshot(null), file);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Action down(String service) {
        return new Action.Suppose(List.of(), List.of(new AssumedFault.Down(service)));
    }

    private Path open(FxRobot robot, String service) {
        Explored explored = Explored.text(folder, SHOP);
        opened = explored;
        robot.interact(() -> {
            new Shown(explored, List.of()).on(stage, Palette.LIGHT, 980, 760);
            explored.dispatch(new Action.Select(NodeId.service(service)));
            robot.lookup("#canvas").query().requestFocus();
        });
        return folder.resolve("topology.yaml");
    }

    private Explored explored() {
        return Objects.requireNonNull(opened);
    }

    private static @Nullable Sign sign(FxRobot robot, String service) {
        return robot.lookup("#canvas").queryAs(DiagramCanvas.class).diagram().cards().stream()
                .filter(card -> card.id().equals(NodeId.service(service)))
                .map(card -> card.mark() == null ? null : card.mark().sign())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<String> rows(FxRobot robot) {
        return robot.lookup("#what-if-list").<ListView<SignedRow>>query().getItems().stream()
                .map(SignedRow::words)
                .toList();
    }

    private static String words(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return ((Labeled) node).getText();
    }
}
