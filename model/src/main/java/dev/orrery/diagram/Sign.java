package dev.orrery.diagram;

import dev.orrery.text.Messages;
import java.util.List;
import java.util.Locale;

/// What can be said of a part of the picture in a what-if or a comparison. Each has a shape, a word, a kind of line and
/// a colour; the colours are none of health, since what is imagined must not be taken for what was asked.
public enum Sign {
    /// It is assumed not to answer: a cross.
    ASSUMED_DOWN(Colour.LOST),
    /// It is assumed to answer later: an hourglass.
    ASSUMED_SLOW(Colour.LOST),
    /// It is hit for certain: an exclamation mark.
    CERTAIN(Colour.LOST),
    /// It may be hit: a question mark.
    POSSIBLE(Colour.OTHERWISE),
    /// It came: a plus.
    ADDED(Colour.ADDED),
    /// It went: a minus.
    REMOVED(Colour.LOST),
    /// It lies in another boundary: an arrow.
    MOVED(Colour.OTHERWISE),
    /// It has another id: a wave.
    RENAMED(Colour.OTHERWISE),
    /// Something else of it is not as it was: a star.
    CHANGED(Colour.OTHERWISE);

    /// Width and height of the box of the path.
    public static final double SIZE = 12;

    /// Width of its line.
    public static final double LINE = 1.6;

    private final Colour colour;

    Sign(Colour colour) {
        this.colour = colour;
    }

    public Colour colour() {
        return colour;
    }

    /// The line around a box, or of a dependency.
    LineStyle line(double width) {
        List<Double> dashes = switch (this) {
            case ASSUMED_DOWN, ASSUMED_SLOW, CERTAIN, ADDED -> List.of();
            case POSSIBLE -> List.of(9.0, 3.0, 1.5, 3.0);
            case REMOVED -> List.of(4.0, 4.0);
            case MOVED, RENAMED, CHANGED -> List.of(12.0, 3.0);
        };
        return new LineStyle(colour, width, dashes);
    }

    /// SVG path data, to be *stroked* with round caps and joins, in a box from (0, 0) to (12, 12).
    public String path() {
        return switch (this) {
            case ASSUMED_DOWN -> "M2.5 2.5L9.5 9.5M9.5 2.5L2.5 9.5";
            case ASSUMED_SLOW -> "M3 1.5H9L3 10.5H9L3 1.5";
            case CERTAIN -> "M6 1.5V7M6 10.2V10.4";
            case POSSIBLE -> "M3.6 4.1A2.4 2.4 0 1 1 6 6.5V7.6M6 10.2V10.4";
            case ADDED -> "M6 1.8V10.2M1.8 6H10.2";
            case REMOVED -> "M1.8 6H10.2";
            case MOVED -> "M1.2 6H10.5M6.9 2.4L10.5 6L6.9 9.6";
            case RENAMED -> "M1.2 7.6C2.6 3.2 4.6 3.2 6 6C7.4 8.8 9.4 8.8 10.8 4.4";
            case CHANGED -> "M6 1.6V10.4M2.2 3.8L9.8 8.2M2.2 8.2L9.8 3.8";
        };
    }

    /// For people, as in `moved`.
    public String words() {
        return Messages.of("sign." + word());
    }

    /// As in `assumed-down`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
