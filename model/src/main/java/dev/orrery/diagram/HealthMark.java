package dev.orrery.diagram;

import dev.orrery.health.Health;
import dev.orrery.text.Messages;
import org.jspecify.annotations.Nullable;

/// How health is shown on a box: a colour and a shape by state, a word, and small print.
///
/// @param asked false where there is no check to ask: drawn dashed
/// @param word for people, as in `up` or `down`, or `no check` where there is none to ask
/// @param age of the last answer in words, as in `12 s`; null where there is none
/// @param suspect as in `2 of 3`; null where no contrary answers are being counted
public record HealthMark(
        Health health,
        boolean asked,
        String word,
        @Nullable String age,
        @Nullable String suspect,
        boolean stale) {

    /// The word with its small print, as in `up · 15 s`, `up · 2 of 3` or `down · stale 4 min`.
    public String note() {
        if (suspect != null) {
            return Messages.of("mark.note", word, suspect);
        }
        if (age == null) {
            return word;
        }
        return Messages.of(stale ? "mark.stale" : "mark.note", word, age);
    }
}
