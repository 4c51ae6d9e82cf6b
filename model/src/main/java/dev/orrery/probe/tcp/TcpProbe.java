package dev.orrery.probe.tcp;

import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Fault;
import dev.orrery.probe.Gate;
import dev.orrery.probe.Latency;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.Origin;
import dev.orrery.probe.Probe;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Trust;
import dev.orrery.text.Untrusted;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Connects to `tcp://host:port` and hangs up. An open port passes; whether anybody useful listens there it does
/// not say.
public final class TcpProbe implements Probe {
    private final Gate gate;
    private final NameLookup lookup;
    private final InstantSource clock;

    /// @param trust asked anew for every connection
    public TcpProbe(Supplier<Trust> trust, NameLookup lookup, InstantSource clock) {
        this.gate = new Gate(trust);
        this.lookup = lookup;
        this.clock = clock;
    }

    @Override
    public Observation ask(ProbeTarget target) {
        long began = System.nanoTime();
        Optional<Origin> origin = Origin.of(target.check().url());
        if (origin.isEmpty()) {
            String url = Untrusted.oneLine(target.check().url());
            return observation(target, began, Verdict.NONE, Reason.of("bad-url", url), null);
        }
        try {
            connect(target, origin.get(), began);
        } catch (IOException failure) {
            Fault fault = Fault.of(failure, origin.get(), target.check());
            return observation(target, began, fault.verdict(), fault.reason(), null);
        }
        Duration took = since(began);
        Duration bound = target.check().degradedAbove();
        return bound != null && took.compareTo(bound) > 0
                ? observation(
                        target,
                        began,
                        Verdict.WARN,
                        Reason.of("slow", Latency.inWords(took), Latency.inWords(bound)),
                        "tcp")
                : observation(target, began, Verdict.PASS, Reason.of("port-open"), "tcp");
    }

    /// Tries the addresses in turn, until one answers or the time is up.
    private void connect(ProbeTarget target, Origin origin, long began) throws IOException {
        List<InetAddress> addresses =
                gate.addresses(origin, lookup, target.check().timeout());
        IOException failure = new InterruptedIOException("timeout");
        for (InetAddress address : addresses) {
            int left = (int) target.check().timeout().minus(since(began)).toMillis();
            if (left < 1) {
                break;
            }
            try (Socket socket = gate.socket(origin)) {
                socket.connect(new InetSocketAddress(address, origin.port()), left);
                return;
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private Observation observation(
            ProbeTarget target, long began, Verdict verdict, Reason reason, @Nullable String format) {
        return new Observation(
                target.id(), clock.instant(), since(began), verdict, reason, null, format, List.of(), null);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
