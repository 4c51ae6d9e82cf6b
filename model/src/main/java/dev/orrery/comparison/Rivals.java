package dev.orrery.comparison;

import java.util.HashMap;
import java.util.Map;

/// How likely each of two is one of the other side. Where two are nearly as likely, neither is chosen.
final class Rivals {
    /// How much more alike than the next the chosen one has to be.
    private static final double MARGIN = 0.08;

    private final Map<String, Standing> before = new HashMap<>();
    private final Map<String, Standing> after = new HashMap<>();

    private record Standing(double best, double next) {
        private static final Standing NONE = new Standing(0, 0);

        Standing with(double likeness) {
            return likeness > best ? new Standing(likeness, best) : new Standing(best, Math.max(next, likeness));
        }

        boolean isBeatenBy(double likeness) {
            return likeness >= best && likeness >= next + MARGIN;
        }
    }

    void add(String old, String now, double likeness) {
        before.put(old, before.getOrDefault(old, Standing.NONE).with(likeness));
        after.put(now, after.getOrDefault(now, Standing.NONE).with(likeness));
    }

    /// Whether each is clearly the likeliest for the other. That holds of one pair at most for each.
    boolean areBeatenBy(String old, String now, double likeness) {
        return before.getOrDefault(old, Standing.NONE).isBeatenBy(likeness)
                && after.getOrDefault(now, Standing.NONE).isBeatenBy(likeness);
    }
}
