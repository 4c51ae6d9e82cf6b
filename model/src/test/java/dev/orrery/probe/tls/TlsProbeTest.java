package dev.orrery.probe.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.ServerCertificate;
import dev.orrery.health.Verdict;
import dev.orrery.probe.NameLookup;
import dev.orrery.probe.Origin;
import dev.orrery.probe.ProbeTarget;
import dev.orrery.probe.RawServer;
import dev.orrery.probe.Trust;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a `tls` check says of a certificate, and of a port that shows none.
class TlsProbeTest {
    private static final byte[] HERE = {127, 0, 0, 1};
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);
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
    void saysForHowManyDaysAGoodCertificateHolds() throws Exception {
        Observation answer = shown(authority.server(HERE, now.minus(DAY), now.plus(DAY.multipliedBy(40))), ours);

        expect(answer, Verdict.PASS, "certificate-holds");
        assertThat(answer.reason().arguments()).containsExactly("39");
        assertThat(answer.format()).isEqualTo("tls");
        ServerCertificate certificate = Objects.requireNonNull(answer.certificate());
        assertThat(certificate.names()).isEqualTo("127.0.0.1");
        assertThat(certificate.issuer()).isEqualTo("Test authority");
        assertThat(certificate.endsSoon(now)).isFalse();
    }

    @Test
    void passesAnswersThatEndSoonAndSaysSoBeside() throws Exception {
        Observation answer = shown(authority.server(HERE, now.minus(DAY), now.plus(DAY.multipliedBy(3))), ours);

        expect(answer, Verdict.PASS, "certificate-holds");
        ServerCertificate certificate = Objects.requireNonNull(answer.certificate());
        assertThat(certificate.endsSoon(now)).isTrue();
        assertThat(certificate.left(now)).isEqualTo("the certificate expires in 2 days");
    }

    @Test
    void failsWithAnExpiredCertificateAndSaysSinceWhen() throws Exception {
        Instant ended = Instant.parse("2026-03-04T05:06:07Z");
        Observation answer = shown(authority.server(HERE, ended.minus(DAY), ended), ours);

        expect(answer, Verdict.FAIL, "tls-expired");
        assertThat(answer.reason().arguments()).containsExactly("127.0.0.1", "2026-03-04");
        assertThat(Objects.requireNonNull(answer.certificate()).endsSoon(now)).isFalse();
    }

    @Test
    void failsWithACertificateOfTheFuture() throws Exception {
        SSLContext future = authority.server(HERE, now.plus(DAY), now.plus(DAY.multipliedBy(2)));

        expect(shown(future, ours), Verdict.FAIL, "tls-not-yet-valid");
    }

    @Test
    void failsWithACertificateThatNobodyVouchesFor() throws Exception {
        expect(shown(authority.selfSigned(), Tls.ofThePlatform()), Verdict.FAIL, "tls-self-signed");
        SSLContext strange = authority.server(HERE, now.minus(DAY), now.plus(DAY));
        expect(shown(strange, Tls.ofThePlatform()), Verdict.FAIL, "tls-untrusted");
    }

    @Test
    void failsWithACertificateForAnotherHostAndSaysForWhich() throws Exception {
        Observation answer = shown(authority.serverNamed("other.example", now.minus(DAY), now.plus(DAY)), ours);

        expect(answer, Verdict.FAIL, "tls-name");
        assertThat(answer.reason().text()).contains("other.example").contains("127.0.0.1");
        expect(
                shown(authority.serverWithCommonNameOnly(now.minus(DAY), now.plus(DAY)), ours),
                Verdict.FAIL,
                "tls-name");
    }

    @Test
    void failsWhereThePortSpeaksNoTls() throws IOException {
        RawServer.Conduct plain = socket -> {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            socket.getInputStream().readAllBytes();
        };
        try (RawServer server = new RawServer(plain)) {
            expect(ask(secure(server), LONG, ours), Verdict.FAIL, "tls-plain");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void holdsToItsDeadlineWhereNothingIsSaid() throws IOException {
        try (RawServer server = new RawServer(socket -> socket.getInputStream().readAllBytes())) {
            Observation answer = ask(secure(server), SHORT, ours);

            expect(answer, Verdict.FAIL, "timeout");
            assertThat(answer.took()).isBetween(SHORT.dividedBy(2), SHORT.plusSeconds(3));
        }
    }

    @Test
    void holdsToItsDeadlineWhereAHandshakeTrickles() throws IOException {
        RawServer.Conduct trickle = socket -> {
            // A handshake record of which one byte comes at a time.
            socket.getOutputStream().write(new byte[] {0x16, 3, 3, 0x20, 0});
            for (int i = 0; i < 8000; i++) {
                socket.getOutputStream().write(2);
                socket.getOutputStream().flush();
                RawServer.pause();
            }
        };
        try (RawServer server = new RawServer(trickle)) {
            Observation answer = ask(secure(server), SHORT, ours);

            assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(answer.took()).isLessThan(SHORT.plusSeconds(3));
        }
    }

    @Test
    void failsWhereTheConnectionIsClosedOrRefused() throws IOException {
        try (RawServer server = new RawServer(socket -> {
            socket.getInputStream().read();
            socket.close();
        })) {
            Observation answer = ask(secure(server), LONG, ours);
            assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(answer.reason().code()).isIn("closed", "reset", "tls");
        }
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByAddress(HERE))) {
            port = closed.getLocalPort();
        }
        expect(ask("tls://127.0.0.1:" + port, LONG, ours), Verdict.FAIL, "refused");
    }

    @Test
    void tellsANameThatDoesNotExistFromANameServiceThatIsSilent() {
        String url = "tls://gone.example:443";
        NameLookup none = host -> {
            throw new UnknownHostException(host);
        };
        NameLookup silent = host -> {
            throw new NameLookup.Silent(host);
        };

        expect(ask(url, LONG, ours, none, trust(url)), Verdict.FAIL, "nxdomain");
        expect(ask(url, LONG, ours, silent, trust(url)), Verdict.GAP, "resolver-silent");
    }

    @Test
    void connectsToNothingThatIsNotAllowed() throws IOException {
        NameLookup here = host -> List.of(InetAddress.getByAddress(HERE));
        try (RawServer server = new RawServer(socket -> socket.getInputStream().readAllBytes())) {
            String named = secure(server).replace("127.0.0.1", "shop.example");

            expect(ask(secure(server), LONG, ours, here, Trust.NONE), Verdict.GAP, "origin-not-allowed");
            expect(ask(named, LONG, ours, here, trust(named)), Verdict.NONE, "address-refused");
            assertThat(server.connections()).isZero();
        }
    }

    private static Observation shown(SSLContext certificate, Tls tls) throws IOException {
        RawServer.Conduct handshake = socket -> {
            try (SSLSocket secure = (SSLSocket) certificate.getSocketFactory().createSocket(socket, null, 0, true)) {
                secure.setUseClientMode(false);
                secure.startHandshake();
                secure.getInputStream().readAllBytes();
            }
        };
        try (RawServer server = new RawServer(handshake)) {
            Observation answer = ask(secure(server), LONG, tls);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(answer.certificate()).isNotNull();
            return answer;
        }
    }

    private static void expect(Observation answer, Verdict verdict, String code) {
        assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo(code);
        assertThat(answer.verdict()).isEqualTo(verdict);
    }

    private static String secure(RawServer server) {
        return server.url().replace("http://", "tls://").replace("/health", "");
    }

    private static Trust trust(String url) {
        return Trust.of(List.of(Origin.of(url).orElseThrow()));
    }

    private static Observation ask(String url, Duration timeout, Tls tls) {
        return ask(url, timeout, tls, host -> List.of(InetAddress.getByName(host)), trust(url));
    }

    private static Observation ask(String url, Duration timeout, Tls tls, NameLookup lookup, Trust trust) {
        HealthCheck check =
                new HealthCheck(url, Duration.ofSeconds(15), timeout, null, SourceLocation.startOf("shop.yaml"));
        return new TlsProbe(() -> trust, lookup, InstantSource.system(), tls)
                .ask(new ProbeTarget(new CheckId("shop", 0), check));
    }
}
