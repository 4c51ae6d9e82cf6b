package dev.orrery.app.findings;

import dev.orrery.app.parts.MarkSign;
import dev.orrery.problem.Severity;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One line of the list.
final class FindingCell extends ListCell<FindingRow> {
    private static final PseudoClass RULE = PseudoClass.getPseudoClass("rule");
    private static final int LONGEST = 400;

    private final MarkSign sign = new MarkSign();
    private final Label words = new Label();
    private final Label note = new Label();
    private final Label more = new Label();
    private final HBox row = new HBox(9, sign, words, more, note);

    FindingCell() {
        getStyleClass().add("finding-cell");
        row.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(USE_PREF_SIZE);
        more.getStyleClass().add("finding-more");
        more.setMaxWidth(Double.MAX_VALUE);
        more.setMinWidth(0);
        HBox.setHgrow(more, Priority.ALWAYS);
        note.getStyleClass().add("finding-note");
        note.setMinWidth(USE_PREF_SIZE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable FindingRow item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(RULE, !empty && item instanceof FindingRow.OfRule);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (item) {
            case FindingRow.OfRule rule -> {
                sign.show(rule.severity());
                words.setText(rule.words());
                more.setText("");
                note.setText(Integer.toString(rule.count()));
                spoken(rule.severity(), rule.words());
            }
            case FindingRow.OfFinding(var finding, String place, boolean frozen) -> {
                String message = Untrusted.oneLine(finding.problem().message(), LONGEST);
                sign.show(null);
                words.setText(place);
                more.setText(message);
                note.setText(frozen ? Messages.of("pane.findings.frozen") : "");
                spoken(finding.problem().severity(), message);
            }
        }
        setGraphic(row);
    }

    private void spoken(Severity severity, String text) {
        setAccessibleText(Messages.of("pane.findings.spoken", Messages.of("severity." + severity.word()), text));
    }
}
