package dev.orrery.app.canvas;

import java.util.function.DoubleConsumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// One movement at a time, easing out. A new one lets the one before arrive first, so that nothing stays half-way.
final class Motion {
    private static final Duration MOVE = Duration.millis(180);

    private @Nullable Glide running;

    /// @param step is told how far it is, 0 to 1; the last time 1 exactly
    void run(DoubleConsumer step) {
        arrive();
        Glide glide = new Glide(step);
        running = glide;
        step.accept(0);
        glide.play();
    }

    boolean isRunning() {
        return running != null;
    }

    /// Goes to the end at once.
    void arrive() {
        Glide glide = running;
        if (glide != null) {
            glide.stop();
            glide.end();
        }
    }

    private final class Glide extends Transition {
        private final DoubleConsumer step;

        Glide(DoubleConsumer step) {
            this.step = step;
            setCycleDuration(MOVE);
            setInterpolator(Interpolator.EASE_OUT);
            setOnFinished(_ -> end());
        }

        private void end() {
            if (equals(running)) {
                running = null;
                step.accept(1);
            }
        }

        @Override
        protected void interpolate(double part) {
            if (equals(running)) {
                step.accept(part);
            }
        }
    }
}
