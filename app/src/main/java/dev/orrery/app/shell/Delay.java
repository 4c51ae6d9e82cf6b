package dev.orrery.app.shell;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Runs something later on the FX thread.
@FunctionalInterface
public interface Delay {
    /// @return calls it off
    Runnable after(Duration time, Runnable work);

    /// By JavaFX's own clock.
    static Delay onClock() {
        return (time, work) -> {
            PauseTransition pause = new PauseTransition(javafx.util.Duration.millis((double) time.toMillis()));
            pause.setOnFinished(_ -> work.run());
            pause.play();
            return pause::stop;
        };
    }
}
