package dev.orrery.probe.http;

import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Fault;
import dev.orrery.probe.Gate;
import dev.orrery.probe.Origin;
import dev.orrery.topology.HealthCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The addresses of a name beside the one that answered. A probe is content with one of them, and so one that is dead
/// stays hidden for as long as another lives.
final class OtherAddresses {
    private static final int SHOWN = 3;

    private final Gate gate;
    private final Origin origin;
    private final HealthCheck check;

    OtherAddresses(Gate gate, Origin origin, HealthCheck check) {
        this.gate = gate;
        this.origin = origin;
        this.check = check;
    }

    /// Connects to all of them at once, and asks nothing. One that cannot be reached for a fault on this side, as
    /// where this computer has no IPv6, is left out.
    ///
    /// @param answered needs no further proof
    /// @return which take no connection, and why; empty where all do
    Optional<Reason> silent(List<InetAddress> all, @Nullable InetAddress answered, Duration left) {
        List<InetAddress> others =
                all.stream().filter(address -> !address.equals(answered)).toList();
        List<String> silent = new ArrayList<>();
        int counted = all.size();
        for (Tried tried : tried(others, left)) {
            Fault fault = tried.fault;
            if (fault != null && fault.verdict() == Verdict.FAIL) {
                silent.add(
                        tried.address.getHostAddress() + ": " + fault.reason().text());
            } else if (fault != null) {
                counted--;
            }
        }
        if (silent.isEmpty()) {
            return Optional.empty();
        }
        String why = silent.stream().limit(SHOWN).collect(Collectors.joining("; "));
        return Optional.of(Reason.of(
                "addresses",
                Integer.toString(counted - silent.size()),
                Integer.toString(counted),
                silent.size() > SHOWN ? why + "; …" : why));
    }

    /// @param fault null where it took the connection
    private record Tried(InetAddress address, @Nullable Fault fault) {}

    private List<Tried> tried(List<InetAddress> addresses, Duration left) {
        int millis = (int) Math.max(1, left.toMillis());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Tried>> underWay = addresses.stream()
                    .map(address -> threads.submit(() -> tried(address, millis)))
                    .toList();
            List<Tried> tried = new ArrayList<>();
            for (Future<Tried> each : underWay) {
                tried.add(each.get());
            }
            return tried;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException surprise) {
            throw new IllegalStateException(surprise);
        }
    }

    private Tried tried(InetAddress address, int millis) {
        try (Socket socket = gate.socket(origin)) {
            socket.connect(new InetSocketAddress(address, origin.port()), millis);
            return new Tried(address, null);
        } catch (IOException failure) {
            return new Tried(address, Fault.of(failure, origin, check));
        }
    }
}
