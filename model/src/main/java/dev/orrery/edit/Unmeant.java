package dev.orrery.edit;

/// Ends an edit that cannot be, within this package.
final class Unmeant extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient EditRefusal refusal;

    Unmeant(String code, String... arguments) {
        super(code, null, false, false);
        this.refusal = EditRefusal.of(code, arguments);
    }

    EditRefusal refusal() {
        return refusal;
    }
}
