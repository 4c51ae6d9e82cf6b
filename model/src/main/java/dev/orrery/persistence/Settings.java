package dev.orrery.persistence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the user chose for this computer.
///
/// @param interval asked instead of the default where a descriptor states none
/// @param reducedMotion true switches every animation off
/// @param editor the command that opens a source at a line; null for none
/// @param recent opened paths, newest first
/// @param window where it was last; null before the first time
public record Settings(
        ThemeChoice theme,
        Duration interval,
        boolean reducedMotion,
        @Nullable String editor,
        List<Path> recent,
        @Nullable WindowPlace window) {
    public static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    public static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    private static final int MOST_RECENT = 12;

    public static final Settings DEFAULT =
            new Settings(ThemeChoice.SYSTEM, Duration.ofSeconds(15), false, null, List.of(), null);

    public enum ThemeChoice {
        SYSTEM,
        LIGHT,
        DARK
    }

    /// In screen pixels; `maximised` keeps the place to go back to.
    public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}

    public Settings {
        recent = recent.stream().distinct().limit(MOST_RECENT).toList();
        if (interval.compareTo(SHORTEST_INTERVAL) < 0 || interval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new IllegalArgumentException("interval from a second to an hour: " + interval);
        }
    }

    public Settings withTheme(ThemeChoice chosen) {
        return new Settings(chosen, interval, reducedMotion, editor, recent, window);
    }

    public Settings withInterval(Duration chosen) {
        return new Settings(theme, chosen, reducedMotion, editor, recent, window);
    }

    public Settings withReducedMotion(boolean reduced) {
        return new Settings(theme, interval, reduced, editor, recent, window);
    }

    public Settings withEditor(@Nullable String command) {
        return new Settings(theme, interval, reducedMotion, command, recent, window);
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(theme, interval, reducedMotion, editor, recent, place);
    }

    /// The path comes first among the recent ones.
    public Settings withOpened(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        List<Path> newest = new ArrayList<>(List.of(absolute));
        recent.stream().filter(old -> !old.equals(absolute)).forEach(newest::add);
        return new Settings(theme, interval, reducedMotion, editor, newest, window);
    }
}
