package dev.orrery.app.settings;

import dev.orrery.persistence.SecretEntry;
import dev.orrery.persistence.TypedValue;
import dev.orrery.probe.Origin;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is to be said of the parts of a secret while they are written: a sentence, empty where all is well.
final class SecretCheck {
    private static final int LONGEST = 100;

    private SecretCheck() {}

    /// @param before the entry that is changed; null for a new one
    static String name(String name, Collection<SecretEntry> others, @Nullable SecretEntry before) {
        if (name.isBlank()) {
            return Messages.of("secrets.name.missing");
        }
        if (name.length() > LONGEST || !Untrusted.oneLine(name).equals(name)) {
            return Messages.of("secrets.name.form");
        }
        boolean taken = others.stream()
                .anyMatch(
                        other -> !Objects.equals(other, before) && other.name().equals(name));
        return taken ? Messages.of("secrets.name.taken", name) : "";
    }

    static String origins(String text) {
        List<String> bad = new ArrayList<>();
        List<String> written = split(text);
        for (String one : written) {
            if (Origin.of(one).isEmpty()) {
                bad.add(one);
            }
        }
        if (!bad.isEmpty()) {
            return Messages.of("secrets.origins.form", Untrusted.oneLine(String.join(", ", bad)));
        }
        return written.isEmpty() ? Messages.of("secrets.origins.missing") : "";
    }

    static NavigableSet<Origin> originsOf(String text) {
        NavigableSet<Origin> origins = new TreeSet<>();
        split(text).forEach(one -> Origin.of(one).ifPresent(origins::add));
        return origins;
    }

    static String variable(String name) {
        if (name.isBlank()) {
            return Messages.of("secrets.variable.missing");
        }
        return name.chars().anyMatch(c -> c <= ' ' || c == '=' || c == 0x7f)
                ? Messages.of("secrets.variable.form")
                : "";
    }

    static String file(String path) {
        return path.isBlank() ? Messages.of("secrets.file.missing") : "";
    }

    /// @param known whether there is a value already, which stays where none is typed
    static String value(TypedValue typed, boolean empty, boolean known) {
        if (empty) {
            return known ? "" : Messages.of("secrets.value.missing");
        }
        return typed.fits() ? "" : Messages.of("secrets.value.form");
    }

    private static List<String> split(String text) {
        return Stream.of(text.split("[\\s,]+")).filter(one -> !one.isEmpty()).toList();
    }
}
