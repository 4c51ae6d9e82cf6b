package dev.orrery.probe.faults;

import static dev.orrery.probe.faults.FaultRow.SHORT;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.orrery.health.Verdict;
import dev.orrery.probe.RawServer;
import dev.orrery.probe.tls.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Faults between here and the first byte of an answer, and answers that take too long.
class ConnectingFaultsTest extends FaultTable {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    @Override
    Stream<FaultRow> rows() {
        return Stream.of(
                new FaultRow(
                        "Refused",
                        Verdict.FAIL,
                        "refused",
                        "Connection refused by 127.0.0.1:#",
                        0,
                        0,
                        deadline -> refused("http", deadline)),
                new FaultRow(
                        "Refused: tcp",
                        Verdict.FAIL,
                        "refused",
                        "Connection refused by 127.0.0.1:#",
                        0,
                        0,
                        deadline -> refused("tcp", deadline)),
                new FaultRow(
                        "Black hole",
                        Verdict.FAIL,
                        "connect-timeout",
                        "No connection to 127.0.0.1:# within ~: the host is gone, or a firewall is silent",
                        0,
                        0,
                        SHORT,
                        deadline -> swallowed("http", deadline)),
                new FaultRow(
                        "Black hole: https",
                        Verdict.FAIL,
                        "connect-timeout",
                        "No connection to 127.0.0.1:# within ~: the host is gone, or a firewall is silent",
                        0,
                        0,
                        SHORT,
                        deadline -> swallowed("https", deadline)),
                new FaultRow(
                        "Black hole: tcp",
                        Verdict.FAIL,
                        "connect-timeout",
                        "No connection to 127.0.0.1:# within ~: the host is gone, or a firewall is silent",
                        0,
                        0,
                        SHORT,
                        deadline -> swallowed("tcp", deadline)),
                new FaultRow(
                        "Accepts, then silent",
                        Verdict.FAIL,
                        "timeout",
                        "No answer from 127.0.0.1:# within ~",
                        1,
                        1,
                        SHORT,
                        Playing.by(Playing.Served::read)),
                new FaultRow(
                        "Accepts, then silent: https",
                        Verdict.FAIL,
                        "timeout",
                        "No answer from 127.0.0.1:# within ~",
                        1,
                        0,
                        SHORT,
                        Playing.by("https", Playing.Served::awaitEnd, Tls.ofThePlatform())),
                new FaultRow(
                        "Slow-loris: headers",
                        Verdict.FAIL,
                        "too-slow",
                        "127.0.0.1:# answers too slowly: # bytes, and no end, within ~",
                        1,
                        1,
                        SHORT,
                        Playing.by(served -> trickle(served, ""))),
                new FaultRow(
                        "Slow-loris: body",
                        Verdict.FAIL,
                        "too-slow",
                        "127.0.0.1:# answers too slowly: # bytes, and no end, within ~",
                        1,
                        1,
                        SHORT,
                        Playing.by(served -> trickle(served, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"))),
                new FaultRow(
                        "No route",
                        Verdict.GAP,
                        "no-route",
                        "No route from this computer to 127.255.255.255",
                        0,
                        0,
                        ConnectingFaultsTest::unreachable),
                new FaultRow(
                        "Accepts, then silent: broken off here",
                        Verdict.GAP,
                        "cancelled",
                        "The probe was broken off here",
                        1,
                        1,
                        ConnectingFaultsTest::interrupted),
                new FaultRow(
                        "TCP connect only",
                        Verdict.PASS,
                        "port-open",
                        "The port is open; nothing more was asked",
                        1,
                        0,
                        Playing.by("tcp", Playing.Served::awaitEnd, Tls.ofThePlatform())));
    }

    /// The broadcast address of the loopback, to which Linux connects nobody.
    private static FaultRow.Played unreachable(Duration deadline) throws Exception {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        return Playing.at("http://127.255.255.255:9/", host -> List.of(InetAddress.getByName(host)))
                .with(deadline);
    }

    /// By the end of the program, say, while its server thinks.
    private static FaultRow.Played interrupted(Duration deadline) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        CountDownLatch read = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
                    new Playing.Served(socket, requests).read();
                    read.countDown();
                });
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<FaultRow.Played> asked =
                    threads.submit(() -> Playing.ask(server.url(), deadline, Tls.ofThePlatform(), _ -> List.of(HERE)));
            read.await();
            threads.shutdownNow();
            return new FaultRow.Played(
                    asked.get().answer(),
                    server.allConnections(),
                    requests.get(),
                    asked.get().took());
        }
    }

    private static FaultRow.Played refused(String scheme, Duration deadline) throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, HERE)) {
            port = closed.getLocalPort();
        }
        return Playing.at(scheme + "://127.0.0.1:" + port, _ -> List.of(HERE)).with(deadline);
    }

    private static FaultRow.Played swallowed(String scheme, Duration deadline) throws Exception {
        try (BlackHole hole = new BlackHole(new ServerSocket(0, 1, HERE))) {
            return Playing.at(scheme + "://" + hole.authority(), _ -> List.of(HERE))
                    .with(deadline);
        }
    }

    /// The server's own slowness, not a wait for something to happen.
    private static void trickle(Playing.Served served, String head) throws IOException {
        Playing.answer(served, head);
        for (int i = 0; i < 1000; i++) {
            served.write("H");
            LockSupport.parkNanos(PAUSE);
        }
    }
}
