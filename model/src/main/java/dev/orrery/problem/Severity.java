package dev.orrery.problem;

import java.util.Locale;

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
}
