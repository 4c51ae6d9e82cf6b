package dev.orrery.diagram;

import dev.orrery.text.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the colour of a card means. Its health is told by shape and word through every lens.
public enum Lens {
    HEALTH,
    OWNER,
    KIND,
    TECHNOLOGY,
    /// The outermost boundaries that tell services apart.
    BOUNDARY,
    /// How many others a service needs and is needed by.
    COUPLING,
    /// How long it took to answer last.
    LATENCY;

    /// As it is named in answers and options.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The lens that a word names; empty for any other word.
    public static Optional<Lens> of(String word) {
        return Arrays.stream(values()).filter(lens -> lens.word().equals(word)).findFirst();
    }

    /// Its name for people.
    public String title() {
        return Messages.of("lens." + word());
    }
}
