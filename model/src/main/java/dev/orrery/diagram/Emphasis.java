package dev.orrery.diagram;

/// How much a part of the picture stands out because of what is selected.
public enum Emphasis {
    NORMAL,
    /// It is selected.
    SELECTED,
    /// It would be hit if the selected service failed, or is the way by which it would be.
    IMPACT,
    /// Something else is meant.
    DIMMED
}
