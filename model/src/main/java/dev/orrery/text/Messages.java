package dev.orrery.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The message bundle `messages.properties` and its formatting.
///
/// Patterns are those of [MessageFormat]; arguments are words, so numbers are formatted by whoever passes them.
public final class Messages {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.orrery.text.messages", Locale.ROOT, Messages.class.getClassLoader());

    private Messages() {}

    /// The sentence for a key.
    ///
    /// @throws MissingResourceException where the bundle lacks the key; a test compares keys used and defined
    public static String of(String key, Object... arguments) {
        return of(key, List.of(arguments));
    }

    /// The same, with the arguments in a list.
    public static String of(String key, List<?> arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments.toArray());
    }

    /// Whether the bundle has the key.
    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }
}
