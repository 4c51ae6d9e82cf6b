package dev.orrery.health;

import java.util.Locale;

/// What one answer counts as.
public enum Verdict {
    PASS,
    WARN,
    FAIL,
    /// It answers, but says nothing about health: not asked right, ambiguous, or unknown by its own word.
    NONE,
    /// A fault on this side: counts for nothing, and is a gap in the history.
    GAP;

    /// The word in answers: the name in lower case. A gap is `none` there.
    public String word() {
        return this == GAP ? "none" : name().toLowerCase(Locale.ROOT);
    }
}
