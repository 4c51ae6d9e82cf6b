package dev.orrery.app.cli;

import java.util.Locale;

/// How `check` answers.
enum CheckFormat {
    /// For people.
    TEXT,
    /// For programs.
    JSON,
    /// For code hosts.
    SARIF,
    /// For build servers.
    JUNIT;

    /// The word on the command line.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
