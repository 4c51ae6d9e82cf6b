package dev.orrery.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Gets rid of groups that are too small to be worth a box: each joins the one that it is linked with most, where that
/// has room; those that are left, such as all that need one thing alone, are put together.
final class Bundling {
    private static final int NOBODY = -1;

    private final int least;
    private final int most;
    private Links between = new Links.Pairs().among(0);
    private int[] sizes = {};
    private int[] into = {};
    private List<List<Integer>> parts = List.of();

    /// @param least things in a group, where it can be had
    /// @param most things in a group, always
    Bundling(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /// @param groups as [Grouping] numbers them
    int[] bundled(Links links, int[] groups) {
        int count = Grouping.count(groups);
        between = links.between(groups, count);
        sizes = new int[count];
        into = new int[count];
        parts = new ArrayList<>();
        for (int group = 0; group < count; group++) {
            into[group] = group;
            parts.add(new ArrayList<>(List.of(group)));
        }
        for (int group : groups) {
            sizes[group]++;
        }
        for (int group : smallestFirst()) {
            int strongest = sizes[group] < least ? strongest(group, most - sizes[group]) : NOBODY;
            if (strongest != NOBODY) {
                join(group, strongest);
            }
        }
        together();
        int[] bundled = new int[groups.length];
        Arrays.setAll(bundled, thing -> into[groups[thing]]);
        return Grouping.numbered(bundled);
    }

    private List<Integer> smallestFirst() {
        int[] before = sizes.clone();
        return IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingInt(group -> before[group]))
                .toList();
    }

    private void join(int group, int other) {
        for (int part : parts.get(group)) {
            into[part] = other;
        }
        parts.get(other).addAll(parts.get(group));
        parts.get(group).clear();
        sizes[other] += sizes[group];
        sizes[group] = 0;
    }

    /// The group that one is linked with most and that is not larger than `room`; the first of several.
    private int strongest(int group, int room) {
        Map<Integer, Long> weights = new TreeMap<>();
        for (int part : parts.get(group)) {
            for (int at = between.begin(part); at < between.end(part); at++) {
                int other = into[between.other(at)];
                if (other != group && sizes[other] <= room) {
                    weights.merge(other, (long) between.weight(at), Long::sum);
                }
            }
        }
        int best = NOBODY;
        long heaviest = 0;
        for (Map.Entry<Integer, Long> weight : weights.entrySet()) {
            if (weight.getValue() > heaviest) {
                best = weight.getKey();
                heaviest = weight.getValue();
            }
        }
        return best;
    }

    /// Those that are still too small, with others that lean on the same group; the rest of them with each other.
    private void together() {
        Map<Integer, List<Integer>> leaning = new TreeMap<>();
        for (int group = 0; group < sizes.length; group++) {
            if (sizes[group] > 0 && sizes[group] < least) {
                leaning.computeIfAbsent(strongest(group, Integer.MAX_VALUE), _ -> new ArrayList<>())
                        .add(group);
            }
        }
        List<Integer> rest = new ArrayList<>();
        for (List<Integer> alike : leaning.values()) {
            if (size(alike) < least) {
                rest.addAll(alike);
            } else {
                fill(alike);
            }
        }
        int smallest = size(rest) < least ? smallestWithRoom(size(rest)) : NOBODY;
        if (smallest == NOBODY) {
            fill(rest);
        } else {
            rest.forEach(group -> join(group, smallest));
        }
    }

    private int smallestWithRoom(int room) {
        int smallest = NOBODY;
        for (int group = 0; group < sizes.length; group++) {
            boolean takes = sizes[group] >= least && sizes[group] + room <= most;
            if (takes && (smallest == NOBODY || sizes[group] < sizes[smallest])) {
                smallest = group;
            }
        }
        return smallest;
    }

    /// As few groups as possible, about alike in size.
    private void fill(List<Integer> alike) {
        int left = size(alike);
        int bins = Math.max(1, (left + most - 1) / most);
        int current = NOBODY;
        int wanted = 0;
        for (int group : alike) {
            int size = sizes[group];
            if (current == NOBODY || sizes[current] >= wanted || sizes[current] + size > most) {
                wanted = (left + bins - 1) / bins;
                bins = Math.max(1, bins - 1);
                current = group;
            } else {
                join(group, current);
            }
            left -= size;
        }
    }

    private int size(List<Integer> groups) {
        return groups.stream().mapToInt(group -> sizes[group]).sum();
    }
}
