package dev.orrery.probe.dns;

import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Fault;
import dev.orrery.probe.Gate;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Trust;
import dev.orrery.text.ShownUrl;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Asks whether the name in `dns://name` has addresses. Nobody is connected to, and the name server is the one that
/// this computer uses.
public final class DnsProbe implements Probe {
    private static final int SHOWN = 4;

    private final Gate gate;
    private final NameLookup lookup;
    private final InstantSource clock;

    /// @param trust asked anew for every name
    public DnsProbe(Supplier<Trust> trust, NameLookup lookup, InstantSource clock) {
        this.gate = new Gate(trust);
        this.lookup = lookup;
        this.clock = clock;
    }

    @Override
    public Observation ask(ProbeTarget target) {
        long began = System.nanoTime();
        Optional<Origin> origin = Origin.of(target.check().url());
        if (origin.isEmpty()) {
            String url = Untrusted.oneLine(ShownUrl.of(target.check().url()));
            return observation(target, began, Verdict.NONE, Reason.of("bad-url", url));
        }
        try {
            String addresses = gate
                    .namedAddresses(origin.get(), lookup, target.check().timeout())
                    .stream()
                    .limit(SHOWN)
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
            Reason found = Reason.of("name-found", origin.get().host(), addresses);
            return observation(target, began, Verdict.PASS, found);
        } catch (IOException failure) {
            Fault fault = Fault.of(failure, origin.get(), target.check());
            return observation(target, began, fault.verdict(), fault.reason());
        }
    }

    private Observation observation(ProbeTarget target, long began, Verdict verdict, Reason reason) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        String format = verdict == Verdict.PASS ? "dns" : null;
        return new Observation(target.id(), clock.instant(), took, verdict, reason, null, format, List.of(), null);
    }
}
