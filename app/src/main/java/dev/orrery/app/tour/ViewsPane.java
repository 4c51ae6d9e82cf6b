package dev.orrery.app.tour;

import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiActions;
import dev.orrery.app.parts.Icons;
import dev.orrery.guide.GuideEdit;
import dev.orrery.guide.NamedView;
import dev.orrery.session.Action;
import dev.orrery.session.Edit;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The named views in the order of the tour, below the outline. A click or Enter goes to one; `Alt` with an arrow moves
/// it, Delete deletes it.
public final class ViewsPane extends VBox {
    private static final double ROW = 28;
    private static final int MOST_ROWS = 7;

    private final Performer performer;
    private final Consumer<NamedView> describe;
    private final UnaryOperator<NamedView> seen;
    private final ListView<NamedView> list = new ListView<>();

    /// @param describe asks for other words of a view
    /// @param seen gives what is seen now to the words of a view
    public ViewsPane(Performer performer, Consumer<NamedView> describe, UnaryOperator<NamedView> seen) {
        this.performer = performer;
        this.describe = describe;
        this.seen = seen;
        getStyleClass().add("views-pane");
        setId("views");
        Label title = new Label(Messages.of("tour.views"));
        title.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, button("tour"), button("save-view"));
        head.getStyleClass().add("pane-head");
        list.setId("views-list");
        list.setFixedCellSize(ROW);
        list.setAccessibleText(Messages.of("tour.views"));
        list.setCellFactory(_ -> new Row());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                chosen().ifPresent(this::go);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.setOnContextMenuRequested(event -> {
            chosen().ifPresent(view -> menu(view).show(list, event.getScreenX(), event.getScreenY()));
            event.consume();
        });
        getChildren().setAll(head, list);
    }

    /// Whether there is anything to list.
    public boolean render(Session session) {
        List<NamedView> views = session.keptArrangement().guide().views();
        if (!views.equals(list.getItems())) {
            String name = chosen().map(NamedView::name).orElse("");
            list.getItems().setAll(views);
            views.stream()
                    .filter(view -> view.name().equals(name))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
            double height = Math.min(views.size(), MOST_ROWS) * ROW + 10;
            list.setMinHeight(height);
            list.setPrefHeight(height);
        }
        NamedView shown = session.viewing().shown();
        if (shown != null && !Objects.equals(chosen().orElse(null), shown)) {
            list.getSelectionModel().select(shown);
            list.scrollTo(Math.max(0, list.getItems().indexOf(shown) - 2));
        } else if (shown == null && !list.isFocused()) {
            list.getSelectionModel().clearSelection();
        }
        return session.opened() != null && !views.isEmpty();
    }

    private Node button(String action) {
        var does = UiActions.of(action);
        Node button = Icons.button(does.icon(), does.name(), () -> performer.perform(does));
        button.setId("views-" + action);
        return button;
    }

    private Optional<NamedView> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void go(NamedView view) {
        performer.dispatch().accept(new Action.ShowView(view.name()));
    }

    private void edit(GuideEdit edit) {
        performer.dispatch().accept(new Edit.ChangeGuide(edit));
    }

    private void key(KeyEvent event) {
        chosen().ifPresent(view -> {
            KeyCode code = event.getCode();
            boolean moves = event.isAltDown() && (code == KeyCode.UP || code == KeyCode.DOWN);
            if (moves) {
                edit(new GuideEdit.MoveView(view.name(), code == KeyCode.UP ? -1 : 1));
            } else if (code == KeyCode.ENTER) {
                go(view);
            } else if (code == KeyCode.DELETE) {
                edit(new GuideEdit.DeleteView(view.name()));
            } else if (code == KeyCode.F2) {
                describe.accept(view);
            } else {
                return;
            }
            event.consume();
        });
    }

    /// What can be done to a view.
    ContextMenu menu(NamedView view) {
        return new ContextMenu(
                item("go", "fth-navigation", () -> go(view)),
                item("describe", "fth-edit-2", () -> describe.accept(view)),
                item(
                        "update",
                        "fth-camera",
                        () -> edit(new GuideEdit.ReplaceView(view.name(), view.showing(seen.apply(view))))),
                item("up", "fth-arrow-up", () -> edit(new GuideEdit.MoveView(view.name(), -1))),
                item("down", "fth-arrow-down", () -> edit(new GuideEdit.MoveView(view.name(), 1))),
                item("delete", "fth-trash-2", () -> edit(new GuideEdit.DeleteView(view.name()))));
    }

    private static MenuItem item(String key, String icon, Runnable does) {
        MenuItem item = new MenuItem(Messages.of("tour.view.do." + key), Icons.of(icon));
        item.setId("view-" + key);
        item.setOnAction(_ -> does.run());
        return item;
    }

    private static final class Row extends ListCell<NamedView> {
        /// As wide as the list, so that long names are shortened and nothing scrolls sideways.
        Row() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable NamedView view, boolean empty) {
            super.updateItem(view, empty);
            setText(empty || view == null ? "" : (getIndex() + 1) + "  " + Untrusted.oneLine(view.name(), 80));
        }
    }
}
