package dev.orrery.app.parts;

import dev.orrery.text.Messages;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A sheet over the window that holds one thing at a time: preferences, the log, the shortcuts. It takes the focus,
/// keeps it, and gives it back when it is closed by Escape, its button, or a press beside it.
public final class Sheet extends StackPane {
    private final Label title = new Label();
    private final StackPane body = new StackPane();
    private final Button closing = Icons.button("fth-x", Messages.of("sheet.close"), this::close);
    private final FocusTrap focus = new FocusTrap(this, closing);

    public Sheet() {
        getStyleClass().add("sheet-layer");
        setId("sheet");
        setVisible(false);
        setManaged(false);
        title.getStyleClass().add("sheet-title");
        closing.setId("sheet-close");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, closing);
        head.getStyleClass().add("sheet-head");
        VBox card = new VBox(head, body);
        card.getStyleClass().add("sheet-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(card);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        // While it is open, keys are for it alone.
        addEventHandler(KeyEvent.ANY, KeyEvent::consume);
    }

    /// @param content made afresh, so that it shows how things are now
    public void open(String words, Supplier<? extends Node> content) {
        title.setText(words);
        body.getChildren().setAll(content.get());
        setVisible(true);
        setManaged(true);
        focus.shut();
    }

    public void close() {
        setVisible(false);
        setManaged(false);
        body.getChildren().clear();
        focus.open();
    }

    public boolean isOpen() {
        return isVisible();
    }
}
