package dev.orrery.app.bench;

import java.util.List;

/// The same figure from several runs.
record Figures(List<Double> sorted) {
    Figures {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("no run");
        }
        sorted = sorted.stream().sorted().toList();
    }

    static Figures of(double once) {
        return new Figures(List.of(once));
    }

    int count() {
        return sorted.size();
    }

    double median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /// By nearest rank, so of fewer than a hundred runs the largest.
    double p99() {
        return sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1);
    }
}
