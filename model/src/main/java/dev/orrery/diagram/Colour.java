package dev.orrery.diagram;

import dev.orrery.health.Health;
import java.util.Locale;

/// The names of all colours. Colour means health and selection, nothing else; [Palette] says how each looks.
public enum Colour {
    CANVAS,
    PANEL,
    CARD,
    BOUNDARY,
    BOUNDARY_LINE,
    TEXT,
    SECOND_TEXT,
    LINE,
    EDGE,
    ACCENT,
    UP,
    DEGRADED,
    DOWN,
    UNKNOWN,
    PENDING;

    /// The colour of a state.
    public static Colour of(Health health) {
        return switch (health) {
            case UP -> UP;
            case DEGRADED -> DEGRADED;
            case DOWN -> DOWN;
            case UNKNOWN -> UNKNOWN;
            case PENDING -> PENDING;
        };
    }

    /// Its name in a style sheet: lower case with dashes, as in `second-text`.
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
