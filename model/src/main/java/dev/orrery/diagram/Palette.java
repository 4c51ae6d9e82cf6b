package dev.orrery.diagram;

/// How every [Colour] looks in the light and in the dark theme: the one source for exported pictures and for the
/// window's style sheet. Tests hold text to a contrast of 4.5 : 1, shapes and lines that carry meaning to 3 : 1, and
/// the states apart for colour-blind eyes.
public enum Palette {
    LIGHT,
    DARK;

    /// As `#rrggbb`, lower case.
    public String hex(Colour colour) {
        return this == LIGHT ? light(colour) : dark(colour);
    }

    private static String light(Colour colour) {
        return switch (colour) {
            case CANVAS -> "#fcfcfd";
            case PANEL -> "#f7f8fa";
            case CARD -> "#ffffff";
            case BOUNDARY -> "#f4f6f8";
            case BOUNDARY_LINE -> "#d5dbe2";
            case TEXT -> "#1b2430";
            case SECOND_TEXT -> "#616e7f";
            case LINE -> "#d9dee4";
            case EDGE -> "#808d9a";
            case ACCENT -> "#0b62d6";
            case UP -> "#2e8f6b";
            case DEGRADED -> "#b7791f";
            case DOWN -> "#bd2f26";
            case UNKNOWN -> "#7a8694";
            case PENDING -> "#808d9a";
        };
    }

    private static String dark(Colour colour) {
        return switch (colour) {
            case CANVAS -> "#0f1419";
            case PANEL -> "#161b22";
            case CARD -> "#1c232c";
            case BOUNDARY -> "#141a21";
            case BOUNDARY_LINE -> "#2b3642";
            case TEXT -> "#e6edf3";
            case SECOND_TEXT -> "#8b98a5";
            case LINE -> "#2d3742";
            case EDGE -> "#5c6b7a";
            case ACCENT -> "#4c9aff";
            case UP -> "#4fb58c";
            case DEGRADED -> "#ebb848";
            case DOWN -> "#fb6357";
            case UNKNOWN -> "#8b98a5";
            case PENDING -> "#6b7885";
        };
    }
}
