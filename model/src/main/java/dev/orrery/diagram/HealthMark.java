package dev.orrery.diagram;

import dev.orrery.health.Health;
import org.jspecify.annotations.Nullable;

/// How health is shown on a box: a colour and a shape by state, a word, and small print.
///
/// @param asked false where there is no check to ask: drawn dashed
/// @param word for people, as in `up` or `down`
/// @param age of the last answer in words, as in `12 s`; null where there is none
/// @param suspect as in `2 of 3`; null where no contrary answers are being counted
public record HealthMark(
        Health health,
        boolean asked,
        String word,
        @Nullable String age,
        @Nullable String suspect,
        boolean stale) {}
