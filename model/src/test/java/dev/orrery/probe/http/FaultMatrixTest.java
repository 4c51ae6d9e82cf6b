package dev.orrery.probe.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/// Faults on the wire that [HttpFaultTest] and [HttpTlsTest] do not play, and that none leaves anything behind.
///
/// Not played here: a silent or failing name server, a cut network, a VPN that drops and packets that are lost need a
/// network namespace, and so root; no free file descriptor and no free port would starve the tests themselves;
/// suspending needs a machine to suspend. [dev.orrery.probe.FaultTest] tells those as the platform tells them.
class FaultMatrixTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void failsWhereInterimAnswersHaveNoEnd() throws IOException {
        expect("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(10_000), "headers-too-long");
    }

    @Test
    void failsWhereA204HasABody() throws IOException {
        expect("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello", "protocol");
    }

    @Test
    void failsWhereAConnectionIsResetInABody() throws IOException {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readRequest(socket);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc".getBytes(US_ASCII));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
        })) {
            check(ask(server.url(), Tls.ofThePlatform()), Verdict.FAIL, "cut", server.url());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void isNoVerdictWhereThereIsNoRoute() {
        Observation answer = ask("http://127.255.255.255:9/", Tls.ofThePlatform());

        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        check(answer, Verdict.GAP, "no-route", "http://127.255.255.255");
    }

    @Test
    void failsWhereNoVersionOfTlsIsShared() throws IOException {
        byte[] alert = {0x15, 0x03, 0x01, 0, 2, 2, 0x46};
        try (RawServer server = new RawServer(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(alert);
            socket.getOutputStream().flush();
        })) {
            String url = server.url().replace("http:", "https:");
            check(ask(url, Tls.ofThePlatform()), Verdict.FAIL, "tls-version", url);
        }
    }

    @Test
    void tellsEachFaultOfACertificate() throws Exception {
        TestAuthority authority = new TestAuthority();
        Instant now = Instant.now();
        Instant before = now.minus(Duration.ofDays(2));
        Instant soon = now.plus(Duration.ofDays(3));
        Tls tls = authority.trust();

        shown(authority.selfSigned(), Tls.ofThePlatform(), "tls-self-signed");
        shown(authority.serverNamed("other.example", before, soon), tls, "tls-name");
        shown(authority.serverWithCommonNameOnly(before, soon), tls, "tls-name");
        Observation good = shown(authority.server(new byte[] {127, 0, 0, 1}, before, soon), tls, "answers");
        assertThat(Objects.requireNonNull(good.certificate()).daysLeft(now)).isBetween(2L, 3L);
        assertThat(good.certificate().issuer()).isEqualTo("Test authority");
    }

    @Test
    void readsHowLongItIsToWait() throws IOException {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readRequest(socket);
            socket.getOutputStream()
                    .write("HTTP/1.1 429 No\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
        })) {
            Observation answer = ask(server.url(), Tls.ofThePlatform());
            assertThat(answer.verdict()).isEqualTo(Verdict.WARN);
            assertThat(answer.retryAfter()).isEqualTo(Duration.ofMinutes(2));
            assertThat(server.connections()).isEqualTo(1);
        }
        Instant noon = Instant.parse("2026-11-23T12:00:00Z");
        assertThat(RetryAfter.read("Mon, 23 Nov 2026 12:01:00 GMT", noon)).contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.read("Mon, 23 Nov 2026 11:00:00 GMT", noon)).contains(Duration.ZERO);
        assertThat(RetryAfter.read("99999999999999999999", noon)).contains(RetryAfter.LONGEST);
        assertThat(RetryAfter.read("soon", noon)).isEmpty();
        assertThat(RetryAfter.read("-1", noon)).isEmpty();
    }

    @Test
    @SuppressWarnings("JUnitMethodInvoked") // The same exchanges, many times over.
    void leavesNoFileDescriptorBehind() throws IOException {
        File descriptors = new File("/proc/self/fd");
        assumeThat(descriptors).exists();
        failsWhereA204HasABody();
        int before = Objects.requireNonNull(descriptors.list()).length;
        for (int i = 0; i < 50; i++) {
            failsWhereA204HasABody();
            failsWhereAConnectionIsResetInABody();
            failsWhereNoVersionOfTlsIsShared();
        }
        assertThat(Objects.requireNonNull(descriptors.list()).length).isLessThan(before + 40);
    }

    private static void expect(String sent, String code) throws IOException {
        try (RawServer server = new RawServer(socket -> {
            RawServer.readRequest(socket);
            socket.getOutputStream().write(sent.getBytes(US_ASCII));
            socket.getOutputStream().flush();
        })) {
            check(ask(server.url(), Tls.ofThePlatform()), Verdict.FAIL, code, server.url());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static Observation shown(SSLContext certificate, Tls tls, String code) throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(certificate.getSocketFactory());
            server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
            server.enqueue(new MockResponse.Builder().build());
            Observation answer = ask("https://127.0.0.1:" + server.getPort() + "/", tls);
            assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo(code);
            assertThat(answer.certificate()).isNotNull();
            return answer;
        }
    }

    private static void check(Observation answer, Verdict verdict, String code, String url) {
        assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo(code);
        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.reason().text()).contains(Origin.of(url).orElseThrow().host());
        assertThat(answer.took()).isLessThan(LONG);
    }

    private static Observation ask(String url, Tls tls) {
        Trust trust = Trust.of(List.of(Origin.of(url).orElseThrow()));
        HealthCheck check =
                new HealthCheck(url, Duration.ofSeconds(15), LONG, null, SourceLocation.startOf("shop.yaml"));
        HttpProbe probe = new HttpProbe(
                () -> trust,
                host -> List.of(InetAddress.getByName(host)),
                Secrets.NONE,
                InstantSource.system(),
                "Orrery/test",
                tls);
        return probe.ask(new ProbeTarget(new CheckId("shop", 0), check));
    }
}
