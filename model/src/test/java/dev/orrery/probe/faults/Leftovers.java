package dev.orrery.probe.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// What this process holds: its open sockets, and the platform threads that are no pool's. Sockets are only known on
/// Linux.
///
/// @param sockets by the number of their inode
record Leftovers(Set<String> sockets, Set<String> threads) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Leftovers now() {
        return new Leftovers(openSockets(), ownThreads());
    }

    /// A server that was closed goes away a moment later; so this looks until it has.
    void awaitGone() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Leftovers left = more();
        while (!left.sockets.isEmpty() || !left.threads.isEmpty()) {
            if (System.nanoTime() > deadline) {
                assertThat(left.sockets).as("sockets").isEmpty();
                assertThat(left.threads).as("threads").isEmpty();
            }
            LockSupport.parkNanos(200_000);
            left = more();
        }
    }

    private Leftovers more() {
        Leftovers now = now();
        now.sockets.removeAll(sockets);
        now.threads.removeAll(threads);
        return now;
    }

    private static Set<String> openSockets() {
        Set<String> sockets = new TreeSet<>();
        if (!Files.isDirectory(DESCRIPTORS)) {
            return sockets;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path each : all) {
                String target = target(each);
                if (target.startsWith("socket:")) {
                    sockets.add(target);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sockets;
    }

    /// Some are gone before they are looked at.
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    /// Threads that the library, the platform and look-ups keep for the next time are no leftovers.
    private static Set<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isVirtual())
                .filter(thread -> !thread.getName()
                        .matches(
                                "(OkHttp|Okio|ForkJoinPool|Virtual|Read-|Write-|orrery-lookup|junit|surefire|ping-).*"))
                .map(thread -> thread.getName() + " " + thread.threadId())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
