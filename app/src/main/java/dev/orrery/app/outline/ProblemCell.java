package dev.orrery.app.outline;

import dev.orrery.app.parts.Icons;
import dev.orrery.problem.Problem;
import dev.orrery.problem.Severity;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One problem: how bad, what, where. The place opens in the editor.
final class ProblemCell extends ListCell<Problem> {
    private final StackPane sign = new StackPane();
    private final Label message = new Label();
    private final Hyperlink place = new Hyperlink();
    private final HBox row = new HBox(10, sign, message, place);

    ProblemCell(Consumer<Problem> open) {
        getStyleClass().add("problem-cell");
        row.setAlignment(Pos.CENTER_LEFT);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        place.setMinWidth(USE_PREF_SIZE);
        place.setTooltip(new Tooltip(Messages.of("action.show-source")));
        place.setOnAction(_ -> {
            Problem shown = getItem();
            if (shown != null) {
                open.accept(shown);
            }
        });
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Problem problem, boolean empty) {
        super.updateItem(problem, empty);
        if (empty || problem == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String words = Untrusted.oneLine(problem.message(), 400);
        sign.getChildren().setAll(Icons.of(icon(problem.severity())));
        for (Severity severity : Severity.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(severity.word()), severity == problem.severity());
        }
        message.setText(words);
        message.setTooltip(new Tooltip(words + "\n" + problem.code()));
        String where = Untrusted.oneLine(problem.source().toString());
        place.setText(where);
        setAccessibleText(Messages.of(
                "pane.problems.spoken",
                Messages.of("severity." + problem.severity().word()),
                words,
                where));
        setGraphic(row);
    }

    private static String icon(Severity severity) {
        return switch (severity) {
            case ERROR -> "fth-alert-octagon";
            case WARNING -> "fth-alert-triangle";
            case INFO -> "fth-info";
        };
    }
}
