package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.export.ProbeJson;
import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Observation;
import dev.orrery.health.Qualifier;
import dev.orrery.health.Reason;
import dev.orrery.health.ServerCertificate;
import dev.orrery.health.ServiceHealth;
import dev.orrery.health.Verdict;
import dev.orrery.json.JsonWriter;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What `probe` says of a certificate.
class HealthTextTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final SourceLocation HERE = SourceLocation.startOf("shop.yaml");
    private static final Topology TOPOLOGY = new Topology(
            "Shop",
            List.of(Service.of("shop", ServiceKind.WEB, HERE)
                    .withHealthChecks(List.of(new HealthCheck(
                            "https://shop.example/health",
                            Duration.ofSeconds(15),
                            Duration.ofSeconds(5),
                            null,
                            HERE)))),
            List.of(),
            List.of());

    @Test
    void aCertificateThatEndsSoonIsSaidBesideAHealthThatItDoesNotChange() {
        HealthBoard board = board(Duration.ofDays(3));
        ServiceHealth shop = Objects.requireNonNull(board.service("shop"));

        assertThat(shop.health()).isEqualTo(Health.UP);
        assertThat(HealthText.of(board)).contains("Answers with status 200; the certificate expires in 3 days");
        assertThat(HealthText.line(shop, Qualifier.of(shop, HealthPolicy.DEFAULT), Instant.EPOCH))
                .isEqualTo("● shop up: Answers with status 200 (the certificate expires in 3 days)");
    }

    @Test
    void nothingIsSaidOfOneThatHoldsForLongButInJson() {
        HealthBoard board = board(Duration.ofDays(90));

        assertThat(HealthText.of(board)).doesNotContain("certificate");
        assertThat(JsonWriter.compact(ProbeJson.of(TOPOLOGY, board)))
                .contains("\"certificate\":{\"names\":\"shop.example\",\"issuer\":\"An issuer\","
                        + "\"notAfter\":\"2027-02-28T12:00:00Z\",\"daysLeft\":90}");
    }

    private static HealthBoard board(Duration left) {
        Observation answer = new Observation(
                        new CheckId("shop", 0),
                        NOW,
                        Duration.ofMillis(7),
                        Verdict.PASS,
                        Reason.of("answers", "200"),
                        200,
                        null,
                        List.of(),
                        null)
                .withCertificate(new ServerCertificate("shop.example", "An issuer", false, NOW, NOW.plus(left)));
        return HealthBoard.ofOneRound(TOPOLOGY, List.of(answer));
    }
}
