package dev.orrery.app.editing;

import dev.orrery.suggestion.Couple;
import dev.orrery.text.Untrusted;
import org.jspecify.annotations.Nullable;

/// A line of a suggestion.
///
/// @param couple two services that it puts together; null for a boundary
record SuggestedRow(String words, @Nullable Couple couple) {
    private static final int LONGEST = 160;

    @Override
    public String toString() {
        return Untrusted.oneLine(words, LONGEST);
    }
}
