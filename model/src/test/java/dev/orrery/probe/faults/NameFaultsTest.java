package dev.orrery.probe.faults;

import static dev.orrery.probe.faults.FaultRow.LONG;
import static dev.orrery.probe.faults.FaultRow.SHORT;

import dev.orrery.health.Verdict;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.RawServer;
import dev.orrery.probe.SystemLookup;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.Expectation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Faults of names. A real name server is played in [NamespaceTest].
class NameFaultsTest extends FaultTable {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress THERE = InetAddress.ofLiteral("127.0.0.2");

    @Override
    Stream<FaultRow> rows() {
        return Stream.of(
                new FaultRow(
                        "NXDOMAIN",
                        Verdict.FAIL,
                        "nxdomain",
                        "The name gone.example does not exist",
                        0,
                        0,
                        Playing.at("http://gone.example/", host -> {
                            throw new UnknownHostException(host);
                        })),
                new FaultRow(
                        "DNS SERVFAIL or no resolver",
                        Verdict.GAP,
                        "resolver-silent",
                        "The name service of this computer does not answer for shop.example",
                        0,
                        0,
                        Playing.at("http://shop.example/", host -> {
                            throw new NameLookup.Silent(host);
                        })),
                new FaultRow(
                        "DNS silent: longer than the check may take",
                        Verdict.GAP,
                        "resolver-silent",
                        "The name service of this computer does not answer for shop.example",
                        0,
                        0,
                        SHORT,
                        NameFaultsTest::silently),
                new FaultRow(
                        "Addresses half dead: one answers",
                        Verdict.PASS,
                        "answers",
                        "Answers with status 200",
                        1,
                        1,
                        deadline -> halfDead(deadline, "http", Expectation.NONE)),
                new FaultRow(
                        "Addresses half dead: all are to answer",
                        Verdict.WARN,
                        "addresses",
                        "1 of 2 addresses answer (127.0.0.2: Connection refused by localhost:#)",
                        1,
                        1,
                        deadline -> halfDead(deadline, "http", allAddresses())),
                new FaultRow(
                        "Addresses half dead: all are to answer, one is a black hole",
                        Verdict.WARN,
                        "addresses",
                        "1 of 2 addresses answer (127.0.0.2: No connection to localhost:# within ~: the host is gone, or"
                                + " a firewall is silent)",
                        1,
                        1,
                        Duration.ofSeconds(2),
                        NameFaultsTest::halfDeaf));
    }

    private static Expectation allAddresses() {
        return Expectation.NONE.ofAllAddresses();
    }

    private static FaultRow.Played silently(Duration deadline) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        NameLookup never = host -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };
        try (SystemLookup lookup = new SystemLookup(LONG, never)) {
            return Playing.ask("http://shop.example/", deadline, Tls.ofThePlatform(), lookup);
        } finally {
            over.countDown();
        }
    }

    private static FaultRow.Played halfDead(Duration deadline, String scheme, Expectation expected) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = new RawServer(socket ->
                Playing.answer(new Playing.Served(socket, requests), "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))) {
            String url = server.url().replace("127.0.0.1", "localhost").replace("http:", scheme + ":");
            FaultRow.Played asked =
                    Playing.ask(url, deadline, Tls.ofThePlatform(), _ -> List.of(THERE, HERE), expected);
            return new FaultRow.Played(asked.answer(), server.allConnections(), requests.get(), asked.took());
        }
    }

    private static FaultRow.Played halfDeaf(Duration deadline) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = new RawServer(socket -> Playing.answer(
                        new Playing.Served(socket, requests), "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
                BlackHole _ = new BlackHole(new ServerSocket(server.port(), 1, THERE))) {
            String url = server.url().replace("127.0.0.1", "localhost");
            FaultRow.Played asked =
                    Playing.ask(url, deadline, Tls.ofThePlatform(), _ -> List.of(HERE, THERE), allAddresses());
            return new FaultRow.Played(asked.answer(), server.allConnections(), requests.get(), asked.took());
        }
    }
}
