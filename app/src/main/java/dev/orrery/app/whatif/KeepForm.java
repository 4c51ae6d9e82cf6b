package dev.orrery.app.whatif;

import dev.orrery.app.action.Performer;
import dev.orrery.session.Action;
import dev.orrery.session.Excursion;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The name under which a what-if is kept in the workspace.
public final class KeepForm extends VBox {
    private final Performer performer;
    private final Runnable close;
    private final TextField name = new TextField();
    private final Label outcome = new Label();
    private final Button confirm = new Button(Messages.of("what-if.keep.confirm"));

    /// @param close closes the sheet
    public KeepForm(Performer performer, Runnable close) {
        super(14);
        this.performer = performer;
        this.close = close;
        getStyleClass().add("edit-form");
        Session session = performer.session().get();
        if (session.excursion() instanceof Excursion.WhatIf whatIf && whatIf.kept() != null) {
            name.setText(whatIf.kept().name());
        }
        Label label = new Label(Messages.of("what-if.keep.name"));
        label.setLabelFor(name);
        name.setId("keep-name");
        name.textProperty().subscribe(this::check);
        name.setOnAction(_ -> enter());
        outcome.setId("keep-outcome");
        outcome.getStyleClass().add("outcome");
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        confirm.setId("keep-confirm");
        confirm.getStyleClass().add("accent");
        confirm.setOnAction(_ -> enter());
        Button cancel = new Button(Messages.of("editing.cancel"));
        cancel.setOnAction(_ -> close.run());
        HBox buttons = new HBox(8, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(label, name, outcome, buttons);
        check();
    }

    public Node first() {
        return name;
    }

    private void check() {
        String wanted = name.getText().strip();
        confirm.setDisable(wanted.isEmpty());
        outcome.setText(Messages.of(
                performer.session().get().scenario(wanted).isPresent()
                        ? "what-if.keep.replaces"
                        : "what-if.keep.where"));
    }

    private void enter() {
        if (!confirm.isDisabled()) {
            close.run();
            performer.dispatch().accept(new Action.KeepScenario(name.getText().strip()));
        }
    }
}
