package dev.orrery.app.cli;

import dev.orrery.problem.Problem;
import dev.orrery.text.Untrusted;

/// Problems for people, in the form that editors and terminals jump to.
final class ProblemText {
    private static final int LONGEST = 500;

    private ProblemText() {}

    /// As in `shop.yaml:12:5: error: …`.
    static String line(Problem problem) {
        return Untrusted.oneLine(problem.source().toString()) + ": "
                + problem.severity().word() + ": " + Untrusted.oneLine(problem.message(), LONGEST);
    }
}
