package dev.orrery.diagram;

import dev.orrery.health.Health;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The names of all colours. Colour means health, or what a chosen lens, a what-if or a comparison makes of it,
/// and selection, nothing else;
/// [Palette] says how each looks.
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
    PENDING,
    /// What has a name but no colour of its own under a lens, or several at once.
    OTHER,
    CHOICE_1,
    CHOICE_2,
    CHOICE_3,
    CHOICE_4,
    CHOICE_5,
    CHOICE_6,
    CHOICE_7,
    CHOICE_8,
    STEP_1,
    STEP_2,
    STEP_3,
    STEP_4,
    /// What came, in a comparison.
    ADDED,
    /// What went, in a comparison; what is hit for certain, in a what-if.
    LOST,
    /// What is not as it was, in a comparison; what may be hit, in a what-if.
    OTHERWISE;

    /// For values that have no order.
    public static final List<Colour> CHOICES =
            List.of(CHOICE_1, CHOICE_2, CHOICE_3, CHOICE_4, CHOICE_5, CHOICE_6, CHOICE_7, CHOICE_8);

    /// For values that have one, least first.
    public static final List<Colour> STEPS = List.of(STEP_1, STEP_2, STEP_3, STEP_4);

    /// For what a what-if or a comparison says.
    public static final List<Colour> SIGNS = List.of(ADDED, LOST, OTHERWISE);

    /// All that a lens, a what-if or a comparison gives to cards.
    public static final List<Colour> TINTS = Stream.of(CHOICES, STEPS, SIGNS, List.of(OTHER, EDGE))
            .flatMap(List::stream)
            .toList();

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
