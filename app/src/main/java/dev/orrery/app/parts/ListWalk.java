package dev.orrery.app.parts;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Lets the arrow keys go through a list while somebody writes in the field above it.
public final class ListWalk {
    private ListWalk() {}

    /// @param field that has the keyboard
    public static void from(Node field, ListView<?> list) {
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean down = event.getCode() == KeyCode.DOWN;
            if (down || event.getCode() == KeyCode.UP) {
                if (down) {
                    list.getSelectionModel().selectNext();
                } else {
                    list.getSelectionModel().selectPrevious();
                }
                list.scrollTo(list.getSelectionModel().getSelectedIndex());
                event.consume();
            }
        });
    }
}
