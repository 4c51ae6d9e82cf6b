package dev.orrery.app.parts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the Feather set, coloured by style sheets as `.icon`.
public final class Icons {
    private Icons() {}

    /// @param name as in `fth-folder`
    public static Node of(String name) {
        FontIcon icon = new FontIcon(name);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /// A button that shows an icon alone; its words are told to screen readers and in a tooltip.
    public static Button button(String name, String words, Runnable action) {
        Button button = new Button(null, of(name));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
