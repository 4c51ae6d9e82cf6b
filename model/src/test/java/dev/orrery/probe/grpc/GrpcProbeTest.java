package dev.orrery.probe.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.KnownSecrets;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.Secret;
import dev.orrery.probe.SecretAudience;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.HealthRequest;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.Protocol;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The gRPC health service over real HTTP/2: each answer with its verdict, its reason and one request.
class GrpcProbeTest {
    private static final String SECRET = "Bearer canary-0123456789";
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "00000000020801, PASS, grpc-serving",
        "00000000020802, FAIL, grpc-not-serving",
        "0000000000, NONE, grpc-unknown",
        "00000000020803, NONE, grpc-no-such-service",
        "00000000020804, NONE, grpc-message",
        "00000000051201780801, PASS, grpc-serving",
        "0000000009080108, NONE, grpc-message",
        "01000000020801, NONE, grpc-message",
        "0000, NONE, grpc-message",
    })
    void readsAnAnswer(String bytes, Verdict verdict, String code) {
        expect(answer(bytes, "0"), verdict, code);
    }

    @ParameterizedTest
    @CsvSource({
        "2, NONE, grpc-odd",
        "4, FAIL, grpc-status",
        "5, NONE, grpc-no-such-service",
        "7, NONE, not-allowed",
        "8, WARN, too-many-requests",
        "12, NONE, grpc-no-health",
        "13, FAIL, grpc-status",
        "14, FAIL, grpc-status",
        "16, NONE, not-allowed",
        "99, NONE, grpc-odd",
        "many, FAIL, grpc-no-status",
    })
    void readsAStatusFromTrailersAndWhereThereIsNothingElse(String status, Verdict verdict, String code) {
        expect(answer("", status), verdict, code);
        expect(
                new MockResponse.Builder()
                        .addHeader("content-type", "application/grpc")
                        .addHeader("grpc-status", status)
                        .build(),
                verdict,
                code);
    }

    @Test
    void believesNoAnswerWithoutAStatus() {
        MockResponse withoutTrailers = new MockResponse.Builder()
                .addHeader("content-type", "application/grpc")
                .body(new Buffer().write(ByteString.decodeHex("00000000020801")))
                .build();
        expect(withoutTrailers, Verdict.FAIL, "grpc-no-status");
    }

    @ParameterizedTest
    @CsvSource({"'', 14, grpc-status", "00000000020801, 0, grpc-serving"})
    void waitsForTrailersThatComeAfterAllOfTheBody(String bytes, String status, String code) {
        MockResponse late = answer(bytes, status)
                .newBuilder()
                .trailersDelay(100, TimeUnit.MILLISECONDS)
                .build();
        server.enqueue(late);
        assertThat(ask("", HealthRequest.PLAIN).reason().code()).isEqualTo(code);
    }

    @Test
    void knowsWhatIsNoGrpc() {
        expect(new MockResponse.Builder().body("hello").build(), Verdict.FAIL, "not-grpc");
        expect(new MockResponse.Builder().code(404).build(), Verdict.NONE, "status-4xx");
        expect(new MockResponse.Builder().code(503).build(), Verdict.FAIL, "status-5xx");
    }

    @Test
    void sendsTheServiceNameAndWhatGrpcWants() throws InterruptedException {
        server.enqueue(answer("00000000020801", "0"));

        assertThat(ask("/shop.v1.Orders", HealthRequest.PLAIN).verdict()).isEqualTo(Verdict.PASS);
        RecordedRequest request = server.takeRequest();

        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getUrl().encodedPath()).isEqualTo("/grpc.health.v1.Health/Check");
        assertThat(request.getHeaders().get("te")).isEqualTo("trailers");
        assertThat(request.getHeaders().get("content-type")).isEqualTo("application/grpc");
        assertThat(request.getBody()).isEqualTo(ByteString.of(HealthMessage.request("shop.v1.Orders")));
        assertThat(ByteString.of(HealthMessage.request("ab")).hex()).isEqualTo("00000000040a026162");
    }

    @Test
    void sendsASecretToItsAudienceAndShowsItNowhere() throws InterruptedException {
        HealthRequest named = new HealthRequest(new TreeMap<>(Map.of("Authorization", "token")), false);
        server.enqueue(new MockResponse.Builder()
                .addHeader("content-type", "application/grpc")
                .addHeader("grpc-status", "13")
                .addHeader("grpc-message", "bad " + SECRET)
                .build());

        Observation answer = ask("/", named);

        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo(SECRET);
        assertThat(answer.reason().text()).contains("•••").doesNotContain("canary");
        assertThat(ask("/", new HealthRequest(new TreeMap<>(Map.of("Authorization", "other")), false))
                        .reason()
                        .code())
                .isEqualTo("secret-not-for");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private void expect(MockResponse response, Verdict verdict, String code) {
        int before = server.getRequestCount();
        server.enqueue(response);

        Observation answer = ask("", HealthRequest.PLAIN);

        assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo(code);
        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(server.getRequestCount() - before).isEqualTo(1);
    }

    private Observation ask(String path, HealthRequest request) {
        String url = "grpc://127.0.0.1:" + server.getPort() + path;
        Origin origin = Origin.of(url).orElseThrow();
        Secret secret = Secret.of(SECRET);
        KnownSecrets secrets = new KnownSecrets(
                Map.of("token", secret, "other", secret), Map.of("token", SecretAudience.of("token", List.of(origin))));
        GrpcProbe probe = new GrpcProbe(
                () -> Trust.of(List.of(origin)),
                host -> List.of(InetAddress.getByName(host)),
                secrets,
                InstantSource.system(),
                "Orrery/test",
                Tls.ofThePlatform());
        HealthCheck check = new HealthCheck(
                url, Duration.ofSeconds(15), Duration.ofSeconds(20), null, SourceLocation.startOf("shop.yaml"));
        return probe.ask(new ProbeTarget(new CheckId("shop", 0), check.with(request)));
    }

    private static MockResponse answer(String bytes, String status) {
        return new MockResponse.Builder()
                .addHeader("content-type", "application/grpc")
                .body(new Buffer().write(ByteString.decodeHex(bytes)))
                .trailers(Headers.of("grpc-status", status))
                .build();
    }
}
