package dev.orrery.app.settings;

import dev.orrery.app.action.UiAction;
import dev.orrery.app.action.UiActions;
import dev.orrery.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// All keys: those of the table of actions, and those of the picture itself.
public final class ShortcutsSheet extends HBox {
    private static final double WHAT = 200;
    private static final double KEYS = 150;
    private static final List<String> PICTURE = List.of(
            "tab",
            "arrows",
            "enter",
            "space",
            "space-more",
            "shift-arrows",
            "alt-arrows",
            "home",
            "escape",
            "wheel",
            "drag",
            "drag-band",
            "click-more");

    public ShortcutsSheet() {
        super(44);
        getStyleClass().add("shortcuts");
        setId("shortcuts");
        VBox left = new VBox(16, group(UiAction.Group.FILE), group(UiAction.Group.EDIT), picture());
        VBox right = new VBox(16, group(UiAction.Group.VIEW), group(UiAction.Group.HEALTH), group(UiAction.Group.HELP));
        getChildren().setAll(left, right);
    }

    private static Node group(UiAction.Group group) {
        GridPane grid = grid(group.title());
        for (UiAction action : UiActions.ALL) {
            List<String> keys = action.keyWords().stream().limit(2).toList();
            if (action.group() == group && !keys.isEmpty()) {
                row(grid, action.name(), keys);
            }
        }
        return grid;
    }

    private static Node picture() {
        GridPane grid = grid(Messages.of("shortcuts.picture"));
        for (String gesture : PICTURE) {
            row(grid, Messages.of("shortcuts.picture." + gesture), List.of(Messages.of("shortcuts.key." + gesture)));
        }
        return grid;
    }

    private static GridPane grid(String title) {
        GridPane grid = new GridPane(24, 6);
        grid.getColumnConstraints().setAll(new ColumnConstraints(WHAT), new ColumnConstraints(KEYS));
        Label words = new Label(title);
        words.getStyleClass().add("section-title");
        grid.add(words, 0, 0, 2, 1);
        return grid;
    }

    private static void row(GridPane grid, String what, List<String> keys) {
        Label words = new Label(what);
        HBox caps = new HBox(6);
        for (String key : keys) {
            Label cap = new Label(key);
            cap.getStyleClass().add("key");
            cap.setMinWidth(USE_PREF_SIZE);
            caps.getChildren().add(cap);
        }
        grid.addRow(grid.getRowCount(), words, caps);
    }
}
