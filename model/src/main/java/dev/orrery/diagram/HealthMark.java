package dev.orrery.diagram;

import dev.orrery.health.Health;
import dev.orrery.text.Messages;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How health is shown on a box: a colour and a shape by state, a word, and small print.
///
/// @param asked false where there is no check to ask: drawn dashed
/// @param word for people, as in `up` or `down`, or `no check` where there is none to ask
/// @param age of the last answer in words, as in `12 s`; null where there is none
/// @param suspect as in `2 of 3`; null where no contrary answers are being counted
/// @param badges how the state is to be taken, in the order in which they stand; on cards alone
public record HealthMark(
        Health health,
        boolean asked,
        String word,
        @Nullable String age,
        @Nullable String suspect,
        boolean stale,
        List<Badge> badges) {
    public HealthMark {
        badges = List.copyOf(badges);
    }

    /// Without a badge.
    public HealthMark(
            Health health, boolean asked, String word, @Nullable String age, @Nullable String suspect, boolean stale) {
        this(health, asked, word, age, suspect, stale, List.of());
    }

    /// The same with these badges.
    HealthMark with(List<Badge> others) {
        return others.equals(badges) ? this : new HealthMark(health, asked, word, age, suspect, stale, others);
    }

    /// What the badges say, as in `acknowledged, flapping`; empty where there is none.
    public String badgeWords() {
        return badges.stream().map(Badge::words).collect(Collectors.joining(", "));
    }

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
