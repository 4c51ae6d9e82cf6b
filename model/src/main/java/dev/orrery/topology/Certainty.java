package dev.orrery.topology;

import java.util.Locale;

/// How sure a piece of evidence is, surest first.
public enum Certainty {
    /// The descriptor states the dependency.
    DECLARED,
    /// A rule concluded it, for instance from a host name in an environment variable.
    INFERRED,
    /// Traffic was seen.
    OBSERVED,
    /// A policy permits it; nothing says that it is used.
    ALLOWED;

    /// The word in answers: the name in lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
