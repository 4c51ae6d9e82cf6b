package dev.orrery.importer.kubernetes;

import dev.orrery.problem.Problem;
import dev.orrery.topology.SourceLocation;
import java.util.function.Consumer;

/// How much may still be looked at. Anchors and shared ConfigMaps let a small file stand for a huge one; no honest
/// cluster comes near the end.
final class Effort {
    private static final long MOST = 12_000_000;

    private final Consumer<Problem> report;
    private long left = MOST;

    Effort(Consumer<Problem> report) {
        this.report = report;
    }

    /// @param cost in characters, or in steps that take about as long
    /// @return false once there is nothing left, which is reported once
    boolean spend(long cost, SourceLocation place) {
        if (left < 0) {
            return false;
        }
        left -= cost;
        if (left < 0) {
            report.accept(Problem.warning("kubernetes-too-large", place));
        }
        return left >= 0;
    }
}
