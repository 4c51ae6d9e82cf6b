package dev.orrery.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.RawServer;
import dev.orrery.probe.Secrets;
import dev.orrery.probe.Trust;
import dev.orrery.probe.tls.TestAuthority;
import dev.orrery.probe.tls.Tls;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpTlsTest {
    private static final byte[] HERE = {127, 0, 0, 1};
    private static final byte[] ELSEWHERE = {10, 0, 0, 1};
    private static final Duration DAY = Duration.ofDays(1);

    private static TestAuthority authority;
    private static Tls ours;

    private final Instant now = Instant.now();

    @BeforeAll
    static void makeAnAuthority() throws GeneralSecurityException, IOException {
        authority = new TestAuthority();
        ours = authority.trust();
    }

    @Test
    void passesWithAGoodCertificate() throws Exception {
        expect(server(HERE, now.minus(DAY), now.plus(DAY)), ours, Verdict.PASS, "answers", 1);
    }

    @Test
    void failsWithAnExpiredCertificate() throws Exception {
        expect(server(HERE, now.minus(DAY.multipliedBy(2)), now.minus(DAY)), ours, Verdict.FAIL, "tls-expired", 0);
    }

    @Test
    void failsWithACertificateOfTheFuture() throws Exception {
        expect(server(HERE, now.plus(DAY), now.plus(DAY.multipliedBy(2))), ours, Verdict.FAIL, "tls-not-yet-valid", 0);
    }

    @Test
    void failsWithAnUnknownIssuer() throws Exception {
        expect(server(HERE, now.minus(DAY), now.plus(DAY)), Tls.ofThePlatform(), Verdict.FAIL, "tls-untrusted", 0);
    }

    @Test
    void failsWithACertificateForAnotherAddress() throws Exception {
        expect(server(ELSEWHERE, now.minus(DAY), now.plus(DAY)), ours, Verdict.FAIL, "tls-name", 0);
    }

    @Test
    void failsWhereThePortSpeaksPlainHttp() throws Exception {
        try (RawServer plain = new RawServer(socket -> {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        })) {
            Observation answer = ask(plain.url().replace("http:", "https:"), ours);

            assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(answer.reason().code()).isEqualTo("tls-plain");
        }
    }

    private static void expect(SSLSocketFactory certificate, Tls tls, Verdict verdict, String code, int requests)
            throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(certificate);
            server.start(InetAddress.getByAddress(HERE), 0);
            server.enqueue(new MockResponse.Builder().build());

            Observation answer = ask("https://127.0.0.1:" + server.getPort() + "/", tls);

            assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo(code);
            assertThat(answer.verdict()).isEqualTo(verdict);
            assertThat(server.getRequestCount()).isEqualTo(requests);
        }
    }

    private static SSLSocketFactory server(byte[] address, Instant from, Instant until)
            throws GeneralSecurityException, IOException {
        return authority.server(address, from, until).getSocketFactory();
    }

    private static Observation ask(String url, Tls tls) {
        Trust trust = Trust.of(List.of(Origin.of(url).orElseThrow()));
        SourceLocation here = SourceLocation.startOf("shop.yaml");
        HttpProbe probe = new HttpProbe(
                () -> trust,
                host -> List.of(InetAddress.getByName(host)),
                Secrets.NONE,
                InstantSource.system(),
                "Orrery/test",
                tls);
        return probe.ask(new ProbeTarget(
                new CheckId("shop", 0),
                new HealthCheck(url, Duration.ofSeconds(15), Duration.ofSeconds(20), null, here)));
    }
}
