package dev.orrery.probe.faults;

import dev.orrery.health.Verdict;
import dev.orrery.probe.RawServer;
import dev.orrery.probe.tls.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Faults of HTTP itself, statuses that say something, and what a library would do by itself after them.
class HttpFaultsTest extends FaultTable {
    private static final String NOTHING = "Content-Length: 0\r\n\r\n";

    @Override
    Stream<FaultRow> rows() {
        return Stream.of(
                new FaultRow(
                        "Not HTTP",
                        Verdict.FAIL,
                        "not-http",
                        "127.0.0.1:# does not speak HTTP: it answered “SSH-2.0-OpenSSH_9”",
                        1,
                        1,
                        says("SSH-2.0-\u001bOpenSSH_9\r\n")),
                new FaultRow(
                        "Closes without a response",
                        Verdict.FAIL,
                        "closed",
                        "127.0.0.1:# closed the connection without a response",
                        1,
                        1,
                        Playing.by(served -> {
                            served.read();
                            served.end();
                        })),
                new FaultRow(
                        "Closes without a response: reset",
                        Verdict.FAIL,
                        "reset",
                        "127.0.0.1:# broke off the connection",
                        1,
                        1,
                        Playing.by(served -> {
                            served.read();
                            served.reset();
                        })),
                new FaultRow(
                        "Headers without end",
                        Verdict.FAIL,
                        "headers-too-long",
                        "127.0.0.1:# sends headers or interim answers without end",
                        1,
                        1,
                        says("HTTP/1.1 200 OK\r\n" + "X-Pad: 01234567890123456789012345678901\r\n".repeat(10_000))),
                new FaultRow(
                        "Headers without end: interim answers",
                        Verdict.FAIL,
                        "headers-too-long",
                        "127.0.0.1:# sends headers or interim answers without end",
                        1,
                        1,
                        says("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(14_057))),
                new FaultRow(
                        "Broken off in the body",
                        Verdict.FAIL,
                        "cut",
                        "127.0.0.1:# broke off in the middle of its answer, after 3 of 1000 bytes",
                        1,
                        1,
                        Playing.by(served -> {
                            Playing.answer(served, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc");
                            served.end();
                        })),
                new FaultRow(
                        "Broken off in the body: in a chunk",
                        Verdict.FAIL,
                        "cut",
                        "127.0.0.1:# broke off in the middle of its answer, after 3 bytes",
                        1,
                        1,
                        Playing.by(served -> {
                            Playing.answer(served, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc");
                            served.end();
                        })),
                new FaultRow(
                        "204",
                        Verdict.PASS,
                        "answers",
                        "Answers with status 204",
                        1,
                        1,
                        says("HTTP/1.1 204 No Content\r\n\r\n")),
                new FaultRow(
                        "204: with a body",
                        Verdict.FAIL,
                        "protocol",
                        "Does not speak as it should: 127.0.0.1:#: HTTP 204 had non-zero Content-Length: 5",
                        1,
                        1,
                        says("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello")),
                new FaultRow(
                        "401 and 403",
                        Verdict.NONE,
                        "not-allowed",
                        "Alive, but refuses to say (401)",
                        1,
                        1,
                        says("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\n" + NOTHING)),
                new FaultRow(
                        "401 and 403: 403",
                        Verdict.NONE,
                        "not-allowed",
                        "Alive, but refuses to say (403)",
                        1,
                        1,
                        says("HTTP/1.1 403 No\r\n" + NOTHING)),
                new FaultRow(
                        "404",
                        Verdict.NONE,
                        "not-found",
                        "Answers, but there is nothing at this path (404)",
                        1,
                        1,
                        says("HTTP/1.1 404 No\r\n" + NOTHING)),
                new FaultRow(
                        "429 with Retry-After",
                        Verdict.WARN,
                        "too-many-requests-until",
                        "Asked too often (429); wants to be left alone for ~",
                        1,
                        1,
                        says("HTTP/1.1 429 No\r\nRetry-After: 120\r\n" + NOTHING)),
                new FaultRow(
                        "503 with Retry-After: 0",
                        Verdict.FAIL,
                        "status-5xx",
                        "Fails with status 503",
                        1,
                        1,
                        says("HTTP/1.1 503 No\r\nRetry-After: 0\r\n" + NOTHING)),
                new FaultRow(
                        "408",
                        Verdict.FAIL,
                        "status-5xx",
                        "Fails with status 408",
                        1,
                        1,
                        says("HTTP/1.1 408 No\r\n" + NOTHING)),
                new FaultRow(
                        "Stale keep-alive",
                        Verdict.PASS,
                        "answers",
                        "Answers with status 200",
                        3,
                        3,
                        HttpFaultsTest::keptAlive));
    }

    private static FaultRow.Play says(String answer) {
        return Playing.by(served -> Playing.answer(served, answer));
    }

    /// A server that invites to go on with the same connection, and closes it behind the back of who does. Three
    /// probes in a row make three connections, and none meets one that is gone.
    private static FaultRow.Played keptAlive(Duration deadline) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = new RawServer(socket -> {
            Playing.answer(
                    new Playing.Served(socket, requests),
                    "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nKeep-Alive: timeout=60\r\n" + NOTHING);
            socket.shutdownOutput();
        })) {
            FaultRow.Played last = null;
            for (int i = 0; i < 3; i++) {
                FaultRow.Played next = Playing.ask(
                        server.url(), deadline, Tls.ofThePlatform(), host -> List.of(InetAddress.getByName(host)));
                last = last == null || next.answer().verdict() != Verdict.PASS ? next : last;
            }
            return new FaultRow.Played(
                    Objects.requireNonNull(last).answer(), server.allConnections(), requests.get(), last.took());
        }
    }
}
