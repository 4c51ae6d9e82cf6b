package dev.orrery.edit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ways in which an edit can be made whose value stands behind an alias; at least one of them can.
///
/// @param anchor its name
/// @param others services of which the same would be said if the anchor was changed, sorted by id; null where that
///     cannot be
/// @param detaches whether the value can be written out in the place of the alias
public record AliasChoice(String anchor, @Nullable List<String> others, boolean detaches) {
    public AliasChoice {
        others = others == null ? null : List.copyOf(others);
    }

    /// What both have in common; empty where that is nothing.
    Optional<AliasChoice> and(AliasChoice other) {
        List<String> all = others == null || other.others == null
                ? null
                : Stream.concat(others.stream(), other.others.stream())
                        .distinct()
                        .sorted()
                        .toList();
        boolean both = detaches && other.detaches;
        return all == null && !both ? Optional.empty() : Optional.of(new AliasChoice(anchor, all, both));
    }
}
