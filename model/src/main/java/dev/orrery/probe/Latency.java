package dev.orrery.probe;

import java.time.Duration;
import java.util.Locale;

/// How long something took, in words.
public final class Latency {
    private Latency() {}

    /// As in `0.4 ms`, `35 ms`, `1.2 s` or `15 s`.
    public static String inWords(Duration took) {
        double millis = took.toNanos() / 1e6;
        if (millis < 1) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        if (Math.round(millis) < 1000) {
            return Math.round(millis) + " ms";
        }
        boolean whole = millis >= 10_000 || Math.round(millis / 100) % 10 == 0;
        return String.format(Locale.ROOT, whole ? "%.0f s" : "%.1f s", millis / 1000);
    }
}
