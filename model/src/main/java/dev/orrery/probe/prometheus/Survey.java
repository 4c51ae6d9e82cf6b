package dev.orrery.probe.prometheus;

import dev.orrery.health.Reason;
import dev.orrery.probe.Fault;
import dev.orrery.probe.Origin;
import dev.orrery.probe.RequestHeaders;
import dev.orrery.probe.Secrets;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.HealthRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/// Asks one server one set of questions, within one time.
final class Survey {
    private static final String QUERY = "api/v1/query";
    private static final String ALERTS = "ALERTS{alertstate=\"firing\"}";

    /// Those that do not hold us up: silenced and inhibited ones are somebody's decision
    /// already.
    private static final String ACTIVE = "active=true&silenced=false&inhibited=false";

    /// The jobs that probe others. When the prober is gone its results are too, and only its
    /// `up` is left.
    private static final String PROBING = "group by (job) (present_over_time(probe_success[1h]))";

    private final Api api;
    private final HealthCheck check;
    private final Origin origin;
    private final RequestHeaders headers;
    private final long deadline;

    /// @param check whose server is asked, and whose timeout counts
    Survey(Api api, HealthCheck check, Origin origin, RequestHeaders headers) {
        this.api = api;
        this.check = check;
        this.origin = origin;
        this.headers = headers;
        this.deadline = System.nanoTime() + check.timeout().toNanos();
    }

    /// @throws Refusal where it answers, but not this
    Result query(String query) throws IOException {
        return api.ask(
                new Api.Question(check.url(), QUERY, null, List.of("query", query), origin, headers, deadline),
                Result::read);
    }

    /// The time by the server's clock.
    Instant time() throws IOException {
        return query("time()").all().stream()
                .findFirst()
                .map(series -> series.newest().at())
                .orElseThrow(() -> Refusal.notAnAnswer("time()"));
    }

    /// The result of an expression, each value with the time of its sample where that can be
    /// told.
    Result timed(String query) throws IOException {
        Result values = query(query);
        if (values.series().isEmpty()) {
            return values;
        }
        Map<Labels, Sample> times = new HashMap<>();
        try {
            query("timestamp(\n" + query + "\n)")
                    .series()
                    .forEach(series -> times.put(series.labels(), series.newest()));
        } catch (Refusal notOfThisExpression) {
            return values;
        }
        List<Series> timed = new ArrayList<>();
        for (Series series : values.series()) {
            Sample value = series.newest();
            Instant at = Optional.ofNullable(times.get(series.labels()))
                    .map(time -> Instant.ofEpochMilli((long) (time.value() * 1_000)))
                    .orElse(value.at());
            timed.add(new Series(series.labels(), List.of(new Sample(at, value.value()))));
        }
        return new Result(timed, values.single(), values.warnings());
    }

    /// The jobs that probe others; none where the server cannot tell.
    List<String> probingJobs() throws IOException {
        try {
            return query(PROBING).series().stream()
                    .flatMap(series -> series.labels().get("job").stream())
                    .toList();
        } catch (Refusal tooOldOrTooMuch) {
            return List.of();
        }
    }

    Result measured(Metric metric, Duration interval) throws IOException {
        return query(metric.query(interval));
    }

    /// As the server itself evaluates its rules.
    Result alerts() throws IOException {
        return query(ALERTS);
    }

    /// As Alertmanager knows them.
    ///
    /// @throws RequestHeaders.Withheld where a header is not for it
    List<Alert> alertmanager(String url, NavigableMap<String, String> named, Secrets secrets)
            throws IOException, RequestHeaders.Withheld {
        Origin there = Origin.of(url).orElseThrow(() -> new IOException("no URL"));
        RequestHeaders own = RequestHeaders.of(new HealthRequest(named, false), secrets, there);
        return api.ask(new Api.Question(url, "api/v2/alerts", ACTIVE, List.of(), there, own, deadline), Alert::read);
    }

    /// Why the server did not answer.
    Snapshot.Missed missed(IOException failure) {
        if (failure instanceof Refusal refusal) {
            Reason reason = Reason.of("prometheus-refuses", origin.authority(), refusal.words());
            return new Snapshot.Missed(reason, refusal.isPassing());
        }
        Fault fault = Fault.of(failure, origin, check);
        Reason reason = Reason.of(
                "prometheus-unreachable", origin.authority(), fault.reason().text());
        return new Snapshot.Missed(reason, true);
    }

    /// Why another server, which is asked along with it, did not.
    Reason missed(IOException failure, String url) {
        Origin there = Origin.of(url).orElse(origin);
        String words = failure instanceof Refusal refusal
                ? refusal.words()
                : Fault.of(failure, there, check).reason().text();
        return Reason.of("alertmanager-silent", there.authority(), words);
    }
}
