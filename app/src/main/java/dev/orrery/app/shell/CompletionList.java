package dev.orrery.app.shell;

import dev.orrery.query.Completion;
import dev.orrery.query.Vocabulary;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.function.ObjIntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Ways to go on with an expression, under the field where it is typed. The field keeps the focus; nothing is selected
/// until an arrow key does.
final class CompletionList extends ListView<Completion> {
    private static final double ROW = 26;

    private final ObjIntConsumer<String> taken;
    private String typed = "";

    /// @param taken gets the text that is then typed, and where to go on
    CompletionList(ObjIntConsumer<String> taken) {
        this.taken = taken;
        setId("completions");
        getStyleClass().add("completions");
        setFixedCellSize(ROW);
        setFocusTraversable(false);
        setCellFactory(_ -> new Row());
        setOnMouseClicked(_ -> takeSelected());
        close();
    }

    void offer(String text, int caret, Vocabulary known) {
        List<Completion> now = Completion.at(text, caret, known);
        typed = text;
        if (!now.equals(getItems())) {
            getItems().setAll(now);
        }
        getSelectionModel().clearSelection();
        setPrefHeight(now.size() * ROW + 10);
        setMinHeight(Region.USE_PREF_SIZE);
        see(!now.isEmpty());
    }

    void close() {
        getItems().clear();
        see(false);
    }

    boolean isOpen() {
        return isVisible();
    }

    /// @return whether there is anything to choose from
    boolean move(int by) {
        int all = getItems().size();
        if (!isOpen() || all == 0) {
            return false;
        }
        int from = getSelectionModel().getSelectedIndex();
        int to = from < 0 ? (by > 0 ? 0 : all - 1) : Math.floorMod(from + by, all);
        getSelectionModel().clearAndSelect(to);
        scrollTo(to);
        return true;
    }

    /// @return whether anything was selected
    boolean takeSelected() {
        Completion selected = getSelectionModel().getSelectedItem();
        if (!isOpen() || selected == null) {
            return false;
        }
        taken.accept(selected.in(typed), selected.caret());
        return true;
    }

    private void see(boolean seen) {
        setVisible(seen);
        setManaged(seen);
    }

    private static final class Row extends ListCell<Completion> {
        private final Label label = new Label();
        private final Label note = new Label();
        private final HBox row = new HBox(12, label, note);

        Row() {
            getStyleClass().add("completion");
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinWidth(140);
            HBox.setHgrow(label, Priority.ALWAYS);
            note.getStyleClass().add("completion-note");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Completion completion, boolean empty) {
            super.updateItem(completion, empty);
            if (empty || completion == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            label.setText(completion.label());
            note.setText(completion.note());
            setAccessibleText(
                    completion.note().isEmpty()
                            ? completion.label()
                            : Messages.of("filter.spoken", completion.label(), completion.note()));
            setGraphic(row);
        }
    }
}
