package dev.orrery.probe.prometheus;

import dev.orrery.health.Health;
import dev.orrery.health.Verdict;
import dev.orrery.text.Messages;

/// One thing that speaks for or against a service.
///
/// @param words for people, as part of a sentence
record Statement(Verdict verdict, String words) {

    /// Of the metrics, each of which has its words in the bundle.
    static Statement of(Metric metric, Tally tally, boolean onlyWarns) {
        String key = "prometheus." + metric.word().replace('_', '-');
        String bad = Integer.toString(tally.bad());
        String all = Integer.toString(tally.bad() + tally.good());
        if (tally.health() == Health.UP) {
            return new Statement(Verdict.PASS, Messages.of(key + ".good"));
        }
        boolean isWhole = tally.health() == Health.DOWN;
        String words = isWhole && tally.bad() == 1 ? Messages.of(key + ".bad") : Messages.of(key + ".some", bad, all);
        return new Statement(isWhole && !onlyWarns ? Verdict.FAIL : Verdict.WARN, words);
    }

    /// Of a query whose value is 1 where all is well, and 0 where it is not.
    static Statement of(double value) {
        if (value == 1) {
            return new Statement(Verdict.PASS, Messages.of("prometheus.query.good"));
        }
        return value == 0
                ? new Statement(Verdict.FAIL, Messages.of("prometheus.query.bad"))
                : new Statement(Verdict.NONE, Messages.of("prometheus.query.odd", written(value)));
    }

    static Statement of(Alert alert, boolean fails) {
        return new Statement(fails ? Verdict.FAIL : Verdict.WARN, Messages.of("prometheus.alert", alert.words()));
    }

    private static String written(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
