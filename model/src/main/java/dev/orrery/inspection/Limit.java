package dev.orrery.inspection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// From where on a rule has something to say. A workspace may state others than the ones here.
public enum Limit {
    /// Calls after one another that somebody waits for.
    CHAIN(3),
    /// Other services that one calls at once, and needs.
    FAN_OUT(8),
    /// Other services that have to run to test one.
    NEEDED_TO_TEST(12),
    /// Of what two services need together, how much both need, in percent.
    SHARED_NEEDS(80),
    /// Services that a single point of failure parts, on either side.
    PARTED(4),
    /// How many services of a kind state something, in percent, so that those that do not are told.
    USUAL(67);

    private final int standard;

    Limit(int standard) {
        this.standard = standard;
    }

    /// Where nothing is stated.
    public int standard() {
        return standard;
    }

    /// As it is written in a workspace.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Limit> of(String word) {
        return Arrays.stream(values())
                .filter(limit -> limit.word().equals(word))
                .findFirst();
    }
}
