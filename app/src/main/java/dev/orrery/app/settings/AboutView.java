package dev.orrery.app.settings;

import dev.orrery.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What Orrery is, and what it is made of with which licence.
public final class AboutView extends VBox {
    /// A part that others made.
    record Library(String name, String licence) {}

    /// @param version as in `0.1.0`
    public AboutView(String version) {
        super(8);
        getStyleClass().add("about");
        setId("about");
        Label name = new Label(
                Messages.of("about.version", version, Runtime.version().toString()));
        name.getStyleClass().add("about-version");
        Label words = new Label(Messages.of("about.words"));
        words.setWrapText(true);
        Label licence = new Label(Messages.of("about.licence"));
        licence.getStyleClass().add("hint");
        licence.setWrapText(true);
        Label title = new Label(Messages.of("about.libraries"));
        title.getStyleClass().add("section-title");
        GridPane grid = new GridPane(24, 5);
        for (Library library : libraries()) {
            Label which = new Label(library.licence());
            which.getStyleClass().add("hint");
            grid.addRow(grid.getRowCount(), new Label(library.name()), which);
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(480, 260);
        getChildren().setAll(words, name, licence, title, scroll);
    }

    /// Sorted by name.
    static List<Library> libraries() {
        try (InputStream list = Objects.requireNonNull(AboutView.class.getResourceAsStream("libraries.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", 2))
                    .map(parts -> new Library(parts[0], parts[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
