package dev.orrery.app.cli;

/// A command ends early, for a reason that one sentence tells.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int exitCode;

    Refusal(int exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
