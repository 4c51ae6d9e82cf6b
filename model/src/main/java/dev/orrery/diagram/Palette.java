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

    /// A card's colour with a little of another in it, opaque; so little that small print can be read on it.
    public String wash(Colour colour) {
        return mixed(colour, Colour.CARD, 0.06);
    }

    /// A card's colour with more of another in it, opaque: where only the colour is seen.
    public String deepWash(Colour colour) {
        return mixed(colour, Colour.CARD, 0.34);
    }

    /// `share` of one colour over another, opaque: where washes overlap they must not add up.
    public String mixed(Colour over, Colour under, double share) {
        int top = Integer.parseInt(hex(over).substring(1), 16);
        int bottom = Integer.parseInt(hex(under).substring(1), 16);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double part = share * (top >> shift & 0xff) + (1 - share) * (bottom >> shift & 0xff);
            mixed |= (int) Math.round(part) << shift;
        }
        return "#%06x".formatted(mixed);
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
            case OTHER -> "#7a8694";
            case CHOICE_1 -> "#3457c4";
            case CHOICE_2 -> "#289667";
            case CHOICE_3 -> "#550135";
            case CHOICE_4 -> "#0091ff";
            case CHOICE_5 -> "#332705";
            case CHOICE_6 -> "#664f74";
            case CHOICE_7 -> "#19594a";
            case CHOICE_8 -> "#371275";
            case STEP_1 -> "#5a8fc4";
            case STEP_2 -> "#3a6ba8";
            case STEP_3 -> "#274b86";
            case STEP_4 -> "#0f2450";
            case ADDED -> "#0e7490";
            case LOST -> "#a8226f";
            case OTHERWISE -> "#6741d9";
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
            case OTHER -> "#8b98a5";
            case CHOICE_1 -> "#cceca9";
            case CHOICE_2 -> "#68aa8d";
            case CHOICE_3 -> "#ed8cf5";
            case CHOICE_4 -> "#9ef2f5";
            case CHOICE_5 -> "#717614";
            case CHOICE_6 -> "#996660";
            case CHOICE_7 -> "#347c7f";
            case CHOICE_8 -> "#9357c3";
            case STEP_1 -> "#4a7db8";
            case STEP_2 -> "#6ea3dc";
            case STEP_3 -> "#a3c8f0";
            case STEP_4 -> "#dcebfb";
            case ADDED -> "#4fc3dc";
            case LOST -> "#f17fc0";
            case OTHERWISE -> "#ad96ff";
        };
    }
}
