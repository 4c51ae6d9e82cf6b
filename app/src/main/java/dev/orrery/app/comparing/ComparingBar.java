package dev.orrery.app.comparing;

import dev.orrery.app.parts.Icons;
import dev.orrery.session.Action;
import dev.orrery.session.ComparedWords;
import dev.orrery.session.Excursion;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says what is compared and what comes of it, lets the picture fade from the earlier to the later one, and leads back.
public final class ComparingBar extends HBox {
    private static final double WIDTH = 220;
    private static final int LONGEST = 46;

    private final Label title = new Label();
    private final Label words = new Label();
    private final Slider scrubber = new Slider(0, 1, 0.5);
    private boolean isRendering;

    public ComparingBar(Consumer<Action> actions) {
        super(12);
        setId("comparing");
        getStyleClass().add("excursion-bar");
        setAlignment(Pos.CENTER_LEFT);
        title.setId("comparing-title");
        title.getStyleClass().add("excursion-title");
        title.setWrapText(true);
        words.setId("comparing-words");
        words.getStyleClass().add("excursion-words");
        words.setWrapText(true);
        VBox text = new VBox(1, title, words);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        scrubber.setId("scrubber");
        scrubber.setPrefWidth(WIDTH);
        scrubber.setMajorTickUnit(0.5);
        scrubber.setMinorTickCount(0);
        scrubber.setShowTickMarks(true);
        scrubber.setBlockIncrement(0.1);
        scrubber.setAccessibleText(Messages.of("comparing.scrubber"));
        scrubber.setTooltip(new Tooltip(Messages.of("comparing.scrubber.tip")));
        scrubber.valueProperty().subscribe((_, value) -> {
            if (!isRendering) {
                actions.accept(new Action.Scrub(value.doubleValue()));
            }
        });
        Button swap = Icons.button(
                "fth-refresh-cw",
                Messages.of("action.swap-comparison"),
                () -> actions.accept(new Action.SwapComparison()));
        swap.setId("comparing-swap");
        Button leave = new Button(Messages.of("what-if.leave"));
        leave.setId("comparing-leave");
        leave.setMinWidth(Region.USE_PREF_SIZE);
        leave.setOnAction(_ -> actions.accept(new Action.LeaveExcursion()));
        getChildren().setAll(Icons.of("fth-columns"), text, scale(actions), swap, leave);
        setVisible(false);
        setManaged(false);
    }

    /// The scrubber under what its ends and its middle mean, each of which leads there.
    private VBox scale(Consumer<Action> actions) {
        HBox ends = new HBox(
                end("comparing.before", "scrub-before", 0, actions),
                gap(),
                end("comparing.both", "scrub-both", 0.5, actions),
                gap(),
                end("comparing.after", "scrub-after", 1, actions));
        VBox scale = new VBox(ends, scrubber);
        scale.setMinWidth(WIDTH);
        return scale;
    }

    private static Button end(String key, String id, double at, Consumer<Action> actions) {
        Button button = new Button(Messages.of(key));
        button.setId(id);
        button.getStyleClass().setAll("scrub-end");
        button.setFocusTraversable(false);
        button.setOnAction(_ -> actions.accept(new Action.Scrub(at)));
        return button;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    public void render(Session session) {
        boolean shown = session.excursion() instanceof Excursion.Comparing;
        setVisible(shown);
        setManaged(shown);
        if (session.excursion() instanceof Excursion.Comparing comparing) {
            title.setText(Untrusted.oneLine(ComparedWords.title(comparing.compared()), 2 * LONGEST));
            words.setText(ComparedWords.sentence(comparing.compared()));
            isRendering = true;
            scrubber.setValue(comparing.at());
            isRendering = false;
        }
    }

    /// Gives the keyboard to the scrubber.
    public void scrub() {
        scrubber.requestFocus();
    }
}
