package dev.orrery.probe.prometheus;

import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Health;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Latency;
import dev.orrery.text.Messages;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a server's measurements of one service count as.
///
/// The worst statement decides. Of several instances all have to fail for a failure; some are a
/// warning. Where the service is probed, its own metrics not being readable is no more than a
/// warning. An alert is a warning, and a failure where its severity is one of those that were
/// said to be.
///
/// @param took as the prober measured it; zero where nobody did
/// @param sampled the newest of what it was judged by, by the server's clock; null where that
///     is nothing
record Judged(
        Verdict verdict,
        Reason reason,
        List<ComponentHealth> parts,
        Duration took,
        @Nullable Instant sampled) {
    private static final int MOST_ALERTS = 50;
    private static final int MOST_WORDS = 3;
    private static final double LONGEST_PROBE_SECONDS = 3_600;

    /// @param server as it is told to people
    static Judged of(Snapshot.Taken snapshot, String service, HealthCheck check, Measured measured, String server) {
        return new Reading(snapshot, snapshot.of(service), check, measured, server).judged();
    }

    /// What one query says that is about this service alone: the worst of its values decides.
    static Judged ofQuery(Result result, Instant now, HealthCheck check, String server) {
        List<Series> all = result.all();
        List<Series> fresh = all.stream()
                .filter(series -> Tally.isFresh(series, now, check.interval()))
                .toList();
        List<ComponentHealth> parts = warnings(result.warnings());
        if (fresh.isEmpty()) {
            return all.isEmpty()
                    ? none(Verdict.NONE, Reason.of("prometheus-empty", server), parts)
                    : none(Verdict.GAP, Reason.of("prometheus-old", server), parts);
        }
        List<Statement> said = fresh.stream()
                .map(series -> Statement.of(series.newest().value()))
                .toList();
        return said(said, newest(fresh), Duration.ZERO, parts, server);
    }

    private record Reading(Snapshot.Taken snapshot, Facts facts, HealthCheck check, Measured measured, String server) {

        Judged judged() {
            Tally probes = tally(facts.of(Metric.PROBE_SUCCESS));
            List<Series> ups = facts.of(Metric.UP);
            Tally own = tally(ups.stream().filter(series -> !isOfProber(series)).toList());
            List<Statement> said = new ArrayList<>();
            List<ComponentHealth> parts = new ArrayList<>();
            if (!facts.of(Metric.PROBE_SUCCESS).isEmpty()) {
                parts.add(probes.part(Metric.PROBE_SUCCESS));
            }
            if (!probes.isEmpty()) {
                said.add(Statement.of(Metric.PROBE_SUCCESS, probes, false));
            }
            if (!own.isEmpty()) {
                said.add(Statement.of(Metric.UP, own, !probes.isEmpty()));
            }
            if (own.good() + own.bad() + own.old() > 0) {
                parts.add(own.part(Metric.UP));
            }
            List<Series> queried = fresh(facts.queried());
            queried.forEach(series -> said.add(Statement.of(series.newest().value())));
            Duration took = took();
            Duration bound = check.degradedAbove();
            if (bound != null && took.compareTo(bound) > 0) {
                said.add(new Statement(
                        Verdict.WARN, Messages.of("prometheus.slow", Latency.inWords(took), Latency.inWords(bound))));
            }
            boolean alerted = alerts(said, parts);
            certificate(parts);
            parts.addAll(warnings(snapshot.warnings()));
            if (snapshot.silent() != null) {
                parts.add(new ComponentHealth(
                        "Alertmanager", Health.UNKNOWN, snapshot.silent().text(), List.of()));
            }
            if (said.isEmpty()) {
                return none(ups, probes, own, parts);
            }
            Instant newest = Stream.of(probes.newest(), own.newest(), newest(queried))
                    .flatMap(Stream::ofNullable)
                    .max(Instant::compareTo)
                    .orElse(snapshot.at());
            return said(said, alerted ? snapshot.at() : newest, took, parts, server);
        }

        private Judged none(List<Series> ups, Tally probes, Tally own, List<ComponentHealth> parts) {
            boolean proberGone = fresh(ups).stream()
                    .anyMatch(series -> isOfProber(series) && series.newest().value() == 0);
            if (proberGone) {
                return Judged.none(Verdict.GAP, Reason.of("prometheus-prober-gone", server), parts);
            }
            boolean old = probes.old() + own.old() + facts.queried().size() > 0;
            return old
                    ? Judged.none(Verdict.GAP, Reason.of("prometheus-old", server), parts)
                    : Judged.none(Verdict.NONE, Reason.of("prometheus-nothing", server), parts);
        }

        /// Whether there is one that counts.
        private boolean alerts(List<Statement> said, List<ComponentHealth> parts) {
            boolean any = false;
            for (Alert alert : facts.alerts()) {
                boolean fails = measured.failOn().contains(alert.severity());
                Health health = fails ? Health.DOWN : alert.isQuiet() ? Health.UP : Health.DEGRADED;
                if (parts.size() < MOST_ALERTS) {
                    parts.add(new ComponentHealth(
                            Messages.of("prometheus.alert", alert.words()), health, alert.summary(), List.of()));
                }
                if (health != Health.UP) {
                    said.add(Statement.of(alert, fails));
                    any = true;
                }
            }
            return any;
        }

        /// The slowest, as the prober timed it.
        private Duration took() {
            double seconds = fresh(facts.of(Metric.PROBE_DURATION)).stream()
                    .mapToDouble(series -> series.newest().value())
                    .filter(value -> value > 0 && value < LONGEST_PROBE_SECONDS)
                    .max()
                    .orElse(0);
            return Duration.ofNanos((long) (seconds * 1e9));
        }

        private void certificate(List<ComponentHealth> parts) {
            fresh(facts.of(Metric.CERTIFICATE)).stream()
                    .mapToDouble(series -> series.newest().value())
                    .filter(value -> value > 0 && value < 1e11)
                    .min()
                    .ifPresent(seconds -> {
                        Instant until = Instant.ofEpochSecond((long) seconds);
                        Health health = until.isAfter(snapshot.at()) ? Health.UP : Health.DOWN;
                        String day = until.toString().substring(0, 10);
                        parts.add(new ComponentHealth(
                                Metric.CERTIFICATE.word(),
                                health,
                                Messages.of("prometheus.certificate", day),
                                List.of()));
                    });
        }

        private Tally tally(List<Series> series) {
            return Tally.of(series, snapshot.at(), check.interval());
        }

        private List<Series> fresh(List<Series> series) {
            return series.stream()
                    .filter(one -> Tally.isFresh(one, snapshot.at(), check.interval()))
                    .toList();
        }

        /// Its `up` tells whether the prober could be asked, and nothing of what it probes.
        private boolean isOfProber(Series up) {
            return up.labels().get("job").filter(snapshot.probing()::contains).isPresent()
                    || up.labels().get("instance").orElse("").contains("://");
        }
    }

    private static Judged said(
            List<Statement> said,
            @Nullable Instant sampled,
            Duration took,
            List<ComponentHealth> parts,
            String server) {
        Verdict worst = said.stream()
                .map(Statement::verdict)
                .min(Comparator.comparingInt(Judged::rank))
                .orElseThrow();
        List<String> words = said.stream()
                .filter(statement -> statement.verdict() == worst)
                .map(Statement::words)
                .distinct()
                .sorted()
                .toList();
        String told = words.stream().limit(MOST_WORDS).collect(Collectors.joining("; "));
        String more =
                words.size() > MOST_WORDS ? Messages.of("prometheus.more", told, words.size() - MOST_WORDS) : told;
        String code = switch (worst) {
            case PASS -> "prometheus-pass";
            case WARN -> "prometheus-warn";
            case FAIL -> "prometheus-fail";
            case NONE, GAP -> "prometheus-none";
        };
        return new Judged(worst, Reason.of(code, server, more), parts, took, sampled);
    }

    private static Judged none(Verdict verdict, Reason reason, List<ComponentHealth> parts) {
        return new Judged(verdict, reason, parts, Duration.ZERO, null);
    }

    private static List<ComponentHealth> warnings(List<String> warnings) {
        return warnings.stream()
                .map(warning -> new ComponentHealth("Prometheus", Health.UNKNOWN, warning, List.of()))
                .toList();
    }

    private static @Nullable Instant newest(List<Series> series) {
        return series.stream()
                .map(one -> one.newest().at())
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> 0;
            case WARN -> 1;
            case NONE, GAP -> 2;
            case PASS -> 3;
        };
    }
}
