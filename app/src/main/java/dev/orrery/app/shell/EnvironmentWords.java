package dev.orrery.app.shell;

import dev.orrery.session.Opened;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;

/// Where what is open is looked at, in words: the name of the environment, wherever there is a choice.
final class EnvironmentWords {
    private static final PseudoClass ELSEWHERE = PseudoClass.getPseudoClass("elsewhere");
    private static final int LONGEST = 28;

    private EnvironmentWords() {}

    /// Shows it, or hides what would show it where the workspace names no environment.
    static void show(Labeled there, @Nullable Opened opened) {
        boolean anyChoice = opened != null && !opened.loaded().environments().isEmpty();
        there.setVisible(anyChoice);
        there.setManaged(anyChoice);
        if (opened == null || !anyChoice) {
            return;
        }
        String name = opened.environmentName();
        there.setText(name == null ? Messages.of("environment.declared") : Untrusted.oneLine(name, LONGEST));
        there.setAccessibleText(
                name == null
                        ? Messages.of("environment.spoken.declared")
                        : Messages.of("environment.spoken", Untrusted.oneLine(name)));
        there.pseudoClassStateChanged(ELSEWHERE, name != null);
    }
}
