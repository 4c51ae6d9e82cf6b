package dev.orrery.comparison;

import java.util.List;

/// Why two of different ids are taken for one.
///
/// @param before id in the earlier topology
/// @param after id in the later one
/// @param likeness from 0 to 1; by itself it pairs nothing, the agreements have to be enough
/// @param agreements what speaks for it, the kinds in the order of [Agreement.Term]
public record Rename(String before, String after, double likeness, List<Agreement> agreements) {
    public Rename {
        agreements = List.copyOf(agreements);
    }
}
