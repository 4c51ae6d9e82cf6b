package dev.orrery.app.bench;

import java.io.PrintStream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/// The least that JavaFX can show: what [StartBench] compares with.
public final class EmptyWindow {
    private EmptyWindow() {}

    public static void main(String[] arguments) {
        Application.launch(Empty.class, arguments);
    }

    /// The window itself; JavaFX makes it.
    public static final class Empty extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new Pane(), 1280, 800));
            stage.show();
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    // The timer runs before a frame is drawn, so the second call comes after the first frame.
                    if (++frames == 2) {
                        PrintStream out = System.out;
                        out.println(StartBench.FIRST_FRAME);
                        out.flush();
                        Runtime.getRuntime().halt(0);
                    }
                }
            }.start();
        }
    }
}
