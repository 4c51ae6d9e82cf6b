package dev.orrery.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How bad a problem is, worst first.
public enum Severity {
    /// Something in the input could not be read as meant.
    ERROR,
    /// It was read, but probably not as meant.
    WARNING,
    /// Worth knowing.
    INFO;

    /// The word in answers: the name in lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The severity that a word names; empty for any other word.
    public static Optional<Severity> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(severity -> severity.word().equals(word))
                .findFirst();
    }
}
