package dev.orrery.app;

import dev.orrery.app.bench.StartBench;
import dev.orrery.app.cli.Demonstration;
import dev.orrery.app.cli.WindowLauncher;
import dev.orrery.app.runtime.Toolkit;
import dev.orrery.app.sample.Samples;
import dev.orrery.app.theme.Theme;
import dev.orrery.persistence.DataFolder;
import dev.orrery.persistence.Settings;
import dev.orrery.persistence.Settings.WindowPlace;
import dev.orrery.probe.Trust;
import dev.orrery.session.Opened;
import dev.orrery.session.Picture;
import dev.orrery.session.Session;
import dev.orrery.text.Untrusted;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Opens the window for the command line.
final class Window implements WindowLauncher {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final DataFolder data;
    private final Samples samples;
    private final InstantSource clock;

    Window(DataFolder data, Samples samples, InstantSource clock) {
        this.data = data;
        this.samples = samples;
        this.clock = clock;
    }

    @Override
    public int open(List<Path> paths) {
        return open(WindowRequest.of(paths));
    }

    @Override
    public int open(Demonstration demonstration) {
        return open(new WindowRequest(
                List.of(demonstration.file()),
                Trust.of(demonstration.trusted()),
                demonstration.endpoints(),
                demonstration.interval()));
    }

    private int open(WindowRequest request) {
        Toolkit.runUntilClosed(closed -> show(request, new Stage(), closed));
        return 0;
    }

    private void show(WindowRequest request, Stage stage, Runnable closed) {
        Wiring wiring = new Wiring(request, data, samples, clock, stage::close);
        WindowPlace place = wiring.settings().settings().window();
        Scene scene = new Scene(
                wiring.window(), place == null ? WIDTH : place.width(), place == null ? HEIGHT : place.height());
        ObjectProperty<Settings.ThemeChoice> theme = new SimpleObjectProperty<>();
        wiring.settings().follow(next -> theme.set(next.theme()));
        Theme.follow(scene, theme);
        stage.setScene(scene);
        stage.setMinWidth(640);
        stage.setMinHeight(400);
        restore(stage, place);
        wiring.store().show(session -> stage.setTitle(title(session)));
        stage.setOnHidden(_ -> {
            wiring.settings()
                    .change(wiring.settings()
                            .settings()
                            .withWindow(new WindowPlace(
                                    stage.getX(),
                                    stage.getY(),
                                    scene.getWidth(),
                                    scene.getHeight(),
                                    stage.isMaximized())));
            wiring.close();
            closed.run();
        });
        if (Boolean.getBoolean(StartBench.PROPERTY)) {
            endAfterFirstFrame(wiring, stage);
        }
        stage.show();
    }

    private static String title(Session session) {
        Opened opened = session.opened();
        return opened == null ? "Orrery" : Untrusted.oneLine(opened.title()) + " – Orrery";
    }

    /// A place on a screen that is no longer there is forgotten.
    private static void restore(Stage stage, @Nullable WindowPlace place) {
        if (place == null
                || Screen.getScreensForRectangle(new Rectangle2D(place.x(), place.y(), 100, 40))
                        .isEmpty()) {
            return;
        }
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setMaximized(place.maximised());
    }

    /// For measuring: says when the first frame with everything drawn is there, and ends.
    private static void endAfterFirstFrame(Wiring wiring, Stage stage) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                // The timer runs before a frame is drawn, so the second call with a picture comes after the first
                // frame.
                boolean drawn = !wiring.store().session().picture().equals(Picture.EMPTY);
                if (drawn && ++frames == 2) {
                    PrintStream out = System.out;
                    out.println(StartBench.FIRST_FRAME);
                    out.flush();
                    stop();
                    stage.close();
                }
            }
        }.start();
    }
}
