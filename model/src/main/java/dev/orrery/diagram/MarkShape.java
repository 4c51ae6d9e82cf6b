package dev.orrery.diagram;

import dev.orrery.problem.Severity;

/// The shape of what an inspection found: diamonds, which no state of health has. Each is one outline to be *filled*
/// (by the non-zero rule; holes run the other way round), in a box from (0, 0) to (1, 1).
public final class MarkShape {
    private static final String ERROR = "M.5 0L1 .5L.5 1L0 .5Z";
    private static final String WARNING = "M.5 0L1 .5L.5 1L0 .5ZM.5 .2L.2 .5L.5 .8L.8 .5Z";
    private static final String INFO = "M.5 .22L.78 .5L.5 .78L.22 .5Z";

    private MarkShape() {}

    /// SVG path data: full for an error, hollow for a warning, small for a note.
    public static String path(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case INFO -> INFO;
        };
    }

    /// Louder than small print only for an error, and never the colour of a state of health.
    public static Colour colour(Severity severity) {
        return severity == Severity.ERROR ? Colour.TEXT : Colour.SECOND_TEXT;
    }
}
