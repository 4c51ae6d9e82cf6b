package dev.orrery.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Secrets that a server repeats in every way, and redirects that want to carry them off. More runs with
/// `-Dorrery.canary.runs=10000`.
class SecretCanaryTest {
    private static final int RUNS = Integer.getInteger("orrery.canary.runs", 300);

    @Test
    void noSecretLeavesItsOriginOrIsEverShown() throws IOException {
        try (MockWebServer home = new MockWebServer();
                MockWebServer away = new MockWebServer()) {
            InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            away.start(here, 0);
            Random random = new Random(7);
            int[] repeated = {0};
            home.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    String seen = request.getHeaders().get("X-Api-Key");
                    repeated[0] += seen == null ? 0 : 1;
                    return answer(
                            random,
                            String.valueOf(seen),
                            away.url("/steal?k=" + seen).toString());
                }
            });
            home.start(here, 0);
            for (int run = 0; run < RUNS; run++) {
                byte[] bytes = new byte[24];
                random.nextBytes(bytes);
                String canary = "canary" + Base64.getUrlEncoder().encodeToString(bytes);
                String shown = ask(home, away, canary).toString();
                assertHidden(shown, canary);
            }
            assertThat(repeated[0]).isGreaterThanOrEqualTo(RUNS);
            assertThat(away.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"as it is", "Base64", "hexadecimal"})
    void aSecretThatIsNotMaskedIsFound(String spelling) throws IOException {
        String canary = "canary-that-is-planted";
        try (MockWebServer home = new MockWebServer();
                MockWebServer away = new MockWebServer()) {
            away.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
            home.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
            String leak = switch (spelling) {
                case "Base64" -> encoded(canary);
                case "hexadecimal" -> hex(canary);
                default -> canary;
            };
            home.enqueue(json("{\"status\":\"DOWN\",\"components\":{\"" + leak + "\":{\"status\":\"DOWN\"}}}"));
            // Another secret is asked with, so nobody knows that this one is to be masked.
            String shown = ask(home, away, "of-somebody-else").toString();
            assertThatThrownBy(() -> assertHidden(shown, canary)).isInstanceOf(AssertionError.class);
        }
    }

    private static void assertHidden(String shown, String canary) {
        assertThat(shown).doesNotContain(canary.substring(0, 12));
        assertThat(shown).doesNotContain(encoded(canary).substring(0, 12));
        assertThat(shown).doesNotContain(hex(canary).substring(0, 12));
    }

    private static MockResponse answer(Random random, String seen, String elsewhere) {
        return switch (random.nextInt(8)) {
            case 0 ->
                new MockResponse.Builder()
                        .code(307)
                        .addHeader("Location", elsewhere)
                        .body(seen)
                        .build();
            case 1 -> json("{\"status\":\"DOWN\",\"components\":{\"" + seen + "\":{\"status\":\"DOWN\"}}}");
            case 2 -> json("{\"status\":\"" + seen + "\"}");
            case 3 -> new MockResponse.Builder().code(503).body(encoded(seen)).build();
            case 4 -> new MockResponse.Builder().code(401).body(hex(seen)).build();
            case 5 ->
                new MockResponse.Builder()
                        .body("x".repeat(16 * 1024 - 20) + seen)
                        .build();
            case 6 ->
                new MockResponse.Builder()
                        .body(seen.replace("nary", "na\u200bry"))
                        .build();
            default -> new MockResponse.Builder().status("HTTP/1.1 299 " + seen).build();
        };
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private static Observation ask(MockWebServer home, MockWebServer away, String canary) {
        Origin origin = Origin.of("http://127.0.0.1:" + home.getPort()).orElseThrow();
        Origin other = Origin.of("http://127.0.0.1:" + away.getPort()).orElseThrow();
        KnownSecrets secrets = new KnownSecrets(
                Map.of("key", Secret.of(canary)), Map.of("key", SecretAudience.of("key", List.of(origin))));
        HttpProbe probe = new HttpProbe(
                () -> Trust.of(List.of(origin, other)),
                host -> List.of(InetAddress.getByName(host)),
                secrets,
                InstantSource.system(),
                "Orrery/test",
                Tls.ofThePlatform());
        HealthCheck check = new HealthCheck(
                        origin + "/health",
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(20),
                        null,
                        SourceLocation.startOf("shop.yaml"))
                .with(new HealthRequest(new TreeMap<>(Map.of("X-Api-Key", "key")), false));
        return probe.ask(new ProbeTarget(new CheckId("shop", 0), check));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
