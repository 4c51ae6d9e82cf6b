package dev.orrery.app.editing;

import dev.orrery.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// One of a few words.
final class KindChoice<T> extends ComboBox<T> {
    /// @param key of the words, before a dot and the word of a value
    /// @param chosen at first; null where nothing is
    KindChoice(String id, List<T> all, @Nullable T chosen, String key, Function<T, String> word, Runnable changed) {
        setId(id);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                if (value == null) {
                    return "";
                }
                String words = Messages.of(key + "." + word.apply(value));
                return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            }

            @Override
            public @Nullable T fromString(String words) {
                return chosen;
            }
        });
        getItems().setAll(all);
        setValue(chosen);
        valueProperty().subscribe(changed);
    }
}
