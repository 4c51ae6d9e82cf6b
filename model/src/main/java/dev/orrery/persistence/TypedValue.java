package dev.orrery.persistence;

/// The value of a secret as somebody has typed it, on its way into the list. It prints as dots.
public final class TypedValue {
    private final String text;

    public TypedValue(String text) {
        this.text = text.strip();
    }

    /// Whether it can be sent in a header: not empty, and of printable ASCII alone.
    public boolean fits() {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    String text() {
        return text;
    }

    @Override
    public String toString() {
        return "•••";
    }
}
