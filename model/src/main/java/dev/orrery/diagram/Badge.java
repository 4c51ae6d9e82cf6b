package dev.orrery.diagram;

import dev.orrery.text.Messages;
import java.util.Locale;

/// A small sign beside the health shape that says how the state is to be taken. It never stands for the state, so
/// it has no colour of its own.
public enum Badge {
    /// Somebody looks after it: a person.
    ACKNOWLEDGED,
    /// It is being worked on: a wrench.
    MAINTENANCE,
    /// It changes to and fro: a zigzag.
    FLAPPING;

    /// Width and height of its box.
    public static final double SIZE = 12;

    /// SVG path data, to be *stroked* with round caps and joins, in a box from (0, 0) to (12, 12), line width 1.3.
    public String path() {
        return switch (this) {
            case ACKNOWLEDGED ->
                "M3.9 3.6A2.1 2.1 0 0 1 8.1 3.6A2.1 2.1 0 0 1 3.9 3.6ZM1.9 10.8V10.2A2.6 2.6 0 0 1 4.5 7.6H7.5A2.6 2.6"
                        + " 0 0 1 10.1 10.2V10.8";
            case MAINTENANCE ->
                "M10.8 3.4L8.9 5.2L6.8 5.2L6.8 3.1L8.6 1.2A3.1 3.1 0 0 0 4.7 5.2L1.3 8.6A1.45 1.45 0 0 0 3.4 10.7L6.8 "
                        + "7.3A3.1 3.1 0 0 0 10.8 3.4Z";
            case FLAPPING -> "M.8 8.6L3.4 3.4L6 8.6L8.6 3.4L11.2 8.6";
        };
    }

    /// For people, as in `in maintenance`.
    public String words() {
        return Messages.of("badge." + word());
    }

    /// As in `maintenance`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
