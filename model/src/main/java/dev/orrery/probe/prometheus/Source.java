package dev.orrery.probe.prometheus;

import dev.orrery.health.Reason;
import dev.orrery.probe.Origin;
import dev.orrery.probe.OriginGroup;
import dev.orrery.probe.RequestHeaders;
import dev.orrery.probe.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One server, and the newest snapshot of what it knows. Whoever comes while it is being asked
/// waits for the answer; whoever comes soon after gets the same.
final class Source {
    /// Shorter than until a suspect is asked again.
    private static final Duration SHARED_FOR = Duration.ofSeconds(4);

    private final Server server;
    private final Directory directory;
    private final Secrets secrets;
    private final ReentrantLock asking = new ReentrantLock();
    private final Set<String> probing = new HashSet<>();
    private boolean knowsJobs;
    private @Nullable Snapshot newest;
    private long taken;

    /// @param directory of all services that this server may know of
    Source(Server server, Directory directory, Secrets secrets) {
        this.server = server;
        this.directory = directory;
        this.secrets = secrets;
    }

    /// @param survey used where it is time to ask again
    /// @throws InterruptedException where the wait for somebody else's answer was broken off
    Snapshot snapshot(Survey survey, Origin origin, Duration interval, Duration patience) throws InterruptedException {
        if (!asking.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return new Snapshot.Missed(Reason.of("prometheus-busy", origin.authority()), true);
        }
        try {
            Snapshot known = newest;
            Duration half = interval.dividedBy(2);
            Duration shared = half.compareTo(SHARED_FOR) < 0 ? half : SHARED_FOR;
            if (known != null && System.nanoTime() - taken < shared.toNanos()) {
                return known;
            }
            Snapshot fresh = take(survey, origin, interval);
            newest = fresh;
            taken = System.nanoTime();
            return fresh;
        } finally {
            asking.unlock();
        }
    }

    private Snapshot take(Survey survey, Origin origin, Duration interval) {
        try {
            boolean here = origin.group() == OriginGroup.THIS_COMPUTER;
            Map<String, Facts> facts = new HashMap<>();
            Set<String> warnings = new LinkedHashSet<>();
            Instant now = survey.time();
            if (server.query() == null) {
                measure(survey, interval, here, facts, warnings);
            } else {
                Result queried = survey.timed(server.query());
                warnings.addAll(queried.warnings());
                queried.series()
                        .forEach(series -> owner(series.labels(), here, facts).ifPresent(owned -> owned.add(series)));
            }
            Reason silent = alerts(survey, here, facts, warnings);
            return new Snapshot.Taken(now, facts, Set.copyOf(probing), List.copyOf(warnings), silent);
        } catch (IOException failure) {
            return survey.missed(failure);
        }
    }

    private void measure(Survey survey, Duration interval, boolean here, Map<String, Facts> facts, Set<String> warnings)
            throws IOException {
        if (!knowsJobs) {
            probing.addAll(survey.probingJobs());
            knowsJobs = true;
        }
        for (Metric metric : Metric.values()) {
            Result measured = survey.measured(metric, interval);
            warnings.addAll(measured.warnings());
            for (Series series : measured.series()) {
                if (metric == Metric.PROBE_SUCCESS) {
                    series.labels().get("job").ifPresent(probing::add);
                }
                owner(series.labels(), here, facts).ifPresent(owned -> owned.add(metric, series));
            }
        }
    }

    /// Alertmanager's list where it answers, for it knows what was silenced; else what the
    /// server itself says.
    ///
    /// @return why Alertmanager's is missing; null where it is not
    private @Nullable Reason alerts(Survey survey, boolean here, Map<String, Facts> facts, Set<String> warnings)
            throws IOException {
        String url = server.alertmanager();
        if (url == null) {
            listed(survey, warnings).forEach(alert -> enter(alert, here, facts));
            return null;
        }
        List<Alert> known;
        Reason silent;
        try {
            known = survey.alertmanager(url, server.headers(), secrets);
            silent = null;
        } catch (RequestHeaders.Withheld withheld) {
            known = listed(survey, warnings);
            silent = withheld.reason();
        } catch (IOException failure) {
            known = listed(survey, warnings);
            silent = survey.missed(failure, url);
        }
        known.forEach(alert -> enter(alert, here, facts));
        return silent;
    }

    private static List<Alert> listed(Survey survey, Set<String> warnings) throws IOException {
        Result firing = survey.alerts();
        warnings.addAll(firing.warnings());
        List<Alert> alerts = new ArrayList<>();
        firing.series().forEach(series -> alerts.add(Alert.of(series.labels(), null)));
        return alerts;
    }

    private void enter(Alert alert, boolean here, Map<String, Facts> facts) {
        owner(alert.labels(), here, facts).ifPresent(owned -> owned.add(alert));
    }

    private Optional<Facts> owner(Labels labels, boolean here, Map<String, Facts> facts) {
        return directory.find(labels, here).map(id -> facts.computeIfAbsent(id, _ -> new Facts()));
    }
}
