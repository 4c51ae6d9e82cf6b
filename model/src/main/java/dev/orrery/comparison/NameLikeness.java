package dev.orrery.comparison;

import dev.orrery.topology.NameWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// How alike two names are, among others. A word that many bear, as the company's, says little; one that says that a
/// service is a service says nothing.
final class NameLikeness {
    /// Names that are less alike than this have nothing in common that one would see.
    static final double WORTH_NAMING = 0.3;

    private static final int LONGEST = 64;
    /// Words this alike are spellings of one.
    private static final double ONE_WORD = 0.74;

    private final Map<String, Integer> bearers = new HashMap<>();

    /// @param all every name there is, in both topologies
    NameLikeness(Collection<String> all) {
        for (String name : all) {
            new HashSet<>(NameWords.of(name)).forEach(word -> bearers.merge(word, 1, Integer::sum));
        }
    }

    /// From 0, nothing in common, to 1, the same.
    double of(String one, String other) {
        List<String> left = NameWords.of(one);
        List<String> right = NameWords.of(other);
        if (left.equals(right)) {
            return 1;
        }
        double byWords = byWords(left, right);
        String glued = String.join("", left);
        String stuck = String.join("", right);
        if (glued.equals(stuck)) {
            return 1;
        }
        // Of numbered names the number is the name.
        boolean isNumbered = !glued.replaceAll("\\D", "").equals(stuck.replaceAll("\\D", ""));
        return isNumbered ? Math.min(byWords, 0.5) : Math.max(byWords, spelling(glued, stuck) * telling(left, right));
    }

    /// The weight of what both have in the weight of what either has.
    private double byWords(List<String> left, List<String> right) {
        List<String> open = new ArrayList<>(right);
        double shared = 0;
        double all = 0;
        for (String word : left) {
            int at = nearest(word, open);
            if (at < 0) {
                all += weight(word);
            } else {
                String twin = open.remove(at);
                double weight = Math.max(weight(word), weight(twin));
                shared += weight * spelling(word, twin);
                all += weight;
            }
        }
        for (String word : open) {
            all += weight(word);
        }
        return all == 0 ? 0 : shared / all;
    }

    private static int nearest(String word, List<String> among) {
        int nearest = -1;
        double best = ONE_WORD;
        for (int at = 0; at < among.size(); at++) {
            double likeness = spelling(word, among.get(at));
            if (likeness > best) {
                nearest = at;
                best = likeness;
            }
        }
        return nearest;
    }

    private double weight(String word) {
        return 1.0 / (1 + Math.log(Math.max(1, bearers.getOrDefault(word, 1) / 2.0)));
    }

    /// Less where what is alike is a word that many bear.
    private double telling(List<String> left, List<String> right) {
        double least = 1;
        for (String word : left) {
            if (right.contains(word)) {
                least = Math.min(least, weight(word));
            }
        }
        return least;
    }

    /// One minus the edits that lead from one to the other, in letters of the longer.
    static double spelling(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        if (one.length() > LONGEST || other.length() > LONGEST) {
            return 0;
        }
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = last[0];
            last[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = last[j];
                last[j] = Math.min(replaced, 1 + Math.min(last[j], last[j - 1]));
            }
        }
        return 1 - last[other.length()] / (double) Math.max(one.length(), other.length());
    }
}
