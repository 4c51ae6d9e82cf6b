package dev.orrery.app.comparing;

import dev.orrery.app.action.Performer;
import dev.orrery.app.parts.ListWalk;
import dev.orrery.revision.Revision;
import dev.orrery.session.Action;
import dev.orrery.session.Against;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What to compare with: a file or folder, a scenario, one of the last revisions in which the opened files changed
/// or any other one by its name, or a bundled sample.
public final class CompareForm extends VBox {
    private static final double HEIGHT = 340;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Performer performer;
    private final Outside outside;
    private final Runnable close;
    private final TextField search = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private List<Revision> revisions = List.of();

    /// What there is outside the form.
    ///
    /// @param samples bundled ones
    /// @param revisions tells the last revisions of the opened files, later and on the FX thread
    /// @param file lets the user choose a file and compares with it
    /// @param folder lets the user choose a folder and compares with it
    public record Outside(
            List<Sample> samples, Consumer<Consumer<List<Revision>>> revisions, Runnable file, Runnable folder) {
        public Outside {
            samples = List.copyOf(samples);
        }
    }

    /// A bundled sample.
    public record Sample(String title, Path file) {}

    private record Choice(String words, String note, Runnable does) {}

    /// @param close closes the sheet
    public CompareForm(Performer performer, Outside outside, Runnable close) {
        super(12);
        this.performer = performer;
        this.outside = outside;
        this.close = close;
        getStyleClass().addAll("edit-form", "compare-form");
        search.setId("compare-search");
        search.setPromptText(Messages.of("compare.prompt"));
        search.textProperty().subscribe(this::show);
        ListWalk.from(search, list);
        search.setOnAction(_ -> choose());
        list.setId("compare-list");
        list.setPrefHeight(HEIGHT);
        list.setCellFactory(_ -> new Row());
        list.setPlaceholder(new Label(Messages.of("compare.prompt")));
        list.setOnMouseClicked(_ -> choose());
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
                event.consume();
            }
        });
        getChildren().setAll(search, list);
        outside.revisions().accept(found -> {
            revisions = List.copyOf(found);
            show();
        });
        show();
    }

    public Node first() {
        return search;
    }

    private void show() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        List<Choice> fitting = new ArrayList<>(all().stream()
                .filter(choice -> (choice.words() + " " + choice.note())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList());
        if (!wanted.isEmpty()) {
            String typed = search.getText().strip();
            fitting.add(new Choice(
                    Messages.of("compare.typed", Untrusted.oneLine(typed, 40)),
                    Messages.of("compare.typed.note"),
                    () -> compare(new Against.AtRevision(typed))));
        }
        list.getItems().setAll(fitting);
        list.getSelectionModel().selectFirst();
    }

    private List<Choice> all() {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice(Messages.of("compare.file"), "", outside.file()));
        all.add(new Choice(Messages.of("compare.folder"), "", outside.folder()));
        Session session = performer.session().get();
        session.scenarios()
                .forEach(scenario -> all.add(new Choice(
                        Untrusted.oneLine(scenario.name(), 60),
                        Messages.of("compare.scenario.note"),
                        () -> compare(new Against.OfScenario(scenario.name())))));
        for (Revision revision : revisions) {
            all.add(new Choice(
                    revision.subject().isEmpty() ? revision.shortId() : Untrusted.oneLine(revision.subject(), 60),
                    Messages.of(
                            "compare.revision.note",
                            revision.shortId(),
                            DAY.format(revision.time().atZone(ZoneId.systemDefault()))),
                    () -> compare(new Against.AtRevision(revision.id()))));
        }
        List<Path> opened =
                session.opened() == null ? List.of() : session.opened().paths();
        for (Sample sample : outside.samples()) {
            if (!opened.contains(sample.file())) {
                all.add(new Choice(
                        sample.title(),
                        Messages.of("compare.sample.note"),
                        () -> compare(new Against.Paths(List.of(sample.file())))));
            }
        }
        return all;
    }

    private void compare(Against against) {
        performer.dispatch().accept(new Action.Compare(against));
    }

    private void choose() {
        Choice choice = list.getSelectionModel().getSelectedItem();
        if (choice != null) {
            close.run();
            choice.does().run();
        }
    }

    private static final class Row extends ListCell<Choice> {
        private final Label words = new Label();
        private final Label note = new Label();
        private final HBox row;

        Row() {
            note.getStyleClass().add("signed-note");
            note.setMinWidth(USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            row = new HBox(8, words, gap, note);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setGraphic(empty || choice == null ? null : row);
            if (choice != null) {
                words.setText(choice.words());
                note.setText(choice.note());
                setAccessibleText(Messages.of("signed.spoken", choice.words(), choice.note()));
            }
        }
    }
}
