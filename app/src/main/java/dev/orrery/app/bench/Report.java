package dev.orrery.app.bench;

import dev.orrery.json.Json;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What one benchmark found.
///
/// @param seed of all that was generated; the same seed gives the same input
public record Report(String bench, long seed, List<Result> results, List<Skipped> skipped) {
    public Report {
        results = List.copyOf(results);
        skipped = List.copyOf(skipped);
    }

    /// @param what was done, as in `elk`
    /// @param subject what it was done to
    /// @param unit empty for a plain count
    /// @param runs that median and p99 are of
    public record Result(
            String what, String subject, String metric, String unit, double median, double p99, int runs) {}

    public record Skipped(String subject, String reason) {}

    /// A list that benchmarks write their results to.
    static final class Draft {
        private final List<Result> results = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();

        void add(String what, String subject, String metric, String unit, Figures figures) {
            results.add(new Result(what, subject, metric, unit, figures.median(), figures.p99(), figures.count()));
        }

        void add(Result result) {
            results.add(result);
        }

        void skip(String subject, String reason) {
            skipped.add(new Skipped(subject, reason));
        }

        Report report(String bench, long seed) {
            return new Report(bench, seed, results, skipped);
        }
    }

    public Json json() {
        Runtime runtime = Runtime.getRuntime();
        return Json.object(
                Json.member("bench", bench),
                Json.member(
                        "machine",
                        Json.object(
                                Json.member(
                                        "os",
                                        System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                                                + System.getProperty("os.arch")),
                                Json.member("cpus", Json.number(runtime.availableProcessors())),
                                Json.member("memoryBytes", Json.number(memory())),
                                Json.member("java", System.getProperty("java.vm.version")))),
                Json.member("seed", Json.number(seed)),
                Json.member(
                        "results", Json.array(results.stream().map(Report::json).toList())),
                Json.member(
                        "skipped",
                        Json.array(skipped.stream()
                                .map(skip -> Json.object(
                                        Json.member("subject", skip.subject()), Json.member("reason", skip.reason())))
                                .toList())));
    }

    private static Json json(Result result) {
        return Json.object(
                Json.member("case", result.what()),
                Json.member("subject", result.subject()),
                Json.member("metric", result.metric()),
                Json.member("unit", result.unit()),
                Json.member("median", rounded(result.median())),
                Json.member("p99", rounded(result.p99())),
                Json.member("runs", Json.number(result.runs())));
    }

    private static Json rounded(double value) {
        return Json.number(Double.parseDouble(String.format(Locale.ROOT, "%.3f", value)));
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }
}
