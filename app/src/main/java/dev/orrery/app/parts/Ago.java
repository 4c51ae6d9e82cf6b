package dev.orrery.app.parts;

import dev.orrery.diagram.Age;
import dev.orrery.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times in words: as an age, and as the time on the clock.
public final class Ago {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Ago() {}

    /// As in `15 s ago`, or `just now`.
    public static String words(Instant then, Instant now) {
        String age = Age.words(then, now);
        return age.equals(Messages.of("age.now")) ? Messages.of("ago.now") : Messages.of("ago", age);
    }

    /// As in `03:12:07`, in the time zone of this computer.
    public static String clock(Instant then) {
        return CLOCK.format(then.atZone(ZoneId.systemDefault()));
    }
}
