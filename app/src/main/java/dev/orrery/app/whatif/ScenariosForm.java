package dev.orrery.app.whatif;

import dev.orrery.app.action.Performer;
import dev.orrery.scenario.Scenario;
import dev.orrery.session.Action;
import dev.orrery.session.Against;
import dev.orrery.session.Session;
import dev.orrery.session.SupposedWords;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
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

/// The scenarios of the workspace: each can be tried, compared with what is there now, given another name, or deleted.
public final class ScenariosForm extends VBox {
    private static final double HEIGHT = 220;

    private final Performer performer;
    private final Runnable close;
    private final ListView<Scenario> list = new ListView<>();
    private final TextField name = new TextField();
    private final Label steps = new Label();
    private final Button tries = button("scenarios.try", "scenarios-try", this::open);
    private final Button compares = button("scenarios.compare", "scenarios-compare", this::compare);
    private final Button renames = button("scenarios.rename", "scenarios-rename", this::rename);
    private final Button deletes = button("scenarios.delete", "scenarios-delete", this::delete);

    /// @param close closes the sheet
    public ScenariosForm(Performer performer, Runnable close) {
        super(12);
        this.performer = performer;
        this.close = close;
        getStyleClass().addAll("edit-form", "scenarios-form");
        list.setId("scenarios-list");
        list.setPrefHeight(HEIGHT);
        list.setPlaceholder(new Label(Messages.of("scenarios.none")));
        list.setCellFactory(_ -> new Row());
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                delete();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        name.setId("scenarios-name");
        name.setPromptText(Messages.of("what-if.keep.name"));
        name.setOnAction(_ -> rename());
        name.textProperty().subscribe(this::check);
        HBox.setHgrow(name, Priority.ALWAYS);
        steps.setId("scenarios-steps");
        steps.getStyleClass().add("outcome");
        steps.setWrapText(true);
        steps.setMinHeight(Region.USE_PREF_SIZE);
        tries.getStyleClass().add("accent");
        HBox naming = new HBox(8, name, renames, deletes);
        naming.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = new HBox(8, compares, tries);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(list, steps, naming, buttons);
        refresh(null);
    }

    public Node first() {
        return list;
    }

    private void refresh(@Nullable String select) {
        List<Scenario> all = performer.session().get().scenarios();
        list.getItems().setAll(all);
        all.stream()
                .filter(scenario -> scenario.name().equals(select))
                .findFirst()
                .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
        chosen();
    }

    private void chosen() {
        Scenario scenario = list.getSelectionModel().getSelectedItem();
        name.setText(scenario == null ? "" : scenario.name());
        Session session = performer.session().get();
        steps.setText(
                scenario == null || session.opened() == null
                        ? Messages.of("scenarios.how")
                        : String.join(
                                "\n",
                                SupposedWords.steps(session.opened().topology(), scenario).stream()
                                        .limit(5)
                                        .toList()));
        check();
    }

    private void check() {
        Scenario scenario = list.getSelectionModel().getSelectedItem();
        boolean none = scenario == null;
        tries.setDisable(none);
        compares.setDisable(none);
        deletes.setDisable(none);
        String wanted = name.getText().strip();
        renames.setDisable(none
                || wanted.isEmpty()
                || performer.session().get().scenario(wanted).isPresent());
    }

    private void open() {
        with(scenario -> {
            close.run();
            performer.dispatch().accept(new Action.OpenScenario(scenario.name()));
        });
    }

    private void compare() {
        with(scenario -> {
            close.run();
            performer.dispatch().accept(new Action.Compare(new Against.OfScenario(scenario.name())));
        });
    }

    private void rename() {
        if (!renames.isDisabled()) {
            String wanted = name.getText().strip();
            with(scenario -> performer.dispatch().accept(new Action.RenameScenario(scenario.name(), wanted)));
            refresh(wanted);
        }
    }

    private void delete() {
        with(scenario -> performer.dispatch().accept(new Action.DeleteScenario(scenario.name())));
        refresh(null);
    }

    private void with(Consumer<Scenario> use) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(use);
    }

    private static Button button(String key, String id, Runnable does) {
        Button button = new Button(Messages.of(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }

    private static final class Row extends ListCell<Scenario> {
        @Override
        protected void updateItem(@Nullable Scenario scenario, boolean empty) {
            super.updateItem(scenario, empty);
            setText(
                    empty || scenario == null
                            ? null
                            : Messages.of(
                                    "scenarios.row",
                                    Untrusted.oneLine(scenario.name(), 60),
                                    Integer.toString(scenario.edits().size()
                                            + scenario.faults().size())));
        }
    }
}
