package dev.orrery.probe.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.Verdict;
import dev.orrery.probe.RawServer;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.Expectation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Bodies that are too long, too deep, broken, ambiguous or another service's.
class BodyFaultsTest extends FaultTable {
    /// What buffers on both sides may hold of a body that nobody reads to its end.
    private static final long IN_BUFFERS = 16 << 20;

    @Override
    Stream<FaultRow> rows() {
        return Stream.of(
                new FaultRow(
                        "Body without end",
                        Verdict.PASS,
                        "answers",
                        "Answers with status 200",
                        1,
                        1,
                        endless("Content-Type: text/plain\r\n", "", false)),
                new FaultRow(
                        "Body without end: JSON",
                        Verdict.NONE,
                        "ambiguous",
                        "The answer is ambiguous: it is too large to read to its end",
                        1,
                        1,
                        endless("", "{\"status\":\"UP\",\"pad\":\"", false)),
                new FaultRow(
                        "gzip bomb",
                        Verdict.PASS,
                        "answers",
                        "Answers with status 200",
                        1,
                        1,
                        endless("Content-Encoding: gzip\r\n", "", true)),
                new FaultRow(
                        "gzip bomb: JSON",
                        Verdict.NONE,
                        "ambiguous",
                        "The answer is ambiguous: it is too large to read to its end",
                        1,
                        1,
                        endless("Content-Encoding: gzip\r\n", "{\"status\":\"UP\",\"pad\":\"", true)),
                new FaultRow(
                        "JSON too large, deep or broken: 10 MB",
                        Verdict.NONE,
                        "ambiguous",
                        "The answer is ambiguous: it is too large to read to its end",
                        1,
                        1,
                        says("{\"status\":\"UP\",\"pad\":\"" + "x".repeat(10 << 20) + "\"}")),
                new FaultRow(
                        "JSON too large, deep or broken: deep",
                        Verdict.NONE,
                        "ambiguous",
                        "The answer is ambiguous: line 1, column #: it is nested deeper than 100 levels",
                        1,
                        1,
                        says("[".repeat(100_000) + "]".repeat(100_000))),
                new FaultRow(
                        "JSON too large, deep or broken: broken",
                        Verdict.NONE,
                        "ambiguous",
                        "The answer is ambiguous: line 1, column 2: Unexpected character ('s' (code 115)): was expecting double-quote to start property name",
                        1,
                        1,
                        says("{status:UP}")),
                new FaultRow(
                        "JSON too large, deep or broken: cut in a whole answer",
                        Verdict.NONE,
                        "ambiguous",
                        "The answer is ambiguous: line 1, column #: it ends in the middle",
                        1,
                        1,
                        says("{\"status\":\"UP\"")),
                new FaultRow(
                        "Ambiguous JSON: text after its end",
                        Verdict.NONE,
                        "ambiguous",
                        "The answer is ambiguous: line 1, column #: there is more text after the value",
                        1,
                        1,
                        says("{\"status\":\"UP\"} oops")),
                new FaultRow(
                        "Ambiguous JSON: status twice",
                        Verdict.NONE,
                        "ambiguous",
                        "The answer is ambiguous: “status” stands twice",
                        1,
                        1,
                        says("{\"status\":\"UP\",\"status\":\"DOWN\"}")),
                new FaultRow(
                        "HTML in place of JSON: a login page",
                        Verdict.NONE,
                        "html-login",
                        "Answers with a page that wants a password",
                        1,
                        1,
                        says("<html><form><input type=\"password\"></form></html>")),
                new FaultRow(
                        "HTML in place of JSON: a page, where a value is expected",
                        Verdict.FAIL,
                        "expectation",
                        "Answers, but not as its descriptor expects: at /status there is nothing to compare with “UP”",
                        1,
                        1,
                        says("<html><h1>Welcome</h1></html>", json("/status", "UP"))),
                new FaultRow(
                        "Answers for the wrong service",
                        Verdict.NONE,
                        "identity",
                        "Another service answers: it calls itself orders, not payments",
                        1,
                        1,
                        says("{\"status\":\"UP\",\"service\":\"orders\"}", identity("payments"))));
    }

    private static FaultRow.Play says(String body) {
        return Playing.by(served ->
                Playing.answer(served, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
    }

    private static FaultRow.Play says(String body, Expectation expected) {
        return deadline -> {
            AtomicInteger requests = new AtomicInteger();
            try (RawServer server = new RawServer(socket -> Playing.answer(
                    new Playing.Served(socket, requests),
                    "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body))) {
                FaultRow.Played asked = Playing.ask(
                        server.url(),
                        deadline,
                        Tls.ofThePlatform(),
                        host -> List.of(InetAddress.getByName(host)),
                        expected);
                return new FaultRow.Played(asked.answer(), server.allConnections(), requests.get(), asked.took());
            }
        };
    }

    /// Sends for as long as anybody takes it, and is held to what was taken.
    private static FaultRow.Play endless(String headers, String begin, boolean zipped) {
        AtomicLong sent = new AtomicLong();
        FaultRow.Play play = Playing.by(served -> {
            Playing.answer(served, "HTTP/1.1 200 OK\r\n" + headers + "\r\n");
            OutputStream counted = new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    write(new byte[] {(byte) one}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    served.socket().getOutputStream().write(bytes, from, length);
                    sent.addAndGet(length);
                }
            };
            OutputStream out = zipped ? new GZIPOutputStream(counted, 512, true) : counted;
            out.write(begin.getBytes(US_ASCII));
            byte[] block = "x".repeat(1 << 20).getBytes(US_ASCII);
            while (true) {
                out.write(block);
                out.flush();
            }
        });
        return (Duration deadline) -> {
            FaultRow.Played played = play.with(deadline);
            assertThat(sent.get()).isLessThan(IN_BUFFERS);
            return played;
        };
    }

    private static Expectation json(String pointer, String value) {
        TreeMap<String, String> at = new TreeMap<>();
        at.put(pointer, value);
        return new Expectation(List.of(), at, null, new TreeMap<>(), null, null);
    }

    private static Expectation identity(String name) {
        return new Expectation(List.of(), new TreeMap<>(), null, new TreeMap<>(), null, name);
    }
}
