package dev.orrery.app.settings;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/// What is said below a part of a secret.
final class SecretWords extends Label {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    SecretWords(String part) {
        setId("secret-" + part + "-words");
        getStyleClass().addAll("hint", "secret-words");
        setWrapText(true);
    }

    /// @param why empty where nothing is wrong
    /// @return whether nothing is
    boolean wrong(String why) {
        pseudoClassStateChanged(WRONG, !why.isEmpty());
        setText(why);
        return why.isEmpty();
    }

    /// Says something that hinders nothing.
    void hint(String words) {
        wrong("");
        setText(words);
    }
}
