package dev.orrery.app.attention;

import dev.orrery.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// When something ends: one of a few usual lengths, or what is written.
final class Ending extends VBox {
    /// @param id behind `until-`, and of its words behind `attention.until.`
    /// @param at the end, from a beginning on
    record Choice(String id, BiFunction<Instant, ZoneId, Instant> at) {
        static Choice after(String id, Duration length) {
            return new Choice(id, (from, _) -> from.plus(length));
        }
    }

    private static final String OWN = "own";

    private final ToggleGroup group = new ToggleGroup();
    private final TextField own = new TextField();
    private final ZoneId zone;

    /// @param changed told after every change
    Ending(List<Choice> choices, Choice first, ZoneId zone, Runnable changed) {
        super(8);
        this.zone = zone;
        HBox row = new HBox();
        row.getStyleClass().add("endings");
        for (Choice choice : choices) {
            ToggleButton button = button(choice.id(), changed);
            button.setUserData(choice);
            button.getStyleClass().add(choice.equals(choices.getFirst()) ? "left-pill" : "center-pill");
            button.setSelected(choice.equals(first));
            row.getChildren().add(button);
        }
        ToggleButton other = button(OWN, changed);
        other.getStyleClass().add("right-pill");
        row.getChildren().add(other);
        own.setId("until-text");
        own.setPromptText(Messages.of("attention.until.prompt"));
        own.setAccessibleText(Messages.of("attention.until.spoken"));
        own.managedProperty().bind(own.visibleProperty());
        own.visibleProperty().bind(other.selectedProperty());
        own.textProperty().subscribe(changed);
        other.setOnAction(_ -> {
            other.setSelected(true);
            own.requestFocus();
            changed.run();
        });
        getChildren().setAll(row, own);
    }

    /// @param from the beginning
    Moment moment(Instant from) {
        return group.getSelectedToggle() instanceof ToggleButton button && button.getUserData() instanceof Choice choice
                ? new Moment.At(choice.at().apply(from, zone))
                : Moment.read(own.getText(), from, zone);
    }

    /// Does this when Enter is pressed in what is written.
    void whenEntered(Runnable work) {
        own.setOnAction(_ -> work.run());
    }

    private ToggleButton button(String id, Runnable changed) {
        ToggleButton button = new ToggleButton(Messages.of("attention.until." + id));
        button.setId("until-" + id);
        button.setToggleGroup(group);
        // A press on the chosen one must not leave none chosen.
        button.setOnAction(_ -> {
            button.setSelected(true);
            changed.run();
        });
        return button;
    }
}
