package dev.orrery.importer.mermaid;

import dev.orrery.problem.Problem;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Passes on the first problems of a diagram and counts the others: a text that is something else altogether would have
/// one in each line.
final class Complaints implements Consumer<Problem> {
    private static final int MOST = 100;
    private static final int MOST_IN_ALL = 1_000;

    private final Consumer<Problem> report;
    private int count;
    private @Nullable Problem firstLeftOut;

    Complaints(Consumer<Problem> report) {
        this.report = report;
    }

    @Override
    public void accept(Problem problem) {
        count++;
        if (count <= MOST) {
            report.accept(problem);
        } else if (firstLeftOut == null) {
            firstLeftOut = problem;
        }
    }

    /// Whether the text is something else altogether.
    boolean areTooMany() {
        return count > MOST_IN_ALL;
    }

    /// Says how many were left out.
    void close() {
        if (firstLeftOut != null) {
            report.accept(Problem.info("more-problems", firstLeftOut.source(), String.valueOf(count - MOST)));
        }
    }
}
