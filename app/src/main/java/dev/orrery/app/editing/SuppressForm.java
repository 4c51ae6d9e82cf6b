package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.inspection.Finding;
import dev.orrery.session.Action;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Why a finding is not to be told any more. Without a reason it is told.
public final class SuppressForm extends VBox {
    private static final int LONGEST = 400;

    private final TextField reason = new TextField();

    /// @param close closes the sheet
    public SuppressForm(Finding finding, Performer performer, Runnable close) {
        super(14);
        getStyleClass().add("edit-form");
        Label what = words(Untrusted.oneLine(finding.problem().message(), LONGEST));
        Label where =
                words(Messages.of("editing.suppress.where", finding.rule(), String.join(", ", finding.subjects())));
        where.getStyleClass().add("outcome");
        Label name = new Label(Messages.of("editing.suppress.because"));
        name.getStyleClass().add("preference-name");
        name.setLabelFor(reason);
        reason.setId("suppress-because");
        Button confirm = new Button(Messages.of("editing.suppress"));
        confirm.setId("edit-confirm");
        confirm.getStyleClass().add("accent");
        confirm.disableProperty().bind(reason.textProperty().map(String::isBlank));
        confirm.setOnAction(_ -> {
            String because = reason.getText();
            close.run();
            performer.dispatch().accept(new Action.Suppress(finding, because));
        });
        reason.setOnAction(_ -> confirm.fire());
        Button cancel = new Button(Messages.of("editing.cancel"));
        cancel.setId("edit-cancel");
        cancel.setOnAction(_ -> close.run());
        HBox buttons = new HBox(8, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(what, new VBox(5, name, reason), where, buttons);
    }

    /// Where writing begins.
    public Node first() {
        return reason;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
