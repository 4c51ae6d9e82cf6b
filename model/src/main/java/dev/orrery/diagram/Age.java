package dev.orrery.diagram;

import dev.orrery.text.Messages;
import java.time.Duration;
import java.time.Instant;

/// How long ago something was, in a few letters and in coarse steps: thousands of cards show one, and each step is a
/// change to draw. Below a minute the step is five seconds.
public final class Age {
    private static final long STEP = 5;

    private Age() {}

    /// As in `now`, `15 s`, `4 min`, `2 h`, `3 d`; rounded down. A moment in the future is now.
    public static String words(Instant then, Instant now) {
        return words(Duration.between(then, now).toSeconds());
    }

    static String words(long seconds) {
        if (seconds < STEP) {
            return Messages.of("age.now");
        }
        if (seconds < 60) {
            return Messages.of("age.seconds", Long.toString(seconds - seconds % STEP));
        }
        if (seconds < 3600) {
            return Messages.of("age.minutes", Long.toString(seconds / 60));
        }
        if (seconds < 86_400) {
            return Messages.of("age.hours", Long.toString(seconds / 3600));
        }
        return Messages.of("age.days", Long.toString(seconds / 86_400));
    }
}
