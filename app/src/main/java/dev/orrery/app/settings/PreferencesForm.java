package dev.orrery.app.settings;

import dev.orrery.persistence.Settings;
import dev.orrery.persistence.Settings.ThemeChoice;
import dev.orrery.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The preferences. Every change holds at once, so there is nothing to confirm.
public final class PreferencesForm extends GridPane {
    private static final List<Duration> INTERVALS = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5));

    private final Consumer<Settings> changed;
    private Settings settings;

    /// @param forgetTrust forgets what may be asked, for all folders
    /// @param secrets shows the list of secrets
    public PreferencesForm(Settings settings, Consumer<Settings> changed, Runnable forgetTrust, Runnable secrets) {
        super(20, 18);
        this.settings = settings;
        this.changed = changed;
        getStyleClass().add("preferences");
        setId("preferences");
        put(0, "preferences.theme", theme(), null);
        put(1, "preferences.interval", interval(), "preferences.interval.hint");
        put(2, "preferences.motion", motion(), null);
        put(3, "preferences.editor", editor(), "preferences.editor.hint");
        put(4, "preferences.trust", trust(forgetTrust), "preferences.trust.hint");
        put(5, "preferences.secrets", secrets(secrets), "preferences.secrets.hint");
    }

    private void put(int row, String key, Node control, @Nullable String hint) {
        Label name = new Label(Messages.of(key));
        name.getStyleClass().add("preference-name");
        name.setLabelFor(control);
        name.setMinWidth(120);
        GridPane.setValignment(name, VPos.TOP);
        VBox value = new VBox(5, control);
        if (hint != null) {
            Label words = new Label(Messages.of(hint));
            words.getStyleClass().add("hint");
            words.setWrapText(true);
            words.setMaxWidth(380);
            value.getChildren().add(words);
        }
        GridPane.setHgrow(value, Priority.ALWAYS);
        addRow(row, name, value);
    }

    private Node theme() {
        ToggleGroup group = new ToggleGroup();
        HBox choices = new HBox();
        choices.getStyleClass().add("choices");
        for (ThemeChoice choice : List.of(ThemeChoice.SYSTEM, ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            String id = choice.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton(Messages.of("preferences.theme." + id));
            button.setId("theme-" + id);
            button.setToggleGroup(group);
            button.getStyleClass().add(place(choice));
            button.setSelected(choice == settings.theme());
            // A press on the chosen one must not leave none chosen.
            button.setOnAction(_ -> {
                button.setSelected(true);
                change(before -> before.withTheme(choice));
            });
            choices.getChildren().add(button);
        }
        return choices;
    }

    /// AtlantaFX's names for buttons that stand together.
    private static String place(ThemeChoice choice) {
        return switch (choice) {
            case SYSTEM -> "left-pill";
            case LIGHT -> "center-pill";
            case DARK -> "right-pill";
        };
    }

    private Node interval() {
        ComboBox<Duration> box = new ComboBox<>();
        box.setId("interval");
        TreeSet<Duration> choices = new TreeSet<>(INTERVALS);
        choices.add(settings.interval());
        box.getItems().setAll(choices);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Duration interval) {
                return interval == null ? "" : words(interval);
            }

            @Override
            public Duration fromString(String words) {
                throw new UnsupportedOperationException("the box is not written in");
            }
        });
        box.setValue(settings.interval());
        box.valueProperty().addListener((_, _, chosen) -> change(before -> before.withInterval(chosen)));
        return box;
    }

    private static String words(Duration interval) {
        return interval.toSeconds() % 60 == 0
                ? Messages.of("age.minutes", Long.toString(interval.toMinutes()))
                : Messages.of("age.seconds", Long.toString(interval.toSeconds()));
    }

    private Node motion() {
        CheckBox box = new CheckBox(Messages.of("preferences.motion.reduced"));
        box.setId("reduced-motion");
        box.setSelected(settings.reducedMotion());
        box.setOnAction(_ -> change(before -> before.withReducedMotion(box.isSelected())));
        return box;
    }

    private Node editor() {
        TextField command = new TextField(Objects.requireNonNullElse(settings.editor(), ""));
        command.setId("editor-command");
        command.setPromptText(Messages.of("preferences.editor.prompt"));
        command.setPrefWidth(280);
        HBox.setHgrow(command, Priority.ALWAYS);
        command.textProperty()
                .addListener(
                        (_, _, words) -> change(before -> before.withEditor(words.isBlank() ? null : words.strip())));
        MenuButton presets = new MenuButton(Messages.of("preferences.editor.presets"));
        for (EditorPreset preset : EditorPreset.ALL) {
            MenuItem item = new MenuItem(preset.name());
            item.setOnAction(_ -> command.setText(preset.command()));
            presets.getItems().add(item);
        }
        return new HBox(8, command, presets);
    }

    private static Node trust(Runnable forgetTrust) {
        Button forget = new Button(Messages.of("preferences.trust.forget"));
        forget.setId("forget-trust");
        forget.setOnAction(_ -> {
            forgetTrust.run();
            forget.setText(Messages.of("preferences.trust.forgotten"));
            forget.setDisable(true);
        });
        return forget;
    }

    private static Node secrets(Runnable secrets) {
        Button open = new Button(Messages.of("preferences.secrets.open"));
        open.setId("open-secrets");
        open.setOnAction(_ -> secrets.run());
        return open;
    }

    private void change(UnaryOperator<Settings> how) {
        Settings next = how.apply(settings);
        if (!Objects.equals(next, settings)) {
            settings = next;
            changed.accept(next);
        }
    }
}
