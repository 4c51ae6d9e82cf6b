package dev.orrery.app.cli;

import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbeByScheme;
import dev.orrery.probe.SystemLookup;
import dev.orrery.probe.Trust;
import dev.orrery.probe.http.HttpProbe;
import dev.orrery.probe.tcp.TcpProbe;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// Every probe that there is, for what is trusted.
final class Probing implements AutoCloseable {
    private static final Duration LOOKUP = Duration.ofSeconds(5);
    private static final String USER_AGENT = "Orrery";

    private final SystemLookup lookup;
    private final Probe probe;

    private Probing(SystemLookup lookup, Probe probe) {
        this.lookup = lookup;
        this.probe = probe;
    }

    static Probing live(Trust trust, InstantSource clock) {
        SystemLookup lookup = new SystemLookup(LOOKUP);
        Probe http = new HttpProbe(() -> trust, lookup, clock, USER_AGENT);
        Probe tcp = new TcpProbe(() -> trust, lookup, clock);
        return new Probing(lookup, new ProbeByScheme(Map.of("http", http, "https", http, "tcp", tcp), clock));
    }

    Probe probe() {
        return probe;
    }

    @Override
    public void close() {
        lookup.close();
    }
}
