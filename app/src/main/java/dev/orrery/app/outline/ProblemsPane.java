package dev.orrery.app.outline;

import dev.orrery.app.action.UiActions;
import dev.orrery.app.parts.Icons;
import dev.orrery.graph.NodeId;
import dev.orrery.problem.Problem;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the stages had to say about the descriptors. A press or Enter on a problem shows what it concerns on the
/// picture, or else what became of its file; a button, or the key for opening a source, opens its place in the editor.
public final class ProblemsPane extends VBox {
    private final Consumer<Action> actions;
    private final Consumer<NodeId> go;
    private final Consumer<String> showFile;
    private final Label count = new Label();
    private final ListView<Problem> list = new ListView<>();
    private @Nullable Session session;

    /// @param go selects a thing and brings it onto the screen
    /// @param showFile shows what became of a file
    public ProblemsPane(Consumer<Action> actions, Consumer<NodeId> go, Consumer<String> showFile, Runnable close) {
        this.actions = actions;
        this.go = go;
        this.showFile = showFile;
        getStyleClass().add("problems-pane");
        setId("problems");
        Label title = new Label(Messages.of("pane.problems"));
        title.getStyleClass().add("section-title");
        count.getStyleClass().add("section-note");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button closing = Icons.button("fth-x", Messages.of("pane.problems.close"), close);
        closing.setId("problems-close");
        HBox head = new HBox(8, title, count, gap, closing);
        head.getStyleClass().add("pane-head");

        list.setId("problems-list");
        list.setAccessibleText(Messages.of("pane.problems"));
        list.setPlaceholder(new Label(Messages.of("pane.problems.none")));
        list.setCellFactory(_ -> new ProblemCell(problem -> actions.accept(new Action.ShowSource(problem.source()))));
        list.setOnMouseClicked(_ -> jump());
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                jump();
                event.consume();
            } else if (UiActions.of("show-source").keys().stream().anyMatch(key -> key.match(event))) {
                open();
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(head, list);
    }

    public void render(Session next) {
        session = next;
        List<Problem> problems =
                next.opened() == null ? List.of() : next.opened().problems();
        if (!problems.equals(list.getItems())) {
            list.getItems().setAll(problems);
            count.setText(Integer.toString(problems.size()));
        }
    }

    private void open() {
        Problem problem = list.getSelectionModel().getSelectedItem();
        if (problem != null) {
            actions.accept(new Action.ShowSource(problem.source()));
        }
    }

    private void jump() {
        Problem problem = list.getSelectionModel().getSelectedItem();
        if (problem == null || session == null || session.opened() == null) {
            return;
        }
        Concerned.by(problem.source(), session.opened().topology())
                .ifPresentOrElse(go, () -> showFile.accept(problem.source().file()));
    }
}
