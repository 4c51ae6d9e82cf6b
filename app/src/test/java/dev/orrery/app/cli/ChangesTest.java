package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.Attention;
import dev.orrery.health.CheckId;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Maintenance;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What `probe --watch` prints, by a clock that the test turns.
class ChangesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final SourceLocation HERE = SourceLocation.startOf("shop.yaml");
    private static final Topology SHOP = new Topology(
            "Shop",
            List.of(Service.of("shop", ServiceKind.SERVICE, HERE)
                    .withHealthChecks(List.of(new HealthCheck(
                            "http://localhost/health", Duration.ofSeconds(15), Duration.ofSeconds(5), null, HERE)))),
            List.of(),
            List.of());

    private final StringWriter out = new StringWriter();
    private Instant clock = NOW;
    private Attention kept = Attention.NONE;
    private HealthBoard board = HealthBoard.of(SHOP);
    private final Changes changes = new Changes(SHOP, () -> kept, () -> clock, true, new PrintWriter(out));

    @Test
    void aLineTellsThatSomebodyLooksAfterItAndThatNobodyDoesAnyMore() {
        answer(Verdict.FAIL, 3);
        assertThat(lines()).last().asString().contains("\"health\":\"DOWN\"", "\"qualifiers\":[]");

        acknowledge();
        assertThat(lines()).hasSize(1).first().asString().contains("\"health\":\"DOWN\"", "[\"acknowledged\"]");
        changes.look();
        assertThat(lines()).as("nothing new").isEmpty();

        kept = Attention.NONE;
        changes.look();
        assertThat(lines()).hasSize(1).first().asString().contains("\"qualifiers\":[]");
    }

    @Test
    void whatARecoveryEndedStaysEndedWhateverIsStillKept() {
        answer(Verdict.FAIL, 3);
        acknowledge();
        answer(Verdict.PASS, 2);
        lines();

        answer(Verdict.FAIL, 3);
        changes.look();

        assertThat(lines()).noneMatch(line -> line.contains("acknowledged"));
    }

    @Test
    void maintenanceBeginsAndEndsByTheClock() {
        answer(Verdict.PASS, 1);
        kept = Attention.NONE.maintain("shop", new Maintenance(NOW.plusSeconds(60), NOW.plusSeconds(120), ""));
        changes.look();
        lines();

        clock = NOW.plusSeconds(60);
        changes.look();
        assertThat(lines()).hasSize(1).first().asString().contains("\"health\":\"UP\"", "[\"maintenance\"]");

        clock = NOW.plusSeconds(120);
        changes.look();
        assertThat(lines()).hasSize(1).first().asString().contains("\"qualifiers\":[]");
    }

    private void acknowledge() {
        kept = Attention.NONE.acknowledge(
                Objects.requireNonNull(board.service("shop")), clock, clock.plusSeconds(600), "Ann");
        lines();
        changes.look();
    }

    private void answer(Verdict verdict, int times) {
        for (int i = 0; i < times; i++) {
            clock = clock.plusSeconds(5);
            board = board.with(
                    List.of(new Observation(
                            new CheckId("shop", 0),
                            clock,
                            Duration.ofMillis(3),
                            verdict,
                            Reason.of("body-up"),
                            null,
                            null,
                            List.of(),
                            null)),
                    HealthPolicy.DEFAULT);
            changes.stands(board);
        }
    }

    /// Since it was asked last.
    private List<String> lines() {
        List<String> lines = out.toString().lines().toList();
        out.getBuffer().setLength(0);
        return lines;
    }
}
