package dev.orrery.suggestion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How alike two divisions of the same things are: 1 for the same, about 0 for chance (Hubert and Arabie, 1985).
final class RandIndex {
    private RandIndex() {}

    /// @param one of each thing the name of its group
    static double adjusted(Map<String, String> one, Map<String, String> other) {
        Map<List<String>, Long> both = new HashMap<>();
        Map<String, Long> rows = new HashMap<>();
        Map<String, Long> columns = new HashMap<>();
        one.forEach((thing, group) -> {
            both.merge(List.of(group, other.getOrDefault(thing, "")), 1L, Long::sum);
            rows.merge(group, 1L, Long::sum);
            columns.merge(other.getOrDefault(thing, ""), 1L, Long::sum);
        });
        double same = pairs(both);
        double expected = pairs(rows) * pairs(columns) / (one.size() * (one.size() - 1) / 2.0);
        double most = (pairs(rows) + pairs(columns)) / 2;
        return most == expected ? 1 : (same - expected) / (most - expected);
    }

    private static double pairs(Map<?, Long> sizes) {
        return sizes.values().stream()
                .mapToDouble(size -> size * (size - 1) / 2.0)
                .sum();
    }
}
