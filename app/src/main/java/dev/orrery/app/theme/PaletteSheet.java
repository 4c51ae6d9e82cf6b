package dev.orrery.app.theme;

import dev.orrery.diagram.Colour;
import dev.orrery.diagram.Palette;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A palette as a style sheet: `-orrery-<token>` for every [Colour], and AtlantaFX's own names redefined by them, so
/// that every control follows. Held in a `data:` address, for there is no file to keep in step.
final class PaletteSheet {
    private static final String PREFIX = "data:text/css;charset=utf-8;base64,";
    private static final String LIGHT = address(Palette.LIGHT);
    private static final String DARK = address(Palette.DARK);

    private PaletteSheet() {}

    static String of(Palette palette) {
        return palette == Palette.LIGHT ? LIGHT : DARK;
    }

    static boolean isOne(String sheet) {
        return sheet.equals(LIGHT) || sheet.equals(DARK);
    }

    private static String address(Palette palette) {
        return PREFIX + Base64.getEncoder().encodeToString(text(palette).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Palette palette) {
        StringBuilder sheet = new StringBuilder(".root {\n");
        for (Colour colour : Colour.values()) {
            set(sheet, "-orrery-" + colour.token(), palette.hex(colour));
        }
        set(sheet, "-orrery-selection", mixed(palette, Colour.ACCENT, Colour.PANEL, 0.14));
        set(sheet, "-orrery-alarm", mixed(palette, Colour.DOWN, Colour.CANVAS, palette == Palette.LIGHT ? 0.09 : 0.22));
        set(sheet, "-orrery-faint-text", mixed(palette, Colour.SECOND_TEXT, Colour.CARD, 0.5));
        set(sheet, "-orrery-faint-edge", mixed(palette, Colour.EDGE, Colour.CANVAS, 0.35));
        // Over the window while something lies on it, and under what lies there; alike in both palettes.
        set(sheet, "-orrery-scrim", "rgba(8, 12, 18, 0.38)");
        set(sheet, "-orrery-faint-scrim", "rgba(8, 12, 18, 0.18)");
        set(sheet, "-orrery-shade", "rgba(0, 0, 0, 0.28)");
        set(sheet, "-orrery-inner-boundary", mixed(palette, Colour.CANVAS, Colour.BOUNDARY, 0.7));
        set(sheet, "-orrery-degraded-wash", mixed(palette, Colour.DEGRADED, Colour.CARD, 0.35));
        set(sheet, "-color-bg-default", "-orrery-panel");
        set(sheet, "-color-bg-overlay", "-orrery-card");
        set(sheet, "-color-bg-subtle", "-orrery-boundary");
        set(sheet, "-color-bg-inset", "-orrery-canvas");
        set(sheet, "-color-fg-default", "-orrery-text");
        set(sheet, "-color-fg-muted", "-orrery-second-text");
        set(sheet, "-color-fg-subtle", "-orrery-second-text");
        // On a filled button; white would be too faint on the light accent of the dark theme.
        set(sheet, "-color-fg-emphasis", palette == Palette.LIGHT ? "-orrery-card" : "-orrery-canvas");
        set(sheet, "-color-border-default", "-orrery-line");
        set(sheet, "-color-border-muted", "-orrery-line");
        set(sheet, "-color-border-subtle", "-orrery-line");
        family(sheet, palette, "accent", Colour.ACCENT);
        family(sheet, palette, "success", Colour.UP);
        family(sheet, palette, "warning", Colour.DEGRADED);
        family(sheet, palette, "danger", Colour.DOWN);
        set(sheet, "-fx-font-family", '"' + Inter.REGULAR + '"');
        set(sheet, "-fx-font-size", "12.5px");
        sheet.append("}\n");
        for (Colour colour : Colour.values()) {
            sheet.append(".line-").append(colour.token()).append(" { -orrery-line-colour: -orrery-");
            sheet.append(colour.token()).append("; }\n");
        }
        return sheet.toString();
    }

    private static void family(StringBuilder sheet, Palette palette, String name, Colour colour) {
        set(sheet, "-color-" + name + "-fg", palette.hex(colour));
        set(sheet, "-color-" + name + "-emphasis", palette.hex(colour));
        set(sheet, "-color-" + name + "-muted", mixed(palette, colour, Colour.PANEL, 0.4));
        set(sheet, "-color-" + name + "-subtle", mixed(palette, colour, Colour.PANEL, 0.12));
    }

    private static void set(StringBuilder sheet, String name, String value) {
        sheet.append("  ").append(name).append(": ").append(value).append(";\n");
    }

    /// `share` of one colour over another, opaque: where washes overlap they must not add up.
    private static String mixed(Palette palette, Colour over, Colour under, double share) {
        int top = Integer.parseInt(palette.hex(over).substring(1), 16);
        int bottom = Integer.parseInt(palette.hex(under).substring(1), 16);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double part = share * (top >> shift & 0xff) + (1 - share) * (bottom >> shift & 0xff);
            mixed |= (int) Math.round(part) << shift;
        }
        return "#%06x".formatted(mixed);
    }
}
