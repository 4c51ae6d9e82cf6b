package dev.orrery.comparison;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who of the earlier topology is who in the later one.
///
/// @param ids before to after
/// @param renames by the id before, of those pairs whose ids are not equal
record Pairing(SortedMap<String, String> ids, SortedMap<String, Rename> renames) {
    Pairing {
        ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
        renames = Collections.unmodifiableSortedMap(new TreeMap<>(renames));
    }
}
