package dev.orrery.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The operating system's name service, with a deadline.
///
/// A look-up cannot be broken off, and one that hangs takes its thread along; so there are a few threads for it
/// alone, and each name is looked up once at a time.
public final class SystemLookup implements NameLookup, AutoCloseable {
    private static final int THREADS = 32;
    private static final int WAITING = 10_000;

    private final Duration deadline;
    private final NameLookup names;
    private final ThreadPoolExecutor threads;
    private final Map<String, FutureTask<List<InetAddress>>> underWay = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    public SystemLookup(Duration deadline) {
        this(deadline, host -> List.of(InetAddress.getAllByName(host)));
    }

    /// @param names may take as long as it likes
    public SystemLookup(Duration deadline, NameLookup names) {
        this.deadline = deadline;
        this.names = names;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("orrery-lookup-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        return addresses(host, deadline);
    }

    @Override
    public List<InetAddress> addresses(String host, Duration left) throws UnknownHostException {
        Duration patience = left.compareTo(deadline) < 0 ? left : deadline;
        try {
            return lookup(host).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | RejectedExecutionException silent) {
            throw new Silent(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Silent(host);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? told(host, unknown) : new Silent(host);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Future<List<InetAddress>> lookup(String host) {
        FutureTask<List<InetAddress>> mine = new FutureTask<>(() -> names.addresses(host));
        FutureTask<List<InetAddress>> other = underWay.putIfAbsent(host, mine);
        if (other != null) {
            return other;
        }
        try {
            threads.execute(() -> {
                mine.run();
                underWay.remove(host, mine);
            });
        } catch (RejectedExecutionException full) {
            underWay.remove(host, mine);
            throw full;
        }
        return mine;
    }

    /// The platform has one exception for "no such name" and "nobody answered". Only its words tell them apart, and
    /// it leaves them out when it repeats what it remembers.
    private UnknownHostException told(String host, UnknownHostException unknown) {
        String message = String.valueOf(unknown.getMessage());
        if (message.contains("emporary failure")) {
            silent.add(host);
        } else if (!message.equals(host)) {
            silent.remove(host);
        }
        return silent.contains(host) ? new Silent(host) : unknown;
    }
}
