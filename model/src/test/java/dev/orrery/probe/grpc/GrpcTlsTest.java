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
import dev.orrery.probe.Subscription;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import okhttp3.Protocol;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// gRPC over TLS, with certificates good and bad.
class GrpcTlsTest {
    private static final String SECRET = "Bearer canary-0123456789";
    private static final byte[] HERE = {127, 0, 0, 1};
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
    void passesWithAGoodCertificateAndSaysHowLongItHolds() throws Exception {
        try (WatchServer server = new WatchServer(good())) {
            Observation answer = ask(server.url(), ours, HealthRequest.PLAIN);

            assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo("grpc-serving");
            assertThat(answer.verdict()).isEqualTo(Verdict.PASS);
            assertThat(Objects.requireNonNull(answer.certificate()).daysLeft(now))
                    .isEqualTo(2);
        }
    }

    @Test
    void asksNobodyWhoseCertificateIsBad() throws Exception {
        expect(good(), Tls.ofThePlatform(), "tls-untrusted");
        expect(authority.selfSigned(), Tls.ofThePlatform(), "tls-self-signed");
        expect(authority.server(HERE, now.minus(DAY.multipliedBy(2)), now.minus(DAY)), ours, "tls-expired");
        expect(authority.serverNamed("other.example", now.minus(DAY), now.plus(DAY)), ours, "tls-name");
    }

    @Test
    void failsWhereTheServerTakesNoHttp2() throws Exception {
        try (WatchServer server = new WatchServer(good())) {
            String url = server.url();
            server.server.setProtocols(List.of(Protocol.HTTP_1_1));

            assertThat(ask(url, ours, HealthRequest.PLAIN).reason().code()).isEqualTo("not-grpc");
        }
    }

    @Test
    void failsWhereThePortSpeaksNoTls() throws Exception {
        try (WatchServer plain = new WatchServer(null)) {
            String url = plain.url().replace("grpc:", "grpcs:");
            Observation answer = ask(url, ours, HealthRequest.PLAIN);

            assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(answer.reason().code()).isIn("tls-plain", "closed", "tls");
            assertThat(plain.server.getRequestCount()).isZero();
        }
    }

    @Test
    void sendsASecretToItsAudienceAlone() throws Exception {
        try (WatchServer server = new WatchServer(good())) {
            HealthRequest named = new HealthRequest(new TreeMap<>(Map.of("Authorization", "token")), false);
            HealthRequest other = new HealthRequest(new TreeMap<>(Map.of("Authorization", "other")), false);

            assertThat(ask(server.url(), ours, named).verdict()).isEqualTo(Verdict.PASS);
            assertThat(server.server.takeRequest().getHeaders().get("Authorization"))
                    .isEqualTo(SECRET);
            assertThat(ask(server.url(), ours, other).reason().code()).isEqualTo("secret-not-for");
            assertThat(server.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void followsAStreamWhereTheCertificateIsGoodAlone() throws Exception {
        try (WatchServer server = new WatchServer(good())) {
            List<Verdict> said = new ArrayList<>();
            server.say(WatchServer.SERVING);
            server.end();
            ProbeTarget target = target(server.url(), HealthRequest.PLAIN);

            assertThat(probe(server.url(), ours)
                            .subscription(target)
                            .orElseThrow()
                            .follow(said::add))
                    .isEqualTo(Subscription.End.BROKEN);
            assertThat(said).containsExactly(Verdict.PASS);
            probe(server.url(), Tls.ofThePlatform())
                    .subscription(target)
                    .orElseThrow()
                    .follow(said::add);
            assertThat(server.server.getRequestCount()).isEqualTo(1);
        }
    }

    private static void expect(SSLContext certificate, Tls tls, String code) throws IOException {
        try (WatchServer server = new WatchServer(certificate)) {
            Observation answer = ask(server.url(), tls, HealthRequest.PLAIN);

            assertThat(answer.reason().code()).as(answer.reason().text()).isEqualTo(code);
            assertThat(answer.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(answer.certificate()).isNotNull();
            assertThat(server.server.getRequestCount()).isZero();
        }
    }

    private SSLContext good() throws GeneralSecurityException, IOException {
        return authority.server(
                HERE, now.minus(DAY), now.plus(DAY.multipliedBy(2)).plusSeconds(60));
    }

    private static Observation ask(String url, Tls tls, HealthRequest request) {
        return probe(url, tls).ask(target(url, request));
    }

    private static ProbeTarget target(String url, HealthRequest request) {
        HealthCheck check = new HealthCheck(
                url, Duration.ofSeconds(15), Duration.ofSeconds(20), null, SourceLocation.startOf("shop.yaml"));
        return new ProbeTarget(new CheckId("shop", 0), check.with(request));
    }

    private static GrpcProbe probe(String url, Tls tls) {
        Origin origin = Origin.of(url).orElseThrow();
        Secret secret = Secret.of(SECRET);
        KnownSecrets secrets = new KnownSecrets(
                Map.of("token", secret, "other", secret), Map.of("token", SecretAudience.of("token", List.of(origin))));
        return new GrpcProbe(
                () -> Trust.of(List.of(origin)),
                host -> List.of(InetAddress.getByName(host)),
                secrets,
                InstantSource.system(),
                "Orrery/test",
                tls);
    }
}
