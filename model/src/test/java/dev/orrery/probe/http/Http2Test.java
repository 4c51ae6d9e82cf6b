package dev.orrery.probe.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.RawFrames;
import dev.orrery.probe.RawServer;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.TestAuthority;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.HealthRequest;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import okio.Buffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// HTTP/2 where a check asks for it, over TLS and without.
class Http2Test {
    private static final byte[] HERE = {127, 0, 0, 1};
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final HealthRequest OVER_2 = HealthRequest.OVER_HTTP_2;

    /// Two ways to say that a request was not looked at.
    private static final List<IntFunction<String>> PUT_OFF =
            List.of(_ -> RawFrames.GOAWAY, stream -> RawFrames.reset(stream, 7));

    private static TestAuthority authority;
    private static Tls ours;

    @BeforeAll
    static void makeAnAuthority() throws GeneralSecurityException, IOException {
        authority = new TestAuthority();
        ours = authority.trust();
    }

    @Test
    void speaksItOverTlsWhereTheServerOffersIt() throws Exception {
        try (MockWebServer server = secure(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))) {
            server.enqueue(json("{\"status\":\"UP\"}"));
            Observation answer = ask(url(server, "https"), LONG, OVER_2);

            assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo("body-up");
            assertThat(answer.verdict()).isEqualTo(Verdict.PASS);
            assertThat(server.takeRequest().getRequestLine()).endsWith("HTTP/2");
        }
    }

    @Test
    void saysThatItIsNotOfferedWhereTheServerAnswersInItsPlaceOverTheOlderOne() throws Exception {
        try (MockWebServer server = secure(List.of(Protocol.HTTP_1_1))) {
            server.enqueue(json("{\"status\":\"UP\"}"));
            server.enqueue(json("{\"status\":\"DOWN\"}"));
            server.enqueue(json("{\"status\":\"UP\"}"));

            Observation well = ask(url(server, "https"), LONG, OVER_2);
            assertThat(well.reason().code()).isEqualTo("http2-not-offered");
            assertThat(well.verdict()).isEqualTo(Verdict.WARN);
            assertThat(ask(url(server, "https"), LONG, OVER_2).reason().code()).isEqualTo("body-down");
            assertThat(ask(url(server, "https"), LONG, HealthRequest.PLAIN).verdict())
                    .isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void speaksTheOlderOneWhereNothingElseIsAskedFor() throws Exception {
        try (MockWebServer server = secure(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))) {
            server.enqueue(json("{\"status\":\"UP\"}"));

            assertThat(ask(url(server, "https"), LONG, HealthRequest.PLAIN).verdict())
                    .isEqualTo(Verdict.PASS);
            assertThat(server.takeRequest().getRequestLine()).endsWith("HTTP/1.1");
        }
    }

    @Test
    void speaksItAtOnceWithoutTlsAndMakesAConnectionForEachProbe() throws Exception {
        try (MockWebServer server = plain()) {
            for (int i = 0; i < 3; i++) {
                server.enqueue(json("{\"status\":\"UP\"}"));
                assertThat(ask(url(server, "http"), LONG, OVER_2).verdict()).isEqualTo(Verdict.PASS);
                assertThat(server.takeRequest().getExchangeIndex()).isZero();
            }
        }
    }

    @Test
    void followsARedirectAndReadsNoMoreThanItsCap() throws Exception {
        try (MockWebServer server = plain()) {
            server.enqueue(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", "/other")
                    .build());
            server.enqueue(new MockResponse.Builder()
                    .body(new Buffer().write(new byte[8 * 1024 * 1024]))
                    .build());

            Observation answer = ask(url(server, "http"), LONG, OVER_2);

            assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo("answers");
            assertThat(server.getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void failsWhereThePlainPortSpeaksTheOlderOneOnly() throws IOException {
        expect(
                socket -> {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
                    socket.getOutputStream().flush();
                    socket.getInputStream().readAllBytes();
                },
                "not-http2",
                1);
    }

    @Test
    void asksOnceMoreOnANewConnectionWhereTheServerIsEnding() throws IOException {
        for (IntFunction<String> putOff : PUT_OFF) {
            AtomicInteger turn = new AtomicInteger();
            RawServer.Conduct firstNotThenWell = socket -> {
                int stream = RawFrames.readRequest(socket);
                if (turn.incrementAndGet() == 1) {
                    RawFrames.send(socket, putOff.apply(stream));
                } else {
                    RawFrames.send(socket, RawFrames.headers200(stream), RawFrames.end(stream));
                }
                socket.getInputStream().readAllBytes();
            };
            try (RawServer server = new RawServer(firstNotThenWell)) {
                Observation answer = ask(server.url(), LONG, OVER_2);

                assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo("answers");
                assertThat(answer.verdict()).isEqualTo(Verdict.PASS);
                assertThat(server.connections()).isEqualTo(2);
            }
        }
    }

    @Test
    void failsWhereTheServerPutsItOffTwice() throws IOException {
        for (IntFunction<String> putOff : PUT_OFF) {
            expect(
                    socket -> {
                        RawFrames.send(socket, putOff.apply(RawFrames.readRequest(socket)));
                        socket.getInputStream().readAllBytes();
                    },
                    "http2-put-off",
                    2);
        }
    }

    @Test
    void failsWhereTheServerEndsBeforeItHasSeenTheRequest() throws IOException {
        expect(
                socket -> {
                    RawFrames.greet(socket);
                    RawFrames.send(socket, RawFrames.GOAWAY);
                    socket.getInputStream().readAllBytes();
                },
                "http2-put-off",
                2);
    }

    @Test
    void asksNotAgainWhereTheRequestWasTakenAndBroke() throws IOException {
        // Given up by the server, which goes on listening.
        expect(
                socket -> {
                    RawFrames.send(socket, RawFrames.reset(RawFrames.readRequest(socket), 8));
                    socket.getInputStream().readAllBytes();
                },
                "stream-reset",
                1);
        expect(
                socket -> {
                    RawFrames.send(socket, RawFrames.reset(RawFrames.readRequest(socket), 2));
                    socket.getInputStream().readAllBytes();
                },
                "stream-reset",
                1);
    }

    @Test
    void failsWhereTheConnectionIsClosedWithoutAResponse() throws IOException {
        expect(
                socket -> {
                    RawFrames.readRequest(socket);
                    socket.close();
                },
                "closed",
                1);
    }

    @Test
    void callsNothingPutOffWhereNothingWasSaid() throws IOException {
        RawServer.Conduct closing = socket -> {
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        };
        try (RawServer server = new RawServer(closing)) {
            assertThat(ask(server.url(), LONG, OVER_2).reason().code()).isEqualTo("closed");
        }
    }

    @Test
    void failsWhereTheConnectionIsClosedWithinAnAnswer() throws IOException {
        expect(
                socket -> {
                    int stream = RawFrames.readRequest(socket);
                    RawFrames.send(socket, RawFrames.headers200(stream), RawFrames.frame(0, 0, stream, "7b"));
                    socket.close();
                },
                "cut",
                1);
    }

    @Test
    void holdsToItsDeadlineAndRecoversWithTheNextProbeWhereAConnectionIsABlackHole() throws IOException {
        AtomicInteger turn = new AtomicInteger();
        RawServer.Conduct conduct = socket -> {
            int now = turn.incrementAndGet();
            int stream = RawFrames.readRequest(socket);
            if (now == 2) {
                RawFrames.send(socket, RawFrames.headers200(stream));
            } else if (now == 3) {
                RawFrames.send(socket, RawFrames.headers200(stream), RawFrames.end(stream));
            }
            socket.getInputStream().readAllBytes();
        };
        try (RawServer server = new RawServer(conduct)) {
            Observation silent = ask(server.url(), SHORT, OVER_2);
            Observation within = ask(server.url(), SHORT, OVER_2);
            Observation well = ask(server.url(), LONG, OVER_2);

            for (Observation lost : List.of(silent, within)) {
                assertThat(lost.verdict()).isEqualTo(Verdict.FAIL);
                assertThat(lost.took()).isGreaterThan(SHORT.dividedBy(2));
                assertThat(lost.took()).isLessThan(SHORT.plusSeconds(3));
            }
            assertThat(silent.reason().code()).isEqualTo("timeout");
            assertThat(within.reason().code()).isEqualTo("too-slow");
            assertThat(well.verdict()).isEqualTo(Verdict.PASS);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    private static void expect(RawServer.Conduct conduct, String code, int connections) throws IOException {
        try (RawServer server = new RawServer(conduct)) {
            Observation answer = ask(server.url(), LONG, OVER_2);

            assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo(code);
            assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(answer.took()).isLessThan(LONG);
            assertThat(server.connections()).isEqualTo(connections);
        }
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private static MockWebServer plain() throws IOException {
        MockWebServer server = new MockWebServer();
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        server.start(InetAddress.getByAddress(HERE), 0);
        return server;
    }

    private static MockWebServer secure(List<Protocol> protocols) throws Exception {
        Instant now = Instant.now();
        Duration day = Duration.ofDays(1);
        MockWebServer server = new MockWebServer();
        server.setProtocols(protocols);
        server.useHttps(authority.server(HERE, now.minus(day), now.plus(day)).getSocketFactory());
        server.start(InetAddress.getByAddress(HERE), 0);
        return server;
    }

    private static String url(MockWebServer server, String scheme) {
        return scheme + "://127.0.0.1:" + server.getPort() + "/health";
    }

    private static Observation ask(String url, Duration timeout, HealthRequest request) {
        Trust trust = Trust.of(List.of(Origin.of(url).orElseThrow()));
        HttpProbe probe = new HttpProbe(
                () -> trust,
                host -> List.of(InetAddress.getByName(host)),
                Secrets.NONE,
                InstantSource.system(),
                "Orrery/test",
                ours);
        HealthCheck check =
                new HealthCheck(url, Duration.ofSeconds(15), timeout, null, SourceLocation.startOf("shop.yaml"));
        return probe.ask(new ProbeTarget(new CheckId("shop", 0), check.with(request)));
    }
}
