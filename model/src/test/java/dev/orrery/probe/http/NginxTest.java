package dev.orrery.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Installed;
import dev.orrery.probe.KnownSecrets;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.RawServer;
import dev.orrery.probe.Secret;
import dev.orrery.probe.SecretAudience;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.TestAuthority;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.Expectation;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.HealthRequest;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A real nginx with TLS in front of a small service, started here where it is installed.
class NginxTest {
    private static final byte[] HERE = {127, 0, 0, 1};
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("orrery:open-sesame".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    private Path folder;

    private final MockWebServer service = new MockWebServer();
    private Installed installed = new Installed(Path.of(""));
    private RawServer mute;
    private Tls ours = Tls.ofThePlatform();
    private int plain;
    private int tls;
    private int tlsWithHttp2;

    NginxTest() throws IOException {
        mute = new RawServer(socket -> socket.getInputStream().readAllBytes());
    }

    @BeforeEach
    void start() throws Exception {
        Path nginx = Installed.program("nginx");
        installed = new Installed(folder);
        service.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .body("{\"status\":\"UP\",\"components\":{\"db\":{\"status\":\"UP\"}}}")
                        .build();
            }
        });
        service.start(InetAddress.getByAddress(HERE), 0);
        plain = Installed.freePort();
        tls = Installed.freePort();
        tlsWithHttp2 = Installed.freePort();
        TestAuthority authority = new TestAuthority();
        ours = authority.trust();
        Instant now = Instant.now();
        TestAuthority.Pem pem = authority.pem(HERE, now.minus(DAY), now.plus(DAY));
        installed.write("chain.pem", pem.chain());
        installed.write("key.pem", pem.key());
        installed.write("passwords", "orrery:{PLAIN}open-sesame\n");
        installed.write("nginx.conf", configuration());
        installed.run(nginx, "-p", folder.toString(), "-e", "error.log", "-c", "nginx.conf");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ask(http("/here")).verdict() != Verdict.PASS) {
            assertThat(installed.goesOn()).as(installed.said(nginx)).isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    private String configuration() throws IOException {
        return """
                daemon off;
                master_process off;
                pid nginx.pid;
                events { worker_connections 64; }
                http {
                    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                    log_format asked '$server_port $server_protocol $request_uri $status';
                    access_log access.log asked;
                    ssl_certificate chain.pem;
                    ssl_certificate_key key.pem;
                    server {
                        listen 127.0.0.1:%1$d;
                        location = /here { return 200 "ok"; }
                        location / { return 301 https://127.0.0.1:%2$d$request_uri; }
                    }
                    server {
                        listen 127.0.0.1:%2$d ssl;
                        listen 127.0.0.1:%3$d ssl http2;
                        location /health { proxy_pass http://127.0.0.1:%4$d; }
                        location /gone { proxy_pass http://127.0.0.1:%5$d; }
                        location /mute { proxy_pass http://127.0.0.1:%6$d; proxy_read_timeout 200ms; }
                        location /busy { return 503; }
                        location /guarded {
                            auth_basic "Orrery"; auth_basic_user_file passwords;
                            proxy_pass http://127.0.0.1:%4$d;
                        }
                        location /slash { return 308 /health; }
                    }
                }
                """.formatted(plain, tls, tlsWithHttp2, service.getPort(), Installed.freePort(), mutePort());
    }

    @AfterEach
    void stop() throws IOException {
        installed.close();
        service.close();
        mute.close();
    }

    @Test
    void whatTheServiceSaysComesThroughOverTls() {
        Observation answer = ask(https("/health"));

        assertThat(answer.verdict()).isEqualTo(Verdict.PASS);
        assertThat(answer.format()).isEqualTo("spring-boot");
        assertThat(answer.components()).hasSize(1);
        assertThat(service.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anAuthorityThatNobodyKnowsIsAFailure() {
        Observation answer = new HttpProbe(
                        () -> Trust.of(List.of(Origin.of(https("/")).orElseThrow())),
                        host -> List.of(InetAddress.getByName(host)),
                        InstantSource.system(),
                        "Orrery/test")
                .ask(target(https("/health"), HealthRequest.PLAIN));

        assertThat(answer.reason().code()).isEqualTo("tls-untrusted");
        assertThat(service.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"/gone, 502", "/mute, 504", "/busy, 503"})
    void aServiceBehindItThatIsGoneMuteOrBusyFailsWithNginxOwnStatus(String path, int status) {
        Observation answer = ask(https(path));

        assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(answer.reason().code()).isEqualTo("status-5xx");
        assertThat(answer.httpStatus()).isEqualTo(status);
    }

    @Test
    void theWayToHttpsIsAnotherOriginAndIsNotTaken() throws IOException, InterruptedException {
        Observation answer = ask(http("/health"));

        assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
        assertThat(answer.reason().code()).isEqualTo("redirect-elsewhere");
        assertThat(answer.reason().text()).contains("https://127.0.0.1:" + tls);
        assertThat(asked("/health", 1)).containsExactly(plain + " HTTP/1.1 /health 301");
    }

    @Test
    void aRedirectWithinTheOriginIsFollowed() throws IOException, InterruptedException {
        assertThat(ask(https("/slash")).verdict()).isEqualTo(Verdict.PASS);

        assertThat(asked(tls + " ", 2)).containsExactly(tls + " HTTP/1.1 /slash 308", tls + " HTTP/1.1 /health 200");
    }

    @Test
    void aPasswordThatIsMissingIsNoFailureOfTheService() {
        Observation without = ask(https("/guarded"));
        assertThat(without.verdict()).isEqualTo(Verdict.NONE);
        assertThat(without.reason().code()).isEqualTo("not-allowed");
        assertThat(without.httpStatus()).isEqualTo(401);
        assertThat(service.getRequestCount()).isZero();

        TreeMap<String, String> header = new TreeMap<>(Map.of("Authorization", "gate"));
        Observation with = ask(https("/guarded"), new HealthRequest(header, false));
        assertThat(with.verdict()).isEqualTo(Verdict.PASS);
        assertThat(service.getRequestCount()).isEqualTo(1);
    }

    @Test
    void http2IsSpokenWhereItIsWantedAndOffered() throws IOException, InterruptedException {
        HealthRequest http2 = new HealthRequest(new TreeMap<>(), true);
        String offered = "https://127.0.0.1:" + tlsWithHttp2 + "/health";

        assertThat(ask(offered).verdict()).isEqualTo(Verdict.PASS);
        assertThat(ask(offered, http2).verdict()).isEqualTo(Verdict.PASS);
        Observation older = ask(https("/health"), http2);
        assertThat(older.verdict()).isEqualTo(Verdict.WARN);
        assertThat(older.reason().code()).isEqualTo("http2-not-offered");

        assertThat(asked("/health", 3))
                .containsExactly(
                        tlsWithHttp2 + " HTTP/1.1 /health 200",
                        tlsWithHttp2 + " HTTP/2.0 /health 200",
                        tls + " HTTP/1.1 /health 200");
    }

    /// What it was asked with a path, in its own log, which it writes once it has answered.
    private List<String> asked(String path, int times) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<String> lines = Files.readAllLines(folder.resolve("access.log")).stream()
                    .filter(line -> line.contains(path))
                    .toList();
            if (lines.size() >= times || System.nanoTime() > deadline) {
                return lines;
            }
            assertThat(installed.goesOn()).isTrue();
        }
    }

    private String http(String path) {
        return "http://127.0.0.1:" + plain + path;
    }

    private String https(String path) {
        return "https://127.0.0.1:" + tls + path;
    }

    private int mutePort() {
        return Origin.of(mute.url()).orElseThrow().port();
    }

    private Observation ask(String url) {
        return ask(url, HealthRequest.PLAIN);
    }

    private Observation ask(String url, HealthRequest request) {
        Origin origin = Origin.of(url).orElseThrow();
        Trust trust = Trust.of(List.of(origin));
        KnownSecrets secrets = new KnownSecrets(
                Map.of("gate", Secret.of(BASIC)), Map.of("gate", SecretAudience.of("gate", List.of(origin))));
        return new HttpProbe(
                        () -> trust,
                        host -> List.of(InetAddress.getByName(host)),
                        secrets,
                        InstantSource.system(),
                        "Orrery/test",
                        ours)
                .ask(target(url, request));
    }

    private static ProbeTarget target(String url, HealthRequest request) {
        return new ProbeTarget(
                new CheckId("shop", 0),
                new HealthCheck(
                        url,
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(5),
                        null,
                        Expectation.NONE,
                        request,
                        SourceLocation.startOf("shop.yaml")));
    }
}
