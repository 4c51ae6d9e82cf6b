package dev.orrery.app.parts;

import dev.orrery.diagram.Sign;
import dev.orrery.graph.NodeId;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/// A list of signed lines under headings. A press or Enter on a line shows what it is about.
public final class SignedList extends ListView<SignedRow> {
    private final Consumer<NodeId> go;

    /// @param go selects a thing and brings it onto the screen
    public SignedList(Consumer<NodeId> go) {
        this.go = go;
        getStyleClass().add("signed-list");
        setCellFactory(_ -> new Cell());
        setOnMouseClicked(_ -> reveal());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                reveal();
                event.consume();
            }
        });
    }

    /// Shows these; the same ones change nothing.
    public void show(List<SignedRow> rows) {
        if (!rows.equals(getItems())) {
            getItems().setAll(rows);
        }
    }

    private void reveal() {
        SignedRow row = getSelectionModel().getSelectedItem();
        if (row != null && row.node() != null) {
            go.accept(row.node());
        }
    }

    private static final class Cell extends ListCell<SignedRow> {
        private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
        private static final double SIGN = 14;

        private final Label words = new Label();
        private final Label note = new Label();
        private final SVGPath path = new SVGPath();
        private final StackPane sign = new StackPane(path);
        private final VBox text = new VBox(1, words, note);
        private final HBox row = new HBox(8, sign, text);

        Cell() {
            getStyleClass().add("signed-cell");
            words.getStyleClass().add("signed-words");
            note.getStyleClass().add("signed-note");
            words.setWrapText(true);
            note.setWrapText(true);
            sign.setMinSize(SIGN, SIGN);
            sign.setPrefSize(SIGN, SIGN);
            row.setAlignment(Pos.TOP_LEFT);
            HBox.setHgrow(text, Priority.ALWAYS);
            setPrefWidth(0);
        }

        /// As high as its words are in the width that there is.
        @Override
        protected double computePrefHeight(double width) {
            double wide = (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset();
            return getGraphic() == null || wide <= 0
                    ? super.computePrefHeight(width)
                    : snappedTopInset() + row.prefHeight(wide) + snappedBottomInset();
        }

        @Override
        protected void updateItem(@Nullable SignedRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                pseudoClassStateChanged(HEADING, false);
                return;
            }
            pseudoClassStateChanged(HEADING, item.heading());
            words.setText(item.words());
            note.setText(item.note());
            note.setVisible(!item.note().isEmpty());
            note.setManaged(!item.note().isEmpty());
            show(item.sign());
            setAccessibleText(spoken(item));
            setGraphic(row);
        }

        private void show(@Nullable Sign said) {
            sign.setVisible(said != null);
            sign.setManaged(said != null);
            if (said != null) {
                path.setContent(said.path());
                path.getStyleClass().setAll("sign", "tint-" + said.colour().token());
            }
        }

        private static String spoken(SignedRow item) {
            String signed = item.sign() == null
                    ? item.words()
                    : Messages.of("signed.spoken", item.sign().words(), item.words());
            return item.note().isEmpty() ? signed : Messages.of("signed.spoken", signed, item.note());
        }
    }
}
