package dev.orrery.app.attention;

import dev.orrery.text.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What both sheets have: whom it is about, a note, a line that says what will be, and two buttons.
abstract class AttentionForm extends VBox {
    /// As much as a line in the inspector can bear.
    static final int LONGEST_NOTE = 200;

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final GridPane fields = new GridPane(16, 14);
    private final TextField note = new TextField();
    private final Label outcome = new Label();
    private final Button confirm;
    private String words = "";
    private boolean possible;

    /// @param about whom it is about, as a sentence
    /// @param close closes the sheet
    AttentionForm(String about, String confirmKey, String noteText, Runnable close) {
        super(18);
        getStyleClass().add("attention-form");
        Label whom = new Label(about);
        whom.setId("attention-about");
        whom.setWrapText(true);
        note.setId("attention-note");
        note.setText(noteText);
        note.setPromptText(Messages.of("attention.note.prompt"));
        note.textProperty().subscribe(() -> show());
        outcome.setId("attention-outcome");
        outcome.getStyleClass().add("outcome");
        outcome.setWrapText(true);
        confirm = new Button(Messages.of(confirmKey));
        confirm.setId("attention-confirm");
        confirm.getStyleClass().add("accent");
        confirm.setOnAction(_ -> enter());
        note.setOnAction(_ -> enter());
        Button cancel = new Button(Messages.of("attention.cancel"));
        cancel.setId("attention-cancel");
        cancel.setOnAction(_ -> close.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, gap, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(whom, fields, outcome, buttons);
        put("attention.note", note);
    }

    /// Where writing begins.
    public final Node firstField() {
        return note;
    }

    /// Does what the sheet is for, where that is possible.
    abstract void submit();

    final String note() {
        return note.getText().strip();
    }

    final void put(String key, Node control) {
        Label name = new Label(Messages.of(key));
        name.getStyleClass().add("preference-name");
        name.setLabelFor(control);
        name.setMinWidth(52);
        GridPane.setValignment(name, VPos.TOP);
        GridPane.setHgrow(control, Priority.ALWAYS);
        fields.addRow(fields.getRowCount(), name, control);
    }

    /// Says what will be, or why it cannot be.
    final void tell(String said, boolean can) {
        words = said;
        possible = can;
        show();
    }

    /// Does it, unless something is wrong.
    final void enter() {
        if (!confirm.isDisabled()) {
            submit();
        }
    }

    private void show() {
        boolean fits = note.getText().length() <= LONGEST_NOTE;
        outcome.setText(fits ? words : Messages.of("attention.wrong.note", Integer.toString(LONGEST_NOTE)));
        outcome.pseudoClassStateChanged(WRONG, !(fits && possible));
        confirm.setDisable(!(fits && possible));
    }
}
