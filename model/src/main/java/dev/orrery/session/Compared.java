package dev.orrery.session;

import dev.orrery.comparison.Comparison;
import dev.orrery.comparison.Union;
import dev.orrery.topology.Topology;
import java.util.List;

/// The present beside something else.
///
/// @param isEarlier whether that is the earlier one of the two
/// @param before what the earlier one is called
/// @param after what the later one is called
/// @param unread what could not be read of the other; words for people
public record Compared(
        Against against, boolean isEarlier, Union union, String before, String after, List<String> unread) {
    public Compared {
        unread = List.copyOf(unread);
    }

    /// @param present as it is open
    /// @param presentName what that is called
    /// @param other what it is compared with
    public static Compared of(
            Against against,
            boolean isEarlier,
            Topology present,
            String presentName,
            Topology other,
            String otherName,
            List<String> unread) {
        Comparison comparison = isEarlier ? Comparison.of(other, present) : Comparison.of(present, other);
        return new Compared(
                against,
                isEarlier,
                Union.of(comparison),
                isEarlier ? otherName : presentName,
                isEarlier ? presentName : otherName,
                unread);
    }
}
