package dev.orrery.app.bench;

import java.util.ArrayList;
import java.util.List;

/// One figure of ours through the same of a peer, over many graphs; both plus one, so that none can be nothing.
final class Ratios {
    /// Where a peer has fewer, one more or less is a large part.
    private static final double ENOUGH = 20;

    private final List<Double> all = new ArrayList<>();
    private double worst;

    void add(double ours, double peers) {
        double ratio = (ours + 1) / (peers + 1);
        all.add(ratio);
        if (peers >= ENOUGH) {
            worst = Math.max(worst, ratio);
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    double geometricMean() {
        return Math.exp(all.stream().mapToDouble(Math::log).average().orElse(0));
    }

    /// Of the graphs in which the peer's figure is large enough to be compared.
    double worst() {
        return worst;
    }
}
