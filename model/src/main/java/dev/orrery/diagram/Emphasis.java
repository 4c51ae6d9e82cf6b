package dev.orrery.diagram;

/// How much a part of the picture stands out because of what is selected or in the spotlight.
public enum Emphasis {
    NORMAL,
    /// It is selected.
    SELECTED,
    /// It would be hit if the selected service failed, or is the way by which it would be.
    IMPACT,
    /// Something else is meant.
    DIMMED;

    /// Of a part that stepped back; the others are opaque.
    private static final double DIMMED_OPACITY = 0.4;

    /// How opaque the part is drawn, from 0 to 1.
    public double opacity() {
        return this == DIMMED ? DIMMED_OPACITY : 1;
    }
}
