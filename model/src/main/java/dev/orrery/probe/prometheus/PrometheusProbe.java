package dev.orrery.probe.prometheus;

import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Gate;
import dev.orrery.probe.KnownAs;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.RequestHeaders;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.Tls;
import dev.orrery.text.ShownUrl;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Measured;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks a server that keeps measurements in place of the services themselves: Prometheus, or
/// one that speaks like it.
///
/// Targets of one server share its answers, so that it is asked a few questions an interval,
/// however many services there are. Whatever goes wrong on the way to it is a gap: it says
/// nothing about a service. Safe to use from many threads; each call blocks its own.
public final class PrometheusProbe implements Probe {
    private final Api api;
    private final Secrets secrets;
    private final InstantSource clock;
    private volatile Desk desk = new Desk(new Directory(Map.of()), new ConcurrentHashMap<>());

    /// @param trust asked anew for every connection
    /// @param secrets that checks name for their headers
    public PrometheusProbe(
            Supplier<Trust> trust, NameLookup lookup, Secrets secrets, InstantSource clock, String userAgent, Tls tls) {
        this.api = new Api(new Gate(trust), lookup, userAgent, tls);
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Who is who, and what is known by those who can tell.
    private record Desk(Directory directory, Map<Server, Source> sources) {}

    /// What one probe has to work with.
    private record Asked(ProbeTarget target, Measured measured, Origin origin, RequestHeaders headers, long began) {
        HealthCheck check() {
            return target.check();
        }

        /// As it is told to people.
        String server() {
            return origin.authority();
        }
    }

    @Override
    public void prepare(Collection<ProbeTarget> all) {
        Map<String, KnownAs> services = new HashMap<>();
        all.forEach(target -> services.put(target.id().service(), target.known()));
        desk = new Desk(new Directory(services), new ConcurrentHashMap<>());
    }

    /// @throws IllegalArgumentException for a target that is asked itself
    @Override
    public Observation ask(ProbeTarget target) {
        long began = System.nanoTime();
        Measured measured = target.check().request().measured();
        if (measured == null) {
            throw new IllegalArgumentException("asked itself: " + target);
        }
        String url = target.check().url();
        Optional<Origin> origin = Origin.of(url);
        if (origin.isEmpty()) {
            return observation(target, none(Reason.of("bad-url", Untrusted.oneLine(ShownUrl.of(url)))));
        }
        RequestHeaders headers;
        try {
            headers = RequestHeaders.of(target.check().request(), secrets, origin.get());
        } catch (RequestHeaders.Withheld withheld) {
            return observation(target, none(withheld.reason()));
        }
        Asked asked = new Asked(target, measured, origin.get(), headers, began);
        return headers.redaction().clean(observation(target, judged(asked)));
    }

    private Judged judged(Asked asked) {
        Survey survey = new Survey(api, asked.check(), asked.origin(), asked.headers());
        return asked.measured().byLabels() ? shared(asked, survey) : alone(asked, survey);
    }

    private Judged shared(Asked asked, Survey survey) {
        Desk now = desk;
        Source source = now.sources()
                .computeIfAbsent(
                        Server.of(asked.check(), asked.measured()),
                        server -> new Source(server, now.directory(), secrets));
        try {
            Duration patience = asked.check().timeout();
            Snapshot snapshot =
                    source.snapshot(survey, asked.origin(), asked.check().interval(), patience);
            return switch (snapshot) {
                case Snapshot.Taken taken ->
                    Judged.of(taken, asked.target().id().service(), asked.check(), asked.measured(), asked.server());
                case Snapshot.Missed missed -> missed(missed);
            };
        } catch (InterruptedException brokenOff) {
            Thread.currentThread().interrupt();
            return missed(new Snapshot.Missed(Reason.of("cancelled"), true));
        }
    }

    /// A query of its own is asked for it alone.
    private static Judged alone(Asked asked, Survey survey) {
        String query = asked.measured().query();
        if (query == null) {
            return none(Reason.of("prometheus-empty", asked.server()));
        }
        try {
            Instant now = survey.time();
            return Judged.ofQuery(survey.timed(query), now, asked.check(), asked.server());
        } catch (IOException failure) {
            return missed(survey.missed(failure));
        }
    }

    private static Judged missed(Snapshot.Missed missed) {
        Verdict verdict = missed.passing() ? Verdict.GAP : Verdict.NONE;
        return new Judged(verdict, missed.reason(), List.of(), Duration.ZERO, null);
    }

    private static Judged none(Reason reason) {
        return new Judged(Verdict.NONE, reason, List.of(), Duration.ZERO, null);
    }

    private Observation observation(ProbeTarget target, Judged judged) {
        List<ComponentHealth> parts = judged.parts();
        Observation answer = new Observation(
                target.id(),
                clock.instant(),
                judged.took(),
                judged.verdict(),
                judged.reason(),
                null,
                "prometheus",
                parts,
                null);
        @Nullable Instant sampled = judged.sampled();
        return sampled == null ? answer : answer.sampledAt(sampled);
    }
}
