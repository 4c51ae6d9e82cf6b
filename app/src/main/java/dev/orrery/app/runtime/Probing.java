package dev.orrery.app.runtime;

import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbeByScheme;
import dev.orrery.probe.SystemLookup;
import dev.orrery.probe.Trust;
import dev.orrery.probe.http.HttpProbe;
import dev.orrery.probe.tcp.TcpProbe;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/// Every probe that there is, for what is trusted at any moment.
public final class Probing implements AutoCloseable {
    private static final Duration LOOKUP = Duration.ofSeconds(5);
    private static final String USER_AGENT = "Orrery";

    private final SystemLookup lookup = new SystemLookup(LOOKUP);
    private final Probe probe;

    public Probing(Supplier<Trust> trust, InstantSource clock) {
        Probe http = new HttpProbe(trust, lookup, clock, USER_AGENT);
        Probe tcp = new TcpProbe(trust, lookup, clock);
        probe = new ProbeByScheme(Map.of("http", http, "https", http, "tcp", tcp), clock);
    }

    public Probe probe() {
        return probe;
    }

    @Override
    public void close() {
        lookup.close();
    }
}
