package dev.orrery.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.app.canvas.DiagramCanvas;
import dev.orrery.app.canvas.Viewport;
import dev.orrery.app.runtime.ImageFile;
import dev.orrery.app.shell.Delay;
import dev.orrery.app.shell.MainWindow;
import dev.orrery.app.theme.Theme;
import dev.orrery.diagram.Diagram;
import dev.orrery.diagram.Palette;
import dev.orrery.graph.Visibility;
import dev.orrery.importer.Loaded;
import dev.orrery.layout.Cancellation;
import dev.orrery.layout.LayoutEngine;
import dev.orrery.layout.layered.LayeredEngine;
import dev.orrery.probe.Trusts;
import dev.orrery.session.Action;
import dev.orrery.session.Arrangement;
import dev.orrery.session.Effect;
import dev.orrery.session.Next;
import dev.orrery.session.Session;
import dev.orrery.session.SessionUpdate;
import dev.orrery.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Draws 10,000 services at three zooms into `target/pictures`, for people to judge: as they are seen first, and all of
/// them.
@ExtendWith(ApplicationExtension.class)
final class LargePicturesTest {
    private static final Topology MANY = Generated.topology(10_000, 15_000, 50, false, FramesBench.SEED);
    private static final List<Double> ZOOMS = List.of(0.0, 0.4, 1.0);

    private final LayoutEngine engine = new LayeredEngine();

    @Test
    void asTheyAreSeenFirst(FxRobot robot) throws Exception {
        Session session = opened(MANY, Arrangement.NONE);
        assertThat(session.picture().graph().nodes()).hasSizeLessThan(401);
        draw(robot, session, "large-first");
    }

    @Test
    void allOfThem(FxRobot robot) throws Exception {
        Session session = opened(MANY, new Arrangement(Visibility.ALL, new TreeMap<>()));
        assertThat(session.picture().graph().nodes()).hasSize(10_000);
        draw(robot, session, "large-all");
    }

    private Session opened(Topology topology, Arrangement arrangement) {
        Loaded loaded = new Loaded(Path.of("."), topology, List.of(), List.of(), List.of(), List.of());
        Session session = Session.startingAt(Instant.EPOCH);
        Queue<Action> actions = new ArrayDeque<>(List.of(new Action.Open(List.of(Path.of("large")))));
        for (Action action = actions.poll(); action != null; action = actions.poll()) {
            Next next = SessionUpdate.apply(session, action);
            session = next.session();
            for (Effect effect : next.effects()) {
                switch (effect) {
                    case Effect.Read read ->
                        actions.add(new Action.Opened(read.generation(), loaded, arrangement, List.of(), Trusts.NONE));
                    case Effect.Arrange arrange ->
                        // The grid is a picture like any other for the canvas, and there at once.
                        actions.add(new Action.Arranged(
                                arrange.generation(),
                                arrange.request().graph().nodes().size() > 1_000
                                        ? GridLayout.of(arrange.request())
                                        : engine.layout(arrange.request(), Cancellation.NEVER)));
                    default -> {}
                }
            }
        }
        return session;
    }

    private static void draw(FxRobot robot, Session session, String name) throws Exception {
        for (Palette palette : Palette.values()) {
            MainWindow[] made = new MainWindow[1];
            Scene[] scenes = new Scene[1];
            robot.interact(() -> {
                made[0] = new MainWindow(() -> session, _ -> {}, new Alone(), List.of(), Delay.onClock());
                scenes[0] = new Scene(made[0], 1440, 900);
                Theme.apply(scenes[0], palette);
                made[0].render(session);
                made[0].applyCss();
                made[0].layout();
            });
            DiagramCanvas canvas = (DiagramCanvas) made[0].lookup("#canvas");
            for (double zoom : ZOOMS) {
                robot.interact(() -> look(canvas, zoom));
                WritableImage image = painted(robot, scenes[0]);
                assertThat(colours(image)).as("%s at %s", name, zoom).hasSizeGreaterThan(20);
                Path folder = Files.createDirectories(Path.of("target", "pictures"));
                ImageFile.write(
                        image,
                        folder.resolve(
                                "%s-%s-%.0f.png".formatted(name, palette.name().toLowerCase(Locale.ROOT), zoom * 100)));
            }
        }
    }

    /// @param zoom 0 to see all
    private static void look(DiagramCanvas canvas, double zoom) {
        canvas.fit();
        Diagram diagram = canvas.diagram();
        if (zoom > 0) {
            canvas.setViewport(new Viewport(
                    canvas.getWidth() / 2 - diagram.bounds().centerX() * zoom,
                    canvas.getHeight() / 2 - diagram.bounds().centerY() * zoom,
                    zoom));
        }
    }

    /// Once two pictures in a row are the same: what is painted beside the FX thread comes when it is done.
    private static WritableImage painted(FxRobot robot, Scene scene) throws Exception {
        WritableImage[] shots = new WritableImage[2];
        for (int same = 0; same < 3; ) {
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                shots[1] = shots[0];
                shots[0] = scene.snapshot(null);
            });
            same = shots[1] != null && equal(shots[0], shots[1]) ? same + 1 : 0;
        }
        return shots[0];
    }

    private static boolean equal(WritableImage one, WritableImage other) {
        for (int y = 0; y < one.getHeight(); y += 3) {
            for (int x = 0; x < one.getWidth(); x += 3) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Set<Integer> colours(WritableImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return colours;
    }
}
