package dev.orrery.app.settings;

import dev.orrery.persistence.SecretDraft;
import dev.orrery.persistence.SecretEntry;
import dev.orrery.persistence.SecretPlace;
import dev.orrery.persistence.TypedValue;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One secret, to be written. Each part is judged while it is.
final class SecretForm extends VBox {
    private final SecretKeeping keeping;
    private final List<SecretEntry> all;
    private final @Nullable SecretEntry before;
    private final Consumer<SecretDraft> save;
    private final GridPane fields = new GridPane(16, 12);
    private final TextField name = new TextField();
    private final TextArea origins = new TextArea();
    private final ToggleGroup places = new ToggleGroup();
    private final TextField variable = new TextField();
    private final TextField file = new TextField();
    private final PasswordField value = new PasswordField();
    private final SecretWords nameWords = new SecretWords("name");
    private final SecretWords originWords = new SecretWords("origins");
    private final SecretWords placeWords = new SecretWords("place");
    private final Button confirm = new Button(Messages.of("secrets.save"));

    /// @param all those there are
    /// @param before the one that is changed; null for a new one
    /// @param save takes what is to be kept
    /// @param cancel goes back
    SecretForm(
            SecretKeeping keeping,
            List<SecretEntry> all,
            @Nullable SecretEntry before,
            Consumer<SecretDraft> save,
            Runnable cancel) {
        super(18);
        this.keeping = keeping;
        this.all = List.copyOf(all);
        this.before = before;
        this.save = save;
        setId("secret-form");
        fill();
        put("secrets.name", prepared(name, "secret-name", "secrets.name.prompt"), nameWords);
        origins.setPrefRowCount(2);
        origins.setWrapText(true);
        // Tab goes on to the next field.
        origins.addEventFilter(KeyEvent.KEY_PRESSED, SecretForm::tabLeaves);
        put("secrets.origins", prepared(origins, "secret-origins", "secrets.origins.prompt"), originWords);
        VBox where = new VBox(
                8,
                choices(),
                shownWith(prepared(variable, "secret-variable", "secrets.variable.prompt"), "variable"),
                shownWith(prepared(file, "secret-file", "secrets.file.prompt"), "file"),
                shownWith(prepared(value, "secret-value", valuePrompt()), "value"));
        put("secrets.place", where, placeWords);
        Label open = new Label(Messages.of("secrets.not-encrypted"));
        open.getStyleClass().add("hint");
        open.setWrapText(true);
        confirm.setId("secret-save");
        confirm.getStyleClass().add("accent");
        confirm.setOnAction(_ -> submit());
        Button back = new Button(Messages.of("secrets.cancel"));
        back.setId("secret-cancel");
        back.setOnAction(_ -> cancel.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, gap, back, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(fields, open, buttons);
        for (TextField field : List.of(name, variable, file, value)) {
            field.setOnAction(_ -> submit());
        }
        judge();
    }

    Node firstField() {
        return name;
    }

    private void fill() {
        if (before == null) {
            return;
        }
        name.setText(before.name());
        origins.setText(String.join("\n", before.origins()));
        switch (before.place()) {
            case SecretPlace.Variable(String known) -> variable.setText(known);
            case SecretPlace.InFile(String path) -> file.setText(path);
            case SecretPlace.Stated() -> {}
            case SecretPlace.Nowhere() -> {}
        }
    }

    private HBox choices() {
        HBox row = new HBox();
        row.getStyleClass().add("choices");
        List<String> ids = List.of("variable", "file", "value");
        List<String> looks = List.of("left-pill", "center-pill", "right-pill");
        for (int at = 0; at < ids.size(); at++) {
            ToggleButton button = new ToggleButton(Messages.of("secrets.place." + ids.get(at)));
            button.setId("place-" + ids.get(at));
            button.setUserData(ids.get(at));
            button.setToggleGroup(places);
            button.getStyleClass().add(looks.get(at));
            button.setSelected(ids.get(at).equals(first()));
            // A press on the chosen one must not leave none chosen.
            button.setOnAction(_ -> {
                button.setSelected(true);
                judge();
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private String first() {
        return switch (before == null ? new SecretPlace.Nowhere() : before.place()) {
            case SecretPlace.Variable _, SecretPlace.Nowhere _ -> "variable";
            case SecretPlace.InFile _ -> "file";
            case SecretPlace.Stated _ -> "value";
        };
    }

    private String chosen() {
        return places.getSelectedToggle() == null
                ? "variable"
                : String.valueOf(places.getSelectedToggle().getUserData());
    }

    private boolean isStated() {
        return before != null && before.place() instanceof SecretPlace.Stated;
    }

    private String valuePrompt() {
        return isStated() ? "secrets.value.kept" : "secrets.value.prompt";
    }

    private void judge() {
        boolean named = nameWords.wrong(SecretCheck.name(name.getText().strip(), all, before));
        boolean sent = originWords.wrong(SecretCheck.origins(origins.getText()));
        boolean placed = placeWords.wrong(place());
        boolean good = named && sent && placed;
        confirm.setDisable(!good);
        if (good) {
            originWords.hint(Messages.of(
                    "secrets.origins.outcome",
                    String.join(
                            ", ",
                            SecretCheck.originsOf(origins.getText()).stream()
                                    .map(Object::toString)
                                    .toList())));
            hintAtPlace();
        }
    }

    private String place() {
        return switch (chosen()) {
            case "variable" -> SecretCheck.variable(variable.getText().strip());
            case "file" -> SecretCheck.file(file.getText().strip());
            default ->
                SecretCheck.value(
                        new TypedValue(value.getText()), value.getText().isBlank(), isStated());
        };
    }

    /// Whether the value could be had now. It may well come later, so this hinders nothing.
    private void hintAtPlace() {
        switch (chosen()) {
            case "variable" -> {
                boolean set = keeping.isSet(variable.getText().strip());
                placeWords.hint(Messages.of(set ? "secrets.variable.set" : "secrets.variable.unset"));
            }
            case "file" -> {
                String path = file.getText().strip();
                keeping.fileTrouble(path, trouble -> {
                    if (chosen().equals("file") && path.equals(file.getText().strip())) {
                        placeWords.hint(trouble.map(why -> Messages.of("secrets.file.trouble", why))
                                .orElse(Messages.of("secrets.file.fine")));
                    }
                });
            }
            default ->
                placeWords.hint(Messages.of("secrets.value.hint", keeping.path().toString()));
        }
    }

    private void submit() {
        if (confirm.isDisabled()) {
            return;
        }
        SecretPlace place = switch (chosen()) {
            case "variable" -> new SecretPlace.Variable(variable.getText().strip());
            case "file" -> new SecretPlace.InFile(file.getText().strip());
            default -> new SecretPlace.Stated();
        };
        boolean typed = place instanceof SecretPlace.Stated && !value.getText().isBlank();
        SecretDraft draft = new SecretDraft(
                name.getText().strip(),
                SecretCheck.originsOf(origins.getText()),
                place,
                typed ? new TypedValue(value.getText()) : null);
        value.clear();
        save.accept(draft);
    }

    private <F extends TextInputControl> F prepared(F field, String id, String promptKey) {
        field.setId(id);
        field.setPromptText(Messages.of(promptKey));
        field.textProperty().subscribe(() -> judge());
        return field;
    }

    private Node shownWith(TextInputControl field, String place) {
        field.setAccessibleText(Messages.of("secrets.place." + place));
        field.managedProperty().bind(field.visibleProperty());
        places.selectedToggleProperty().subscribe(_ -> field.setVisible(chosen().equals(place)));
        return field;
    }

    private void put(String key, Node control, SecretWords words) {
        Label title = new Label(Messages.of(key));
        title.getStyleClass().add("preference-name");
        title.setLabelFor(control);
        title.setMinWidth(72);
        GridPane.setValignment(title, VPos.TOP);
        VBox both = new VBox(4, control, words);
        GridPane.setHgrow(both, Priority.ALWAYS);
        fields.addRow(fields.getRowCount(), title, both);
    }

    private static void tabLeaves(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && event.getSource() instanceof TextArea area) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }
}
