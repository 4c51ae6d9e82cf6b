package dev.orrery.edit;

/// What is to be done about a value that an alias stands for, or that others refer to by its anchor.
public enum BehindAlias {
    /// Nothing: the edit is refused, and the refusal says what the other two would do.
    ASK,
    /// The value at the anchor is changed, for all that refer to it.
    ANCHOR,
    /// The value is written out in the place of the alias, and changed there alone.
    DETACH
}
