package dev.orrery.app.theme;

import dev.orrery.diagram.Palette;
import javafx.application.ColorScheme;
import javafx.scene.Scene;

/// What the user chose in the preferences.
public enum ThemeChoice {
    LIGHT,
    DARK,
    /// As the desktop says, also when it changes its mind.
    SYSTEM;

    /// The colours that this comes to now.
    Palette palette(Scene scene) {
        return switch (this) {
            case LIGHT -> Palette.LIGHT;
            case DARK -> Palette.DARK;
            case SYSTEM -> scene.getPreferences().getColorScheme() == ColorScheme.DARK ? Palette.DARK : Palette.LIGHT;
        };
    }
}
