package dev.orrery.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Trust;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every row of the health table that a server on this computer can show, and how often the server was asked.
class HttpProbeTest {
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "200, PASS, answers",
        "204, PASS, answers",
        "206, PASS, answers",
        "304, NONE, redirect-nowhere",
        "302, NONE, redirect-nowhere",
        "400, NONE, status-4xx",
        "401, NONE, not-allowed",
        "403, NONE, not-allowed",
        "404, NONE, not-found",
        "405, NONE, status-4xx",
        "407, NONE, not-allowed",
        "408, FAIL, status-5xx",
        "410, NONE, not-found",
        "418, NONE, status-4xx",
        "429, WARN, too-many-requests",
        "500, FAIL, status-5xx",
        "501, NONE, not-implemented",
        "502, FAIL, status-5xx",
        "503, FAIL, status-5xx",
        "504, FAIL, status-5xx",
    })
    void judgesAStatusAndAsksOnce(int status, Verdict verdict, String code) {
        server.enqueue(new MockResponse.Builder().code(status).build());
        server.enqueue(new MockResponse.Builder().code(200).build());

        Observation answer = ask("/health");

        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.reason().code()).isEqualTo(code);
        assertThat(answer.httpStatus()).isEqualTo(status);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {'status':'UP'}                          | PASS | body-up      | json-status",
                "200 | {'status':true}                          | PASS | body-up      | json-status",
                "200 | {'status':200}                           | PASS | answers      |",
                "200 | ok                                       | PASS | body-up      | text",
                "200 | hello                                    | PASS | answers      |",
                "200 | {'hello':'world'}                        | PASS | answers      |",
                "200 | {'status':'DOWN'}                        | FAIL | body-down    | json-status",
                "200 | {'status':false}                         | FAIL | body-down    | json-status",
                "200 | Unhealthy                                | FAIL | body-down    | aspnetcore-text",
                "200 | {'status':'fail'}                        | FAIL | body-down    | health+json",
                "200 | {'status':'warn'}                        | WARN | body-warn    | health+json",
                "200 | {'status':'Partially Available'}         | WARN | body-warn    | json-status",
                "200 | {'status':'STARTING'}                    | NONE | body-unknown | json-status",
                "200 | {'status':'UNKNOWN'}                     | NONE | body-unknown | json-status",
                "200 | {'status':'UP','status':'DOWN'}          | NONE | ambiguous    |",
                "200 | {'status':'UP','a':{'status':'UP','status':'DOWN'}} | NONE | ambiguous |",
                "200 | {'status':'UP'} oops                     | NONE | ambiguous    |",
                "200 | {'status':'UP'                           | NONE | ambiguous    |",
                "200 | {status:UP}                              | NONE | ambiguous    |",
                "503 | {'status':'UP'}                          | FAIL | status-5xx   | json-status",
                "503 | {'status':'DOWN'}                        | FAIL | body-down    | json-status",
                "503 | {'status':'UP'                           | FAIL | status-5xx   |",
                "429 | {'status':'UP'}                          | WARN | too-many-requests | json-status",
                "429 | {'status':'DOWN'}                        | FAIL | body-down    | json-status",
                "404 | {'status':'DOWN'}                        | NONE | not-found    | json-status",
                "501 | {'status':'DOWN'}                        | NONE | not-implemented | json-status",
                "200 | {'status':'UP','components':{'db':{'status':'UP'},'mq':{'status':'DOWN'}}} | WARN | parts-bad | spring-boot",
                "200 | {'status':'UP','components':{'db':{'status':'FATAL'}}} | WARN | parts-odd | spring-boot",
                "200 | {'status':'UP','components':{'db':{'status':'UNKNOWN'}}} | PASS | body-up | spring-boot",
                "503 | {'status':'starting'}                    | FAIL | status-5xx-says | json-status",
                "500 | {'db':{'healthy':false}}                 | FAIL | body-down    | dropwizard",
                "503 | Unhealthy                                | FAIL | body-down    | aspnetcore-text",
            })
    void judgesABodyTogetherWithItsStatus(
            int status, String body, Verdict verdict, String code, @Nullable String format) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .body(body.replace('\'', '"'))
                .build());

        Observation answer = ask("/health");

        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.reason().code()).isEqualTo(code);
        assertThat(answer.format()).isEqualTo(format);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void readsTheBodyOfAFailureAndNamesWhatIsDown() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .body(
                        "{\"status\":\"DOWN\",\"components\":{\"ping\":{\"status\":\"UP\"},\"db\":{\"status\":\"DOWN\"}}}")
                .build());

        Observation answer = ask("/health");

        assertThat(answer.reason().text()).isEqualTo("Says that it is down: db");
        assertThat(answer.components()).extracting(part -> part.name()).containsExactly("ping", "db");
        assertThat(answer.body()).contains("components");
    }

    @Test
    void takesAPageThatWantsAPasswordForNoAnswer() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html><form><input name=p TYPE = 'password'></form></html>")
                .build());
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html><p>All is well</p></html>")
                .build());

        Observation login = ask("/health");
        Observation page = ask("/health");

        assertThat(login.verdict()).isEqualTo(Verdict.NONE);
        assertThat(login.reason().code()).isEqualTo("html-login");
        assertThat(page.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void warnsWhereAnAnswerIsSlowerThanDeclared() {
        server.enqueue(new MockResponse.Builder()
                .headersDelay(60, TimeUnit.MILLISECONDS)
                .body("ok")
                .build());

        Observation answer = ask(target(url("/health"), Duration.ofSeconds(5), Duration.ofMillis(50)));

        assertThat(answer.verdict()).isEqualTo(Verdict.WARN);
        assertThat(answer.reason().code()).isEqualTo("slow");
        assertThat(answer.took()).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    void asksOnceEvenWhereARetryIsInvited() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .build());
        server.enqueue(new MockResponse.Builder().code(200).build());

        assertThat(ask("/health").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void followsRedirectsWithinTheOrigin() {
        server.enqueue(redirect("/other?a=b"));
        server.enqueue(redirect(url("/third")));
        server.enqueue(new MockResponse.Builder().body("ok").build());

        assertThat(ask("/health").verdict()).isEqualTo(Verdict.PASS);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void givesUpAfterFiveRedirects() {
        for (int i = 0; i < 20; i++) {
            server.enqueue(redirect("/health"));
        }

        Observation answer = ask("/health");

        assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(answer.reason().code()).isEqualTo("redirect-loop");
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "http://other.example/health, http://other.example",
        "//other.example/, http://other.example",
        "https://127.0.0.1/, https://127.0.0.1",
        "http://169.254.169.254/latest/meta-data, http://169.254.169.254",
        "file:///etc/passwd, file:///etc/passwd",
    })
    void followsNoRedirectToAnotherOrigin(String location, String named) throws InterruptedException {
        server.enqueue(redirect(location));

        Observation answer = ask("/health");

        assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
        assertThat(answer.reason().code()).isEqualTo("redirect-elsewhere");
        assertThat(answer.reason().arguments()).containsExactly(named);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void treatsAnotherPortOfTheSameHostAsElsewhere() throws IOException {
        try (MockWebServer other = new MockWebServer()) {
            other.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
            server.enqueue(redirect(other.url("/").toString()));

            assertThat(ask("/health").reason().code()).isEqualTo("redirect-elsewhere");
            assertThat(other.getRequestCount()).isZero();
        }
    }

    @Test
    void sendsNothingButWhatItMust() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Set-Cookie", "a=b")
                .code(302)
                .addHeader("Location", "/again")
                .build());
        server.enqueue(new MockResponse.Builder().build());

        ask(url("/health").replace("http://", "http://user:secret@"));
        server.takeRequest();
        RecordedRequest second = server.takeRequest();

        assertThat(second.getMethod()).isEqualTo("GET");
        assertThat(second.getHeaders().names())
                .containsExactlyInAnyOrder("Host", "User-Agent", "Accept", "Accept-Encoding", "Connection");
        assertThat(second.getHeaders().get("User-Agent")).isEqualTo("Orrery/test");
        assertThat(second.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
        assertThat(second.getHeaders().get("Accept"))
                .startsWith("application/health+json, ")
                .endsWith("*/*;q=0.1");
    }

    @Test
    void readsNoMoreThanItsCapOfALongBody() {
        Buffer long8MiB = new Buffer().writeUtf8("x".repeat(8 << 20));
        server.enqueue(new MockResponse.Builder().body(long8MiB).build());
        server.enqueue(new MockResponse.Builder()
                .body("{\"status\":\"UP\",\"pad\":\"" + "x".repeat(300_000) + "\"}")
                .build());

        Observation text = ask("/health");
        Observation json = ask("/health");

        assertThat(text.verdict()).isEqualTo(Verdict.PASS);
        assertThat(text.body()).hasSizeLessThan(20_000);
        assertThat(json.verdict()).isEqualTo(Verdict.NONE);
        assertThat(json.reason().code()).isEqualTo("ambiguous");
    }

    @Test
    void undoesACompressionThatWasNotAskedFor() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(gzip("{\"status\":\"DOWN\"}")))
                .build());
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(gzip("x".repeat(50 << 20))))
                .build());
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "br")
                .body("whatever")
                .build());

        assertThat(ask("/health").reason().code()).isEqualTo("body-down");
        assertThat(ask("/health").body()).hasSizeLessThan(20_000);
        assertThat(ask("/health").reason().code()).isEqualTo("encoding");
    }

    @Test
    void makesWhatTheEndpointSaysHarmless() {
        server.enqueue(new MockResponse.Builder()
                .body(
                        "{\"status\":\"DOWN\",\"components\":{\"d\\u001b[31mb\\u202e\":{\"status\":\"DOWN\"}},\"x\":\"\u001b\"}")
                .build());
        server.enqueue(new MockResponse.Builder()
                .body("{\"status\":\"DOWN\",\"components\":{\"d\\u001b[31mb\\u202e\":{\"status\":\"DOWN\"}}}")
                .build());

        for (Observation answer : List.of(ask("/health"), ask("/health"))) {
            assertThat(answer.body() + answer.reason().text() + answer.components())
                    .doesNotContain("\u001b", "\u202e");
        }
    }

    @Test
    void asksNothingThatIsNotAllowed() {
        HttpProbe nobodyAllowed = probe(Trust.NONE);

        Observation answer = nobodyAllowed.ask(target(url("/health"), Duration.ofSeconds(5), null));

        assertThat(answer.verdict()).isEqualTo(Verdict.GAP);
        assertThat(answer.reason().code()).isEqualTo("origin-not-allowed");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void holdsTheNameAgainstItsRealAddress() throws IOException {
        Origin rebound = new Origin("http", "shop.example", server.getPort());
        List<String> asked = new ArrayList<>();
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        InetAddress there = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
        HttpProbe probe = new HttpProbe(
                () -> Trust.of(List.of(rebound)),
                host -> {
                    asked.add(host);
                    return List.of(there, here);
                },
                InstantSource.system(),
                "Orrery/test");

        Observation answer = probe.ask(target(rebound + "/health", Duration.ofSeconds(5), null));

        assertThat(asked).containsExactly("shop.example");
        assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
        assertThat(answer.reason().code()).isEqualTo("address-refused");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void asksTheTrustAgainWhenTheSocketIsToConnect() {
        Trust once = Trust.of(List.of(origin()));
        List<Trust> answers = new ArrayList<>(List.of(once, once));
        HttpProbe probe = new HttpProbe(
                () -> answers.isEmpty() ? Trust.NONE : answers.removeFirst(),
                host -> List.of(InetAddress.getByName(host)),
                InstantSource.system(),
                "Orrery/test");

        Observation answer = probe.ask(target(url("/health"), Duration.ofSeconds(5), null));

        assertThat(answers).isEmpty();
        assertThat(answer.reason().code()).isEqualTo("origin-not-allowed");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void triesTheNextAddressWhereOneRefuses() throws IOException {
        server.enqueue(new MockResponse.Builder().body("ok").build());
        Origin both = new Origin("http", "localhost", server.getPort());
        HttpProbe probe = new HttpProbe(
                () -> Trust.of(List.of(both)),
                _ -> List.of(
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 2}),
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 1})),
                InstantSource.system(),
                "Orrery/test");

        assertThat(probe.ask(target(both + "/", Duration.ofSeconds(5), null)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void asksNobodyForAUrlThatIsNone() {
        Observation answer = probe(Trust.NONE).ask(target("http://:80", Duration.ofSeconds(5), null));

        assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
        assertThat(answer.reason().code()).isEqualTo("bad-url");
    }

    private Observation ask(String pathOrUrl) {
        String url = pathOrUrl.startsWith("/") ? url(pathOrUrl) : pathOrUrl;
        return ask(target(url, Duration.ofSeconds(5), null));
    }

    private Observation ask(ProbeTarget target) {
        return probe(Trust.of(List.of(origin()))).ask(target);
    }

    private static HttpProbe probe(Trust trust) {
        return new HttpProbe(
                () -> trust, host -> List.of(InetAddress.getByName(host)), InstantSource.system(), "Orrery/test");
    }

    private Origin origin() {
        return Origin.of(url("/")).orElseThrow();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    private static ProbeTarget target(String url, Duration timeout, @Nullable Duration degradedAbove) {
        SourceLocation here = SourceLocation.startOf("shop.yaml");
        return new ProbeTarget(
                new CheckId("shop", 0), new HealthCheck(url, Duration.ofSeconds(15), timeout, degradedAbove, here));
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(302)
                .addHeader("Location", location)
                .build();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
