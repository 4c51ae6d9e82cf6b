package dev.orrery.app.outline;

import dev.orrery.app.action.Performer;
import dev.orrery.app.parts.FocusTrap;
import dev.orrery.graph.NodeId;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Finds a service, a boundary or an action by a few letters and goes there or does it. It lies over the whole window
/// while it is open; Escape or a press beside it closes it and gives the focus back.
public final class SearchPalette extends StackPane {
    private static final double ROW = 34;
    private static final int MOST_ROWS = 10;

    private final Performer performer;
    private final Consumer<NodeId> go;
    private final TextField typed = new TextField();
    private final ListView<Found> found = new ListView<>();
    private final Label nothing = new Label(Messages.of("palette.nothing"));
    private final FocusTrap focus = new FocusTrap(this, typed);

    /// @param go selects a thing and brings it onto the screen
    public SearchPalette(Performer performer, Consumer<NodeId> go) {
        this.performer = performer;
        this.go = go;
        getStyleClass().add("palette-layer");
        setVisible(false);
        setManaged(false);
        setId("palette");

        typed.setId("palette-field");
        typed.setPromptText(Messages.of("palette.prompt"));
        typed.setAccessibleText(Messages.of("palette.prompt"));
        typed.getStyleClass().add("palette-field");
        typed.textProperty().subscribe(_ -> fill(true));

        found.setId("palette-list");
        found.setFixedCellSize(ROW);
        found.setCellFactory(_ -> new FoundCell());
        found.setFocusTraversable(false);
        found.setPlaceholder(nothing);
        found.setOnMouseClicked(_ -> take());

        VBox card = new VBox(typed, found);
        card.getStyleClass().add("palette");
        card.setMaxSize(560, Region.USE_PREF_SIZE);
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        getChildren().setAll(card);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        // While it is open, keys are for it alone.
        addEventHandler(KeyEvent.ANY, KeyEvent::consume);
    }

    public void open() {
        setVisible(true);
        setManaged(true);
        typed.clear();
        fill(true);
        focus.shut();
    }

    public void close() {
        setVisible(false);
        setManaged(false);
        focus.open();
    }

    public boolean isOpen() {
        return isVisible();
    }

    /// Keeps what is listed in step with the session.
    public void render(Session session) {
        if (isVisible()) {
            fill(false);
        }
    }

    private void fill(boolean first) {
        Session session = performer.session().get();
        List<Found> now = Finder.find(session, typed.getText());
        int row = found.getSelectionModel().getSelectedIndex();
        if (!now.equals(found.getItems())) {
            found.getItems().setAll(now);
        }
        found.getSelectionModel().clearAndSelect(first ? 0 : Math.clamp(row, 0, Math.max(0, now.size() - 1)));
        if (first) {
            found.scrollTo(0);
        }
        int rows = Math.clamp(now.size(), 2, MOST_ROWS);
        found.setPrefHeight(rows * ROW + 10);
        found.setMinHeight(rows * ROW + 10);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(MOST_ROWS);
            case PAGE_UP -> move(-MOST_ROWS);
            case ENTER -> take();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = found.getItems().size() - 1;
        if (last < 0) {
            return;
        }
        int from = found.getSelectionModel().getSelectedIndex();
        int to = Math.abs(by) > 1 ? Math.clamp(from + by, 0, last) : Math.floorMod(from + by, last + 1);
        found.getSelectionModel().clearAndSelect(to);
        found.scrollTo(Math.max(0, to - MOST_ROWS / 2));
    }

    private void take() {
        Found taken = found.getSelectionModel().getSelectedItem();
        switch (taken) {
            case null -> {}
            case Found.Thing thing -> {
                close();
                go.accept(thing.node());
            }
            case Found.Filtered filtered -> {
                close();
                performer.dispatch().accept(new Action.FilterBy(filtered.expression()));
            }
            case Found.Doable doable -> {
                if (doable.possible()) {
                    close();
                    performer.perform(doable.action());
                }
            }
        }
    }
}
