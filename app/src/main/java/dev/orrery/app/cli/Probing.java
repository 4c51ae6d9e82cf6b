package dev.orrery.app.cli;

import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbeByScheme;
import dev.orrery.probe.Trust;
import java.time.InstantSource;
import java.util.Map;

/// Every probe that there is, for what is trusted.
final class Probing implements AutoCloseable {

    private final Probe probe;

    private Probing(Probe probe) {
        this.probe = probe;
    }

    static Probing live(Trust trust, InstantSource clock) {
        return new Probing(new ProbeByScheme(Map.of(), clock));
    }

    Probe probe() {
        return probe;
    }

    @Override
    public void close() {}
}
