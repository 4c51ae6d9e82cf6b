package dev.orrery.app.inspect;

import dev.orrery.session.Action;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.SourceLocation;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// A small row that says something and below it where that stands; a press or Enter opens the place in the editor,
/// where it is one in a file.
final class PlaceRow extends Button {
    private static final double WIDTH = 240;

    /// @param spoken the whole of it for screen readers, and for whoever rests the mouse on it
    PlaceRow(String words, SourceLocation place, String spoken, Consumer<Action> actions) {
        Label said = new Label(words);
        said.getStyleClass().add("place-words");
        Label where = new Label(Untrusted.oneLine(place.isServer() ? place.file() : place.file() + ":" + place.line()));
        where.getStyleClass().add("place");
        where.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        where.setMaxWidth(WIDTH);
        setGraphic(new VBox(said, where));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().setAll("neighbour", "place-row");
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setAccessibleText(spoken);
        setTooltip(new Tooltip(spoken));
        setOnAction(_ -> actions.accept(new Action.ShowSource(place)));
    }
}
