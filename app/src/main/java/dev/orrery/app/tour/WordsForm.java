package dev.orrery.app.tour;

import dev.orrery.text.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What both sheets have: room for a text of several lines, a line that says what is wrong, and buttons. `Ctrl+Enter`
/// confirms.
abstract class WordsForm extends VBox {
    /// More is no note but a document. UTF-16 units.
    static final int LONGEST = 4_000;

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    final TextArea words = new TextArea();
    private final Label outcome = new Label();
    private final Button confirm;
    private final HBox buttons;
    private final Runnable close;

    /// @param close closes the sheet
    WordsForm(String id, String text, String confirmKey, Runnable close) {
        super(12);
        this.close = close;
        getStyleClass().add("words-form");
        words.setId(id + "-text");
        words.setText(text);
        words.setWrapText(true);
        words.setPrefRowCount(7);
        words.setAccessibleText(Messages.of("tour.text"));
        words.textProperty().subscribe(() -> check());
        outcome.setId(id + "-outcome");
        outcome.getStyleClass().add("outcome");
        outcome.setWrapText(true);
        confirm = new Button(Messages.of(confirmKey));
        confirm.setId(id + "-confirm");
        confirm.getStyleClass().add("accent");
        confirm.setOnAction(_ -> enter());
        Button cancel = new Button(Messages.of("editing.cancel"));
        cancel.setId(id + "-cancel");
        cancel.setOnAction(_ -> close.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        buttons = new HBox(8, gap, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox.setVgrow(words, Priority.ALWAYS);
        getChildren().setAll(words, outcome, buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                enter();
                event.consume();
            }
        });
    }

    /// Where writing begins.
    public Node first() {
        return words;
    }

    /// What is wrong, in words; empty where nothing is.
    abstract String wrong();

    /// Does what the sheet is for.
    abstract void submit();

    final String text() {
        return words.getText().strip();
    }

    /// A button at the left.
    final void put(Button button) {
        buttons.getChildren().addFirst(button);
    }

    final void check() {
        String said = text().length() > LONGEST ? Messages.of("tour.too-long", Integer.toString(LONGEST)) : wrong();
        outcome.setText(said);
        outcome.pseudoClassStateChanged(WRONG, !said.isEmpty());
        confirm.setDisable(!said.isEmpty());
    }

    final void enter() {
        if (!confirm.isDisabled()) {
            close.run();
            submit();
        }
    }
}
