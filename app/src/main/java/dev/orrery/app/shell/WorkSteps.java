package dev.orrery.app.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Shows that work goes on, a few times a second: one of several marks is lit, and then the next. A bar that moves with
/// every frame would have the whole window drawn as often, which on two processors takes as long as much of the work.
final class WorkSteps extends HBox {
    private static final int MARKS = 5;
    private static final Duration STEP = Duration.millis(250);
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final List<Region> marks =
            Stream.generate(WorkSteps::mark).limit(MARKS).toList();
    private final Timeline stepping = new Timeline(new KeyFrame(STEP, _ -> step()));
    private int lit;

    WorkSteps() {
        super(4);
        getStyleClass().add("work-steps");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(marks);
        marks.getFirst().pseudoClassStateChanged(LIT, true);
        stepping.setCycleCount(Animation.INDEFINITE);
    }

    void run(boolean goesOn) {
        if (goesOn) {
            stepping.play();
        } else {
            stepping.stop();
        }
    }

    private void step() {
        marks.get(lit).pseudoClassStateChanged(LIT, false);
        lit = (lit + 1) % MARKS;
        marks.get(lit).pseudoClassStateChanged(LIT, true);
    }

    private static Region mark() {
        Region mark = new Region();
        mark.getStyleClass().add("work-step");
        return mark;
    }
}
