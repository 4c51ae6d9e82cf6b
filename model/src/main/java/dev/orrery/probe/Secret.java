package dev.orrery.probe;

import java.util.Arrays;

/// A value that only its audience may see. It has no `toString`, `equals` or serial form that shows it.
public final class Secret {
    private final char[] value;

    private Secret(char[] value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value.strip().toCharArray());
    }

    /// The value itself: for the wire, and for finding it where it must not be.
    String reveal() {
        return new String(value);
    }

    /// Whether it can be the value of a header: not empty, and of printable ASCII alone.
    boolean fitsHeader() {
        for (char c : value) {
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return value.length > 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(value, secret.value);
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
