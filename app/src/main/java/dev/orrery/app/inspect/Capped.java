package dev.orrery.app.inspect;

import dev.orrery.text.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// The first rows of a list, and how many more there are; pressing that shows more of them. A list may be longer than a
/// window can hold rows.
final class Capped<T> extends VBox {
    private static final int STEP = 100;

    private final List<T> all;
    private final Function<T, ? extends Node> row;
    private final Button more = new Button();
    private int shown;

    /// @param first how many are seen at first
    Capped(List<T> all, int first, Function<T, ? extends Node> row) {
        this.all = List.copyOf(all);
        this.row = row;
        getStyleClass().add("capped");
        more.getStyleClass().setAll("more");
        more.setOnAction(_ -> {
            int next = shown;
            show(shown + STEP);
            // The button may be gone: whoever pressed it goes on where the new rows begin.
            getChildren().get(next).requestFocus();
        });
        show(first);
    }

    /// The row of the nth thing, shown now if it was not.
    Node row(int index) {
        show(index + 1);
        return getChildren().get(index);
    }

    private void show(int many) {
        getChildren().remove(more);
        for (int next = Math.min(many, all.size()); shown < next; shown++) {
            getChildren().add(row.apply(all.get(shown)));
        }
        if (shown < all.size()) {
            more.setText(Messages.of("inspect.more", Integer.toString(all.size() - shown)));
            getChildren().add(more);
        }
    }
}
