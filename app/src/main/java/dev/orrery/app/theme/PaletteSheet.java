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
        for (Colour tint : Colour.TINTS) {
            set(sheet, "-orrery-" + tint.token() + "-wash", palette.wash(tint));
            set(sheet, "-orrery-" + tint.token() + "-deep-wash", palette.deepWash(tint));
        }
        set(sheet, "-orrery-selection", palette.mixed(Colour.ACCENT, Colour.PANEL, 0.14));
        set(sheet, "-orrery-alarm", palette.mixed(Colour.DOWN, Colour.CANVAS, palette == Palette.LIGHT ? 0.09 : 0.22));
        set(sheet, "-orrery-faint-text", palette.mixed(Colour.SECOND_TEXT, Colour.CARD, 0.5));
        set(sheet, "-orrery-faint-edge", palette.mixed(Colour.EDGE, Colour.CANVAS, 0.35));
        // Over the window while something lies on it, and under what lies there; alike in both palettes.
        set(sheet, "-orrery-scrim", "rgba(8, 12, 18, 0.38)");
        set(sheet, "-orrery-faint-scrim", "rgba(8, 12, 18, 0.18)");
        set(sheet, "-orrery-shade", "rgba(0, 0, 0, 0.28)");
        set(sheet, "-orrery-inner-boundary", palette.mixed(Colour.CANVAS, Colour.BOUNDARY, 0.7));
        set(sheet, "-orrery-degraded-wash", palette.mixed(Colour.DEGRADED, Colour.CARD, 0.35));
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
        for (Colour colour : Colour.TINTS) {
            sheet.append(".tint-")
                    .append(colour.token())
                    .append(" { -orrery-tint: -orrery-")
                    .append(colour.token());
            sheet.append("; -orrery-wash: -orrery-")
                    .append(colour.token())
                    .append("-wash; -orrery-deep-wash: -orrery-");
            sheet.append(colour.token()).append("-deep-wash; }\n");
        }
        return sheet.toString();
    }

    private static void family(StringBuilder sheet, Palette palette, String name, Colour colour) {
        set(sheet, "-color-" + name + "-fg", palette.hex(colour));
        set(sheet, "-color-" + name + "-emphasis", palette.hex(colour));
        set(sheet, "-color-" + name + "-muted", palette.mixed(colour, Colour.PANEL, 0.4));
        set(sheet, "-color-" + name + "-subtle", palette.mixed(colour, Colour.PANEL, 0.12));
    }

    private static void set(StringBuilder sheet, String name, String value) {
        sheet.append("  ").append(name).append(": ").append(value).append(";\n");
    }
}
