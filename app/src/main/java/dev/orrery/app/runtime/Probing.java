package dev.orrery.app.runtime;

import dev.orrery.health.Observation;
import dev.orrery.probe.AllowedSecrets;
import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbeByScheme;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Subscription;
import dev.orrery.probe.SystemLookup;
import dev.orrery.probe.Trust;
import dev.orrery.probe.dns.DnsProbe;
import dev.orrery.probe.grpc.GrpcProbe;
import dev.orrery.probe.http.HttpProbe;
import dev.orrery.probe.prometheus.ObservedCalls;
import dev.orrery.probe.prometheus.PrometheusProbe;
import dev.orrery.probe.tcp.TcpProbe;
import dev.orrery.probe.tls.Tls;
import dev.orrery.probe.tls.TlsProbe;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Every probe that there is, for what is trusted at any moment.
public final class Probing implements AutoCloseable {
    private static final Duration LOOKUP = Duration.ofSeconds(2);
    private static final String USER_AGENT = "Orrery";

    private final SystemLookup lookup = new SystemLookup(LOOKUP);
    private final Supplier<Trust> trust;
    private final Secrets known;
    private final InstantSource clock;
    private @Nullable Made made;

    private record Made(Probe probe, ObservedCalls calls) {}

    /// @param known secrets of the user, each with its audience; sent only where their use is trusted too
    public Probing(Supplier<Trust> trust, Secrets known, InstantSource clock) {
        this.trust = trust;
        this.known = known;
        this.clock = clock;
    }

    /// Made when something is first asked, which is not before a window is there: what the platform believes takes as
    /// long to read as a small file.
    private synchronized Made made() {
        Made there = made;
        if (there == null) {
            there = make();
            made = there;
        }
        return there;
    }

    private Made make() {
        Secrets secrets = new AllowedSecrets(trust, known);
        Tls tls = Tls.ofThePlatform();
        Probe http = new HttpProbe(trust, lookup, secrets, clock, USER_AGENT, tls);
        Probe grpc = new GrpcProbe(trust, lookup, secrets, clock, USER_AGENT, tls);
        Map<String, Probe> probes = Map.of(
                "http",
                http,
                "https",
                http,
                "grpc",
                grpc,
                "grpcs",
                grpc,
                "tcp",
                new TcpProbe(trust, lookup, clock),
                "tls",
                new TlsProbe(trust, lookup, clock, tls),
                "dns",
                new DnsProbe(trust, lookup, clock),
                ProbeByScheme.PROMETHEUS,
                new PrometheusProbe(trust, lookup, secrets, clock, USER_AGENT, tls));
        return new Made(
                new ProbeByScheme(probes, clock), new ObservedCalls(trust, lookup, secrets, clock, USER_AGENT, tls));
    }

    public Probe probe() {
        return new Probe() {
            @Override
            public Observation ask(ProbeTarget target) {
                return made().probe().ask(target);
            }

            @Override
            public Optional<Subscription> subscription(ProbeTarget target) {
                return made().probe().subscription(target);
            }

            @Override
            public void prepare(Collection<ProbeTarget> all) {
                made().probe().prepare(all);
            }
        };
    }

    /// Who was seen to call whom, by the servers that keep measurements.
    public ObservedCalls calls() {
        return made().calls();
    }

    @Override
    public void close() {
        lookup.close();
    }
}
