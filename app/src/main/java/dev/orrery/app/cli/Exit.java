package dev.orrery.app.cli;

/// Exit codes, a contract with scripts.
final class Exit {
    static final int FINE = 0;
    /// Problems were found, or something is down.
    static final int PROBLEMS = 1;
    static final int USAGE = 2;
    /// A fault of Orrery or of the machine it runs on.
    static final int OWN_FAULT = 3;

    private Exit() {}
}
