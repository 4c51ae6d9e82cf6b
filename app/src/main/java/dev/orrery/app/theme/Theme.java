package dev.orrery.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.orrery.diagram.Palette;
import dev.orrery.persistence.Settings.ThemeChoice;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/// Dresses a scene: AtlantaFX's base look, the colours of a [Palette], Inter, and the style sheet of the picture.
///
/// It belongs to the scene and not to the whole program, so that a picture can be drawn dark while the window is light.
public final class Theme {
    private static final String PICTURE =
            Objects.requireNonNull(Theme.class.getResource("picture.css")).toExternalForm();

    private Theme() {}

    /// Gives a scene the look of a palette, now. Style sheets that others added stay, after ours.
    public static void apply(Scene scene, Palette palette) {
        Inter.load();
        String base = switch (palette) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
        String colours = PaletteSheet.of(palette);
        if (base.equals(scene.getUserAgentStylesheet())
                && scene.getStylesheets().contains(colours)) {
            return;
        }
        scene.setUserAgentStylesheet(base);
        List<String> others = scene.getStylesheets().stream()
                .filter(sheet -> !PaletteSheet.isOne(sheet) && !sheet.equals(PICTURE))
                .toList();
        scene.getStylesheets().setAll(colours, PICTURE);
        scene.getStylesheets().addAll(others);
    }

    /// Gives a scene the look that the user chose, now and whenever the choice or the desktop's own scheme changes.
    public static void follow(Scene scene, ObservableValue<ThemeChoice> choice) {
        InvalidationListener apply = _ -> apply(scene, palette(choice.getValue(), scene));
        choice.addListener(apply);
        scene.getPreferences().colorSchemeProperty().addListener(apply);
        apply.invalidated(choice);
    }

    private static Palette palette(ThemeChoice choice, Scene scene) {
        return switch (choice) {
            case LIGHT -> Palette.LIGHT;
            case DARK -> Palette.DARK;
            case SYSTEM -> scene.getPreferences().getColorScheme() == ColorScheme.DARK ? Palette.DARK : Palette.LIGHT;
        };
    }
}
