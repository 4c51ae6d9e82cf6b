package dev.orrery.graph;

import java.util.Arrays;

/// Puts linked things into groups within which there are more links than chance would give, and none of which is too
/// large to be looked at: the method of Louvain (Blondel and others, 2008) with a limit. Things come in the order of
/// their numbers and whole numbers are compared, so the same links always give the same groups. The work is bounded by
/// [#ROUNDS] and [#PASSES] looks at every link.
final class Grouping {
    private static final int ROUNDS = 12;
    private static final int PASSES = 12;

    private final Links links;
    private final int[] sizes;
    private final int most;
    private final long twiceAll;
    private final int[] groupOf;
    private final int[] sizeOf;
    private final long[] degreeOf;
    /// Links from the thing that is looked at to each group; zero but for the groups that are `met`.
    private final long[] towards;
    private final int[] met;
    private int metCount;

    private Grouping(Links links, int[] sizes, int most) {
        int things = links.things();
        this.links = links;
        this.sizes = sizes;
        this.most = most;
        this.groupOf = new int[things];
        this.sizeOf = sizes.clone();
        this.degreeOf = new long[things];
        this.towards = new long[things];
        this.met = new int[things];
        long all = 0;
        for (int thing = 0; thing < things; thing++) {
            groupOf[thing] = thing;
            degreeOf[thing] = links.degree(thing);
            all += degreeOf[thing];
        }
        this.twiceAll = all;
    }

    /// The number of each thing's group, counted from 0 in the order of their first things.
    ///
    /// @param most things in one group
    static int[] of(Links links, int most) {
        int[] groups = new int[links.things()];
        Arrays.setAll(groups, thing -> thing);
        Links between = links;
        int[] sizes = new int[links.things()];
        Arrays.fill(sizes, 1);
        for (int round = 0; round < ROUNDS; round++) {
            int[] joined = numbered(new Grouping(between, sizes, most).moved());
            int count = count(joined);
            if (count == between.things()) {
                break;
            }
            int[] larger = new int[count];
            for (int thing = 0; thing < joined.length; thing++) {
                larger[joined[thing]] += sizes[thing];
            }
            for (int thing = 0; thing < groups.length; thing++) {
                groups[thing] = joined[groups[thing]];
            }
            between = between.between(joined, count);
            sizes = larger;
        }
        return numbered(groups);
    }

    /// The same groups, numbered in the order of their first things.
    static int[] numbered(int[] groups) {
        int[] numbers =
                new int[groups.length == 0 ? 0 : Arrays.stream(groups).max().getAsInt() + 1];
        Arrays.fill(numbers, -1);
        int next = 0;
        int[] numbered = new int[groups.length];
        for (int thing = 0; thing < groups.length; thing++) {
            if (numbers[groups[thing]] < 0) {
                numbers[groups[thing]] = next++;
            }
            numbered[thing] = numbers[groups[thing]];
        }
        return numbered;
    }

    static int count(int[] groups) {
        return groups.length == 0 ? 0 : Arrays.stream(groups).max().getAsInt() + 1;
    }

    private int[] moved() {
        boolean moving = twiceAll > 0;
        for (int pass = 0; pass < PASSES && moving; pass++) {
            moving = false;
            for (int thing = 0; thing < links.things(); thing++) {
                moving |= move(thing);
            }
        }
        return groupOf;
    }

    private boolean move(int thing) {
        int own = groupOf[thing];
        long degree = links.degree(thing);
        for (int at = links.begin(thing); at < links.end(thing); at++) {
            int group = groupOf[links.other(at)];
            if (towards[group] == 0) {
                met[metCount++] = group;
            }
            towards[group] += links.weight(at);
        }
        sizeOf[own] -= sizes[thing];
        degreeOf[own] -= degree;
        int best = own;
        long most = gain(own, degree);
        for (int i = 0; i < metCount; i++) {
            int group = met[i];
            long gain = gain(group, degree);
            boolean fits = sizeOf[group] + sizes[thing] <= this.most;
            if (fits && (gain > most || (gain == most && best != own && group < best))) {
                best = group;
                most = gain;
            }
        }
        for (int i = 0; i < metCount; i++) {
            towards[met[i]] = 0;
        }
        metCount = 0;
        groupOf[thing] = best;
        sizeOf[best] += sizes[thing];
        degreeOf[best] += degree;
        return best != own;
    }

    /// By how much more than chance a thing of this degree is linked with a group; in units that are the same for all.
    private long gain(int group, long degree) {
        return towards[group] * twiceAll - degree * degreeOf[group];
    }
}
