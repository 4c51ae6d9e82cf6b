package dev.orrery.app.settings;

import dev.orrery.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The last lines of the log, newest at the end.
public final class LogView extends VBox {
    private final Supplier<List<String>> log;
    private final ListView<String> lines = new ListView<>();

    /// @param log oldest first, without secrets
    /// @param copy puts text on the clipboard
    public LogView(Supplier<List<String>> log, Consumer<String> copy) {
        super(12);
        this.log = log;
        getStyleClass().add("log-view");
        lines.setId("log-lines");
        lines.setAccessibleText(Messages.of("action.log"));
        lines.setPlaceholder(new Label(Messages.of("log.empty")));
        lines.setPrefSize(820, 460);
        VBox.setVgrow(lines, Priority.ALWAYS);
        Button refresh = new Button(Messages.of("log.refresh"));
        refresh.setOnAction(_ -> refresh());
        Button copying = new Button(Messages.of("log.copy"));
        copying.setOnAction(_ -> copy.accept(String.join("\n", lines.getItems())));
        getChildren().setAll(lines, new HBox(8, copying, refresh));
        refresh();
    }

    private void refresh() {
        lines.getItems().setAll(log.get());
        lines.scrollTo(Math.max(0, lines.getItems().size() - 1));
    }
}
