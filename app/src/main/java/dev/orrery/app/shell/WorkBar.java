package dev.orrery.app.shell;

import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.session.Work;
import dev.orrery.text.Messages;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Work that lasts, with a way to give it up. What is done sooner is never seen.
final class WorkBar extends HBox {
    static final Duration PATIENCE = Duration.ofMillis(300);

    private final Delay delay;
    private final WorkSteps steps = new WorkSteps();
    private final Label words = new Label();
    private @Nullable Work known;
    private Runnable callOff = () -> {};

    WorkBar(Consumer<Action> actions, Delay delay) {
        super(12);
        this.delay = delay;
        getStyleClass().add("work-bar");
        setId("work");
        setAlignment(Pos.CENTER_LEFT);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button cancel = new Button(Messages.of("work.cancel"));
        cancel.setId("work-cancel");
        cancel.setOnAction(_ -> actions.accept(new Action.Cancel()));
        getChildren().setAll(steps, words, cancel);
        see(false);
    }

    void render(Session session) {
        Work work = session.work();
        if (work == null) {
            known = null;
            callOff.run();
            see(false);
            return;
        }
        words.setText(work.words());
        if (known == null) {
            callOff = delay.after(PATIENCE, () -> see(known != null));
        }
        known = work;
    }

    private void see(boolean seen) {
        setVisible(seen);
        setManaged(seen);
        steps.run(seen);
    }
}
