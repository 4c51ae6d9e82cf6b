package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import java.util.function.Consumer;

/// How many values a project may mean. Aliases, and files that are included many times, can make a small text mean a
/// large one; what goes beyond is reported once and left out.
final class Budget {
    static final int MOST_VALUES = 500_000;

    private final Consumer<Problem> report;
    private int taken;

    Budget(Consumer<Problem> report) {
        this.report = report;
    }

    /// Whether there is room for one more.
    boolean take(Value value) {
        if (taken == MOST_VALUES) {
            return false;
        }
        taken++;
        if (taken == MOST_VALUES) {
            report.accept(Problem.error("too-many-nodes", value.source(), String.valueOf(MOST_VALUES)));
        }
        return true;
    }
}
