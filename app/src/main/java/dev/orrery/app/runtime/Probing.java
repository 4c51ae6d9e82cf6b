package dev.orrery.app.runtime;

import dev.orrery.probe.AllowedSecrets;
import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbeByScheme;
import dev.orrery.probe.Secrets;
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
import java.util.Map;
import java.util.function.Supplier;

/// Every probe that there is, for what is trusted at any moment.
public final class Probing implements AutoCloseable {
    private static final Duration LOOKUP = Duration.ofSeconds(2);
    private static final String USER_AGENT = "Orrery";

    private final SystemLookup lookup = new SystemLookup(LOOKUP);
    private final Probe probe;
    private final ObservedCalls calls;

    /// @param known secrets of the user, each with its audience; sent only where their use is trusted too
    public Probing(Supplier<Trust> trust, Secrets known, InstantSource clock) {
        Secrets secrets = new AllowedSecrets(trust, known);
        Tls tls = Tls.ofThePlatform();
        Probe http = new HttpProbe(trust, lookup, secrets, clock, USER_AGENT, tls);
        Probe grpc = new GrpcProbe(trust, lookup, secrets, clock, USER_AGENT, tls);
        calls = new ObservedCalls(trust, lookup, secrets, clock, USER_AGENT, tls);
        probe = new ProbeByScheme(
                Map.of(
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
                        new PrometheusProbe(trust, lookup, secrets, clock, USER_AGENT, tls)),
                clock);
    }

    public Probe probe() {
        return probe;
    }

    /// Who was seen to call whom, by the servers that keep measurements.
    public ObservedCalls calls() {
        return calls;
    }

    @Override
    public void close() {
        lookup.close();
    }
}
