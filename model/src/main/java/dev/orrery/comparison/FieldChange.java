package dev.orrery.comparison;

import java.util.List;

/// One field that is not as it was.
///
/// @param before its values, none where nothing was stated; of a list in the order in which they count
/// @param after the same, now
public record FieldChange(Field field, List<String> before, List<String> after) {
    public FieldChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// What of the list is new.
    public List<String> added() {
        return after.stream().filter(value -> !before.contains(value)).toList();
    }

    /// What of the list is gone.
    public List<String> removed() {
        return before.stream().filter(value -> !after.contains(value)).toList();
    }
}
