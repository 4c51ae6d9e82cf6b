package dev.orrery.app.whatif;

import dev.orrery.app.parts.Icons;
import dev.orrery.session.Action;
import dev.orrery.session.Excursion;
import dev.orrery.session.Session;
import dev.orrery.session.WhatIfWords;
import dev.orrery.text.Messages;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says that what is on the screen is a what-if, what it comes to, and that nothing of it is written; leads back. Where
/// steps would be lost it asks first.
public final class WhatIfBar extends HBox {
    private final Label title = new Label();
    private final Label words = new Label();
    private final Button keep;
    private final Button leave;
    private final Button discard;
    private final Button stay;
    private final Consumer<Action> actions;
    private boolean isAsking;
    private boolean isUnkept;
    private String titled = "";

    /// @param keeping asks for a name under which to keep it
    public WhatIfBar(Consumer<Action> actions, Runnable keeping) {
        super(12);
        this.actions = actions;
        setId("what-if");
        getStyleClass().add("excursion-bar");
        setAlignment(Pos.CENTER_LEFT);
        title.setId("what-if-title");
        title.getStyleClass().add("excursion-title");
        words.setId("what-if-words");
        words.setWrapText(true);
        words.getStyleClass().add("excursion-words");
        title.setWrapText(true);
        VBox text = new VBox(1, title, words);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        keep = button("what-if.keep", "what-if-keep", () -> {
            isAsking = false;
            keeping.run();
        });
        leave = button("what-if.leave", "what-if-leave", this::leave);
        discard = button("what-if.discard", "what-if-discard", () -> {
            isAsking = false;
            actions.accept(new Action.LeaveExcursion());
        });
        stay = button("what-if.stay", "what-if-stay", () -> ask(false));
        stay.getStyleClass().add("accent");
        getChildren().setAll(Icons.of("fth-help-circle"), text, keep, leave, discard, stay);
        setVisible(false);
        setManaged(false);
    }

    public void render(Session session) {
        boolean shown = session.excursion() instanceof Excursion.WhatIf;
        if (!shown) {
            isAsking = false;
        }
        see(this, shown);
        if (session.excursion() instanceof Excursion.WhatIf whatIf) {
            isUnkept = session.isUnkept();
            isAsking &= isUnkept;
            String name = whatIf.kept() == null
                    ? Messages.of("what-if.title")
                    : Messages.of(
                            isUnkept ? "what-if.title.changed" : "what-if.title.kept",
                            whatIf.kept().name());
            title.setText(isAsking ? Messages.of("what-if.ask") : name);
            titled = name;
            words.setText(WhatIfWords.sentence(whatIf, session.supposed()));
            see(keep, isUnkept);
            leave.setText(Messages.of(isUnkept ? "what-if.throw-away" : "what-if.leave"));
            see(leave, !isAsking);
            see(discard, isAsking);
            see(stay, isAsking);
        }
    }

    /// Leaves at once where nothing would be lost.
    public void leave() {
        if (isUnkept) {
            ask(true);
        } else {
            actions.accept(new Action.LeaveExcursion());
        }
    }

    private void ask(boolean asks) {
        isAsking = asks;
        see(leave, !asks);
        see(discard, asks);
        see(stay, asks);
        title.setText(asks ? Messages.of("what-if.ask") : titled);
        if (asks) {
            stay.requestFocus();
        }
    }

    private static Button button(String key, String id, Runnable does) {
        Button button = new Button(Messages.of(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }

    private static void see(Region what, boolean seen) {
        what.setVisible(seen);
        what.setManaged(seen);
    }
}
