package dev.orrery.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbered things in groups.
final class Division {
    private final int[] groups;

    Division(int[] groups) {
        int[] numbers = new int[groups.length];
        Arrays.fill(numbers, -1);
        int next = 0;
        int[] renumbered = new int[groups.length];
        for (int thing = 0; thing < groups.length; thing++) {
            if (numbers[groups[thing]] < 0) {
                numbers[groups[thing]] = next++;
            }
            renumbered[thing] = numbers[groups[thing]];
        }
        this.groups = renumbered;
    }

    /// Of each thing its group, numbered from 0 in the order of their first things; not to be changed.
    int[] groups() {
        return groups;
    }

    int count() {
        return Arrays.stream(groups).max().orElse(-1) + 1;
    }

    List<List<Integer>> members() {
        List<List<Integer>> members = new ArrayList<>();
        for (int thing = 0; thing < groups.length; thing++) {
            if (groups[thing] == members.size()) {
                members.add(new ArrayList<>());
            }
            members.get(groups[thing]).add(thing);
        }
        return members;
    }

    /// How alike two divisions of the same things are: 1 for the same, about 0 for chance (the adjusted Rand index of
    /// Hubert and Arabie, 1985).
    double likeness(Division other) {
        Map<Long, Long> both = new HashMap<>();
        long[] rows = new long[count()];
        long[] columns = new long[other.count()];
        for (int thing = 0; thing < groups.length; thing++) {
            both.merge(((long) groups[thing] << 32) | other.groups[thing], 1L, Long::sum);
            rows[groups[thing]]++;
            columns[other.groups[thing]]++;
        }
        double same = both.values().stream().mapToDouble(Division::pairs).sum();
        double here = Arrays.stream(rows).mapToDouble(Division::pairs).sum();
        double there = Arrays.stream(columns).mapToDouble(Division::pairs).sum();
        double expected = groups.length < 2 ? 0 : here * there / pairs(groups.length);
        double most = (here + there) / 2;
        return most == expected ? 1 : (same - expected) / (most - expected);
    }

    private static double pairs(long size) {
        return size * (size - 1) / 2.0;
    }
}
