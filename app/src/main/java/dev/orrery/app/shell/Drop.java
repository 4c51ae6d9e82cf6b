package dev.orrery.app.shell;

import dev.orrery.session.Action;
import java.io.File;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

/// Opens files and folders that are dropped on the window.
final class Drop {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    Drop(Region window, Consumer<Action> actions) {
        window.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                window.pseudoClassStateChanged(DROPPING, true);
                event.consume();
            }
        });
        window.addEventHandler(DragEvent.DRAG_EXITED, _ -> window.pseudoClassStateChanged(DROPPING, false));
        window.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            window.pseudoClassStateChanged(DROPPING, false);
            if (event.getDragboard().hasFiles()) {
                actions.accept(new Action.Open(event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList()));
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }
}
