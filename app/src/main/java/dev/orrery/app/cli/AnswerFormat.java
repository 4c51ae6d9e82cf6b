package dev.orrery.app.cli;

import java.util.Locale;

/// How a command answers.
enum AnswerFormat {
    /// For people.
    TEXT,
    /// For programs.
    JSON;

    /// The word on the command line.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
