package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.edit.EditedTopology;
import dev.orrery.edit.EditedTopology.Intended;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.session.Edit;
import dev.orrery.session.Opened;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.jspecify.annotations.Nullable;

/// What all of them have: fields, a line that says what will be, and two buttons.
public abstract class EditForm extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Performer performer;
    private final Runnable close;
    private final GridPane fields = new GridPane(16, 12);
    private final Label outcome = new Label();
    private final Button confirm;

    /// @param close closes the sheet
    EditForm(String confirmKey, Performer performer, Runnable close) {
        super(18);
        this.performer = performer;
        this.close = close;
        getStyleClass().add("edit-form");
        outcome.setId("edit-outcome");
        outcome.getStyleClass().add("outcome");
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        confirm = new Button(Messages.of(confirmKey));
        confirm.setId("edit-confirm");
        confirm.getStyleClass().add("accent");
        confirm.setOnAction(_ -> enter());
        Button cancel = new Button(Messages.of("editing.cancel"));
        cancel.setId("edit-cancel");
        cancel.setOnAction(_ -> close.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, gap, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(fields, outcome, buttons);
    }

    /// The button that does it.
    final Button confirmation() {
        return confirm;
    }

    /// Where writing begins.
    public abstract Node first();

    /// What would be done with what the fields hold now; empty where nothing would.
    abstract List<TopologyEdit> edits();

    /// What is wrong with what the fields hold, in words; null where nothing is that the topology would not tell.
    @Nullable
    String wrong() {
        return null;
    }

    /// What is to be said of it where it can be; may be empty.
    String consequence(Topology before, Topology after) {
        return Consequences.words(before, after);
    }

    /// A field under its name.
    final void put(String key, Node control) {
        Label name = new Label(Messages.of(key));
        name.getStyleClass().add("preference-name");
        name.setLabelFor(control);
        name.setMinWidth(84);
        GridPane.setValignment(name, VPos.TOP);
        GridPane.setHgrow(control, Priority.ALWAYS);
        fields.addRow(fields.getRowCount(), name, control);
    }

    /// A field for one line, which confirms with Enter.
    final TextField line(String id, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        field.textProperty().subscribe(this::check);
        field.setOnAction(_ -> enter());
        return field;
    }

    /// As a field shows what may be missing.
    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// The tags that a field holds, with commas between them.
    static List<String> tags(TextField field) {
        return Arrays.stream(field.getText().split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    /// What a field holds, without spaces at its ends; null where that is nothing.
    static @Nullable String orNull(TextField field) {
        String text = field.getText().strip();
        return text.isEmpty() ? null : text;
    }

    /// Says what would come of what the fields hold now.
    final void check() {
        Opened opened = performer.session().get().opened();
        String wrong = wrong();
        if (wrong != null) {
            show(wrong, false, true);
            return;
        }
        List<TopologyEdit> edits = opened == null ? List.of() : edits();
        if (opened == null || edits.isEmpty()) {
            show("", false, false);
            return;
        }
        switch (EditedTopology.apply(opened.written(), edits)) {
            case Intended.Meant(Topology after) -> show(consequence(opened.written(), after), true, false);
            case Intended.Refused refused -> show(sentence(refused.refusal().message()), false, true);
        }
    }

    /// Does it, unless something is wrong.
    final void enter() {
        if (!confirm.isDisabled()) {
            List<TopologyEdit> edits = edits();
            close.run();
            performer.dispatch().accept(new Edit.ChangeTopology(edits));
        }
    }

    private void show(String words, boolean possible, boolean wrong) {
        outcome.setText(words);
        outcome.pseudoClassStateChanged(WRONG, wrong);
        confirm.setDisable(!possible);
    }

    private static String sentence(String words) {
        String first = words.substring(0, 1).toUpperCase(Locale.ROOT);
        return first + words.substring(1) + ".";
    }
}
