package dev.orrery.health;

/// From when on a check is said to flap.
///
/// The weighted share of changes among the newest answers: the newest counts most, and the
/// weights fall evenly to the oldest. Two limits, so that the word itself does not flap.
///
/// @param oldest weight of the oldest change
/// @param newest weight of the newest change
/// @param enterAbove in percent
/// @param leaveBelow in percent, at most `enterAbove`
public record FlapPolicy(double oldest, double newest, double enterAbove, double leaveBelow) {
    /// The weights of Icinga 2 (`lib/icinga/checkable-flapping.cpp`: 0.8 + 0.02 for each step).
    public static final FlapPolicy DEFAULT = new FlapPolicy(0.8, 1.18, 30, 25);

    public FlapPolicy {
        if (leaveBelow > enterAbove) {
            throw new IllegalArgumentException("the limit to leave lies below: " + leaveBelow + ", " + enterAbove);
        }
    }

    /// From 0 to about 100.
    ///
    /// @param changes as in [Flaps]
    public double percent(int changes) {
        double sum = 0;
        for (int i = 0; i < Flaps.WINDOW; i++) {
            if ((changes & (1 << i)) != 0) {
                sum += oldest + i * (newest - oldest) / (Flaps.WINDOW - 1);
            }
        }
        return sum * 100 / Flaps.WINDOW;
    }
}
