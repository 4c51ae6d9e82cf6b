package dev.orrery.probe.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.RawServer;
import dev.orrery.probe.Trust;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What goes wrong below an answer: each with its verdict, its reason and how often the server was connected to.
class HttpFaultTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void failsWhereTheConnectionIsRefused() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = closed.getLocalPort();
        }

        Observation answer = ask("http://127.0.0.1:" + port + "/", LONG);

        assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(answer.reason().code()).isEqualTo("refused");
        assertThat(answer.reason().arguments()).containsExactly("127.0.0.1:" + port);
    }

    @Test
    void failsWhereNobodyAnswers() throws IOException {
        expect(RawServer::readRequest, SHORT, Verdict.FAIL, "timeout");
    }

    @Test
    void failsWhereABodyNeverEnds() throws IOException {
        expect(
                socket -> answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status\":\"UP\"}"),
                SHORT,
                Verdict.FAIL,
                "too-slow");
    }

    @Test
    void holdsToItsDeadlineWhereBytesTrickle() throws IOException {
        RawServer.Conduct trickle = socket -> {
            RawServer.readRequest(socket);
            for (int i = 0; i < 1000; i++) {
                socket.getOutputStream().write('H');
                socket.getOutputStream().flush();
                pause();
            }
        };
        try (RawServer server = new RawServer(trickle)) {
            Observation answer = ask(server.url(), SHORT);

            assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(answer.reason().code()).isEqualTo("too-slow");
            assertThat(answer.took()).isBetween(SHORT, SHORT.plusSeconds(3));
        }
    }

    @Test
    void failsWhereTheConnectionIsClosedWithoutAResponse() throws IOException {
        expect(
                socket -> {
                    RawServer.readRequest(socket);
                    socket.close();
                },
                LONG,
                Verdict.FAIL,
                "closed");
    }

    @Test
    void failsWhereTheConnectionIsReset() throws IOException {
        expect(
                socket -> {
                    RawServer.readRequest(socket);
                    socket.setSoLinger(true, 0);
                    socket.close();
                },
                LONG,
                Verdict.FAIL,
                "reset");
    }

    @Test
    void failsWhereABodyIsCut() throws IOException {
        expect(
                socket -> answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status\":\"UP\"}")
                        .close(),
                LONG,
                Verdict.FAIL,
                "cut");
    }

    @Test
    void saysNothingOfAJsonBodyThatIsCutWithinAWholeAnswer() throws IOException {
        expect(
                socket -> answer(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"status\":\"UP\"")
                        .close(),
                LONG,
                Verdict.NONE,
                "ambiguous");
    }

    @Test
    void failsWhereSomethingElseThanHttpAnswers() throws IOException {
        try (RawServer server = new RawServer(socket -> answer(socket, "SSH-2.0-\u001bOpenSSH_9\r\n"))) {
            Observation answer = ask(server.url(), LONG);

            assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(answer.reason().code()).isEqualTo("not-http");
            assertThat(answer.reason().text()).contains("SSH-2.0-OpenSSH_9");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void failsWhereHeadersHaveNoEnd() throws IOException {
        String flood = "HTTP/1.1 200 OK\r\n" + "X-Pad: 0123456789012345678901234567890123456789\r\n".repeat(10_000);
        try (RawServer server = new RawServer(socket -> answer(socket, flood))) {
            Observation answer = ask(server.url(), LONG);

            assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(answer.httpStatus()).isNull();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void asksAServerThatSendsEndlessDataForNoMoreThanItsCap() throws IOException {
        RawServer.Conduct endless = socket -> {
            answer(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
            byte[] block = new byte[64 * 1024];
            while (true) {
                socket.getOutputStream().write(block);
            }
        };
        expect(endless, LONG, Verdict.PASS, "answers");
    }

    @Test
    void failsWhereTheNameDoesNotExistButNotWhereNobodyCouldBeAsked() {
        NameLookup noSuchName = host -> {
            throw new UnknownHostException(host);
        };
        NameLookup silence = host -> {
            throw new NameLookup.Silent(host);
        };

        Observation gone = ask("http://gone.example/", LONG, noSuchName);
        Observation silent = ask("http://gone.example/", LONG, silence);

        assertThat(gone.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(gone.reason().code()).isEqualTo("nxdomain");
        assertThat(silent.verdict()).isEqualTo(Verdict.GAP);
        assertThat(silent.reason().code()).isEqualTo("resolver-silent");
    }

    @Test
    void breaksOffAsAGapWhenItsThreadIsInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        RawServer.Conduct hang = socket -> {
            RawServer.readRequest(socket);
            asked.countDown();
        };
        try (RawServer server = new RawServer(hang);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Observation> answer = threads.submit(() -> ask(server.url(), LONG));
            asked.await();
            threads.shutdownNow();

            assertThat(answer.get().verdict()).isEqualTo(Verdict.GAP);
            assertThat(answer.get().reason().code()).isEqualTo("cancelled");
            assertThat(answer.get().took()).isLessThan(LONG);
        }
    }

    private static void expect(RawServer.Conduct conduct, Duration timeout, Verdict verdict, String code)
            throws IOException {
        try (RawServer server = new RawServer(conduct)) {
            Observation answer = ask(server.url(), timeout);

            assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo(code);
            assertThat(answer.verdict()).isEqualTo(verdict);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static Socket answer(Socket socket, String text) throws IOException {
        RawServer.readRequest(socket);
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(US_ASCII));
        out.flush();
        return socket;
    }

    private static Observation ask(String url, Duration timeout) {
        return ask(url, timeout, host -> List.of(InetAddress.getByName(host)));
    }

    private static Observation ask(String url, Duration timeout, NameLookup lookup) {
        Trust trust = Trust.of(List.of(Origin.of(url).orElseThrow()));
        SourceLocation here = SourceLocation.startOf("shop.yaml");
        return new HttpProbe(() -> trust, lookup, InstantSource.system(), "Orrery/test")
                .ask(new ProbeTarget(
                        new CheckId("shop", 0), new HealthCheck(url, Duration.ofSeconds(15), timeout, null, here)));
    }

    /// The server's own slowness, not a wait for something to happen.
    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
