package dev.orrery.app.action;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// Makes keys do what the table says, wherever the focus is.
///
/// Whoever has the focus comes first: only a key that it leaves alone gets here. While somebody writes, keys without a
/// modifier are writing.
public final class Shortcuts {
    private final Performer performer;

    private Shortcuts(Performer performer) {
        this.performer = performer;
    }

    /// @param root of the window
    public static void install(Node root, Performer performer) {
        Shortcuts shortcuts = new Shortcuts(performer);
        root.addEventHandler(KeyEvent.KEY_PRESSED, shortcuts::pressed);
        root.addEventHandler(KeyEvent.KEY_TYPED, shortcuts::typed);
    }

    private void pressed(KeyEvent event) {
        boolean plain = !event.isShortcutDown()
                && !event.isAltDown()
                && !event.getCode().isFunctionKey();
        if (plain && isWriting(event.getTarget())) {
            return;
        }
        for (UiAction action : UiActions.ALL) {
            if (action.keys().stream().anyMatch(key -> key.match(event)) && performer.perform(action)) {
                event.consume();
                return;
            }
        }
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || isWriting(event.getTarget())) {
            return;
        }
        for (UiAction action : UiActions.ALL) {
            if (event.getCharacter().equals(action.typed()) && performer.perform(action)) {
                event.consume();
                return;
            }
        }
    }

    private static boolean isWriting(EventTarget target) {
        return target instanceof TextInputControl;
    }
}
