package dev.orrery.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.diagram.Palette;
import dev.orrery.graph.NodeId;
import dev.orrery.history.DayStrip;
import dev.orrery.session.Action;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The strip of the last day in the inspector, from a history that was really written and read.
@ExtendWith(ApplicationExtension.class)
final class LastDayTest {
    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void theLastDayIsSaidInWordsAndDrawnByState(FxRobot robot) {
        DayStrip day = PastDay.until(Explored.NOW, folder.resolve("history"));
        Explored explored = Explored.incident(folder);
        robot.interact(() -> {
            Shown shown = new Shown(explored, List.of());
            shown.day = day;
            shown.on(stage, Palette.LIGHT, 1280, 800);
            explored.dispatch(new Action.Select(NodeId.service("reservations")));
        });

        Node chart = robot.lookup(".day-chart").query();
        assertThat(chart.getAccessibleText())
                .startsWith("The last day: up 22 h 33 m, degraded 1 h, down 4 m, unknown 15 m, not watched 8 m")
                .contains("median ")
                .contains(", p95 ");
        assertThat(robot.lookup(".seen-down").queryAll()).hasSize(1);
        assertThat(robot.lookup(".seen-unknown").queryAll()).hasSize(1);
        assertThat(robot.lookup(".seen-unwatched").queryAll()).hasSize(1);
        assertThat(height(robot, ".seen-down")).isGreaterThan(height(robot, ".seen-degraded"));
        assertThat(height(robot, ".seen-degraded")).isGreaterThan(height(robot, ".seen-up"));
        assertThat(robot.lookup("#last-day .section-note").<Labeled>query().getText())
                .startsWith("median ");
    }

    @Test
    void whatIsNeverAskedHasNoDay(FxRobot robot) {
        Explored explored = Explored.text(folder, "topology: Shop\nservices: {a: {}}");
        DayStrip day = PastDay.until(Explored.NOW, folder.resolve("history"));
        robot.interact(() -> {
            Shown shown = new Shown(explored, List.of());
            shown.day = day;
            shown.on(stage, Palette.LIGHT, 1280, 800);
            explored.dispatch(new Action.Select(NodeId.service("a")));
        });
        assertThat(robot.lookup("#last-day").query().isVisible()).isFalse();
    }

    @Test
    void bothThemesForPeopleToJudge(FxRobot robot) {
        DayStrip day = PastDay.until(Explored.NOW, folder.resolve("history"));
        for (Palette palette : Palette.values()) {
            robot.interact(() -> {
                Explored explored = Explored.incident(folder);
                Shown shown = new Shown(explored, List.of());
                shown.day = day;
                Scene scene = shown.alone(palette, 1280, 800);
                explored.dispatch(new Action.Select(NodeId.service("reservations")));
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                keep(scene, "day-" + palette.name().toLowerCase(Locale.ROOT));
            });
        }
        assertThat(Path.of("target", "pictures", "day-dark.png")).isNotEmptyFile();
    }

    private static double height(FxRobot robot, String bar) {
        return robot.lookup(bar).query().getLayoutBounds().getHeight();
    }

    private static void keep(Scene scene, String name) {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage png = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        png.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Path folder = Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(png, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
