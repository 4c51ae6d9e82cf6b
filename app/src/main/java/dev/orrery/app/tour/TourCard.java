package dev.orrery.app.tour;

import dev.orrery.app.parts.Icons;
import dev.orrery.guide.NamedView;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.session.Viewing;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a step of the tour shows, in words large enough to be read across a room. It lies below the picture and always
/// takes the same room there, so that it covers nothing and nothing jumps from one step to the next.
public final class TourCard extends HBox {
    private final Consumer<Action> actions;
    private final Consumer<String> onward;
    private final Label step = new Label();
    private final Label title = new Label();
    private final Label words = new Label();
    private final ScrollPane scroll = new ScrollPane(words);
    private final Button back;
    private final Button next = new Button();
    private Viewing.@Nullable Tour tour;
    private @Nullable NamedView shown;
    private int steps;

    /// @param onward opens another file, relative to the workspace's folder, and goes through its tour
    public TourCard(Consumer<Action> actions, Consumer<String> onward) {
        super(28);
        this.actions = actions;
        this.onward = onward;
        getStyleClass().add("tour-card");
        setId("tour");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        step.getStyleClass().add("tour-step");
        step.setId("tour-step");
        title.getStyleClass().add("tour-title");
        title.setId("tour-title");
        title.setWrapText(true);
        words.getStyleClass().add("tour-words");
        words.setId("tour-words");
        words.setWrapText(true);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("tour-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox said = new VBox(4, title, scroll);
        HBox.setHgrow(said, Priority.ALWAYS);
        back = Icons.button("fth-arrow-left", Messages.of("tour.back"), () -> goBack());
        back.setId("tour-back");
        next.setId("tour-next");
        next.getStyleClass().add("accent");
        next.setOnAction(_ -> {
            if (!goOn()) {
                actions.accept(new Action.LeaveTour());
            }
        });
        Button leave = Icons.button("fth-x", Messages.of("tour.leave"), () -> actions.accept(new Action.LeaveTour()));
        leave.setId("tour-leave");
        HBox buttons = new HBox(8, back, next, leave);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        VBox side = new VBox(10, step, buttons);
        side.setAlignment(Pos.TOP_RIGHT);
        side.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(said, side);
        see(false);
    }

    public void render(Session session) {
        Viewing.Tour now = session.viewing().tour();
        NamedView view = session.viewing().shown();
        boolean began = tour == null && now != null;
        tour = now;
        steps = session.keptArrangement().guide().views().size();
        if (now == null || view == null) {
            shown = null;
            see(false);
            return;
        }
        steps = Math.max(steps, now.at() + 1);
        see(true);
        step.setText(Messages.of("tour.step", Integer.toString(now.at() + 1), Integer.toString(steps)));
        back.setDisable(now.at() == 0);
        boolean last = now.at() == steps - 1;
        next.setText(Messages.of(!last ? "tour.next" : view.next() != null ? "tour.onward" : "tour.end"));
        if (began || !Objects.equals(view, shown)) {
            shown = view;
            title.setText(Untrusted.oneLine(view.name()));
            words.setText(Untrusted.lines(view.text()));
            scroll.setVvalue(0);
            setAccessibleText(Messages.of("tour.spoken", step.getText(), title.getText(), words.getText()));
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
        if (began) {
            requestFocus();
        }
    }

    /// While a tour is on, arrows, Home, End and Escape are its own, wherever the focus is.
    ///
    /// @return whether the key meant something
    public boolean pressed(KeyEvent event) {
        if (tour == null || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return false;
        }
        switch (event.getCode()) {
            case LEFT, PAGE_UP -> goBack();
            case RIGHT, PAGE_DOWN -> goOn();
            case HOME -> actions.accept(new Action.ShowStep(0));
            case END -> actions.accept(new Action.ShowStep(steps - 1));
            case ESCAPE -> actions.accept(new Action.LeaveTour());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void goBack() {
        if (tour != null) {
            actions.accept(new Action.ShowStep(tour.at() - 1));
        }
    }

    /// @return whether anything follows
    private boolean goOn() {
        Viewing.Tour now = tour;
        NamedView view = shown;
        if (now == null || view == null) {
            return false;
        }
        if (now.at() < steps - 1) {
            actions.accept(new Action.ShowStep(now.at() + 1));
            return true;
        }
        if (view.next() != null) {
            onward.accept(view.next());
            return true;
        }
        return false;
    }

    private void see(boolean seen) {
        setVisible(seen);
        setManaged(seen);
    }
}
