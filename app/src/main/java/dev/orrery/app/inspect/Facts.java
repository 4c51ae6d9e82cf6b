package dev.orrery.app.inspect;

import dev.orrery.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Names and values in two columns.
final class Facts extends Section<List<Facts.Fact>> {
    /// @param key of its name, as in `inspect.owner`
    record Fact(String key, String value) {}

    /// Collects the facts that are known.
    static final class Known {
        private final List<Fact> facts = new ArrayList<>();

        Known and(String key, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                facts.add(new Fact(key, value));
            }
            return this;
        }

        List<Fact> facts() {
            return List.copyOf(facts);
        }
    }

    Facts() {
        super(null);
    }

    /// @param titleKey of the message bundle
    Facts(String titleKey) {
        super(titleKey);
    }

    @Override
    List<? extends Node> nodes(List<Fact> facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        GridPane grid = new GridPane(12, 6);
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints(86);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        for (int row = 0; row < facts.size(); row++) {
            Label name = new Label(Messages.of(facts.get(row).key()));
            name.getStyleClass().add("fact-name");
            GridPane.setValignment(name, VPos.TOP);
            Label value = new Label(facts.get(row).value());
            value.getStyleClass().add("fact-value");
            value.setWrapText(true);
            grid.addRow(row, name, value);
        }
        return List.of(grid);
    }
}
