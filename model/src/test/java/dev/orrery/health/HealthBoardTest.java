package dev.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HealthBoardTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final SourceLocation HERE = SourceLocation.startOf("shop.yaml");
    private static final HealthPolicy POLICY = HealthPolicy.DEFAULT;
    private static final Topology SHOP = topology(
            service("db"),
            service("orders", "http://orders/live", "http://orders/ready"),
            service("web", "http://web/"));

    @Test
    void startsPendingAndUnknownWhereNothingCanBeAsked() {
        HealthBoard board = HealthBoard.of(SHOP);

        assertThat(standing(board, "web").health()).isEqualTo(Health.PENDING);
        assertThat(standing(board, "orders").checks()).hasSize(2);
        assertThat(standing(board, "db").health()).isEqualTo(Health.UNKNOWN);
        assertThat(standing(board, "db").reason()).isEqualTo(Reason.NO_CHECK);
        assertThat(standing(board, "db").isAsked()).isFalse();
    }

    @Test
    void asksNoServiceThatItsDescriptorLeavesOut() {
        Service web = service("web", "http://web/");
        Service left = new Service(
                web.id(),
                web.name(),
                web.kind(),
                null,
                null,
                null,
                List.of(),
                web.links(),
                web.healthChecks(),
                List.of(),
                web.provides(),
                List.of(),
                false,
                Set.of(),
                List.of(HERE));

        ServiceHealth standing = standing(HealthBoard.of(topology(left)), "web");

        assertThat(standing.reason()).isEqualTo(Reason.INACTIVE);
        assertThat(standing.isAsked()).isFalse();
    }

    @Test
    void takesTheWorstOfAServicesChecks() {
        HealthBoard board = HealthBoard.of(SHOP).with(List.of(answer("orders", 0, Verdict.PASS, 1)), POLICY);
        assertThat(standing(board, "orders").health()).isEqualTo(Health.PENDING);

        board = board.with(List.of(answer("orders", 1, Verdict.WARN, 2)), POLICY);
        assertThat(standing(board, "orders").health()).isEqualTo(Health.DEGRADED);
        assertThat(standing(board, "orders").since()).isEqualTo(START.plusSeconds(2));

        board = board.with(
                List.of(
                        answer("orders", 0, Verdict.FAIL, 3),
                        answer("orders", 0, Verdict.FAIL, 4),
                        answer("orders", 0, Verdict.FAIL, 5)),
                POLICY);
        assertThat(standing(board, "orders").health()).isEqualTo(Health.DOWN);
        assertThat(standing(board, "orders").since()).isEqualTo(START.plusSeconds(5));

        board = board.with(List.of(answer("orders", 0, Verdict.PASS, 6), answer("orders", 0, Verdict.PASS, 7)), POLICY);
        assertThat(standing(board, "orders").health()).isEqualTo(Health.DEGRADED);
        assertThat(standing(board, "orders").since()).isEqualTo(START.plusSeconds(7));
    }

    @Test
    void isTheSameInstanceWhereNothingChanges() {
        HealthBoard board = HealthBoard.of(SHOP);

        assertThat(board.with(List.of(), POLICY)).isSameAs(board);
        HealthBoard missed = board.with(List.of(answer("web", 0, Verdict.GAP, 1)), POLICY);
        assertThat(missed.with(List.of(answer("web", 0, Verdict.GAP, 2)), POLICY))
                .isSameAs(missed);
        assertThat(board.with(List.of(answer("gone", 0, Verdict.PASS, 1)), POLICY))
                .isSameAs(board);
        assertThat(board.with(List.of(answer("web", 7, Verdict.PASS, 1)), POLICY))
                .isSameAs(board);
        assertThat(board.aged(SHOP, POLICY, START.plusSeconds(999))).isSameAs(board);
    }

    @Test
    void agesEveryCheckByItsOwnInterval() {
        HealthBoard board = HealthBoard.of(SHOP).with(List.of(answer("web", 0, Verdict.PASS, 0)), POLICY);

        HealthBoard later = board.aged(SHOP, POLICY, START.plusSeconds(30));
        HealthBoard muchLater = later.aged(SHOP, POLICY, START.plusSeconds(45));

        assertThat(standing(later, "web").isStale()).isTrue();
        assertThat(standing(later, "web").health()).isEqualTo(Health.UP);
        assertThat(standing(muchLater, "web").health()).isEqualTo(Health.UNKNOWN);
        assertThat(standing(muchLater, "web").reason()).isEqualTo(Reason.NO_ANSWER_LATELY);
    }

    @Test
    void keepsWhatIsStillAskedAlikeAfterAnEdit() {
        HealthBoard board = HealthBoard.of(SHOP)
                .with(
                        List.of(
                                answer("web", 0, Verdict.PASS, 0),
                                answer("orders", 0, Verdict.PASS, 0),
                                answer("orders", 1, Verdict.PASS, 0)),
                        POLICY);
        Topology edited = topology(
                service("mail", "http://mail/"),
                service("orders", "http://orders/health"),
                service("web", "http://web/"));

        HealthBoard carried = board.carriedOver(SHOP, edited, 7);

        assertThat(carried.services().keySet()).containsExactly("mail", "orders", "web");
        assertThat(standing(carried, "web")).isSameAs(standing(board, "web"));
        assertThat(standing(carried, "orders").health()).isEqualTo(Health.PENDING);
    }

    @Test
    void dropsALateAnswerToWhatWasAskedBeforeAnEdit() {
        Topology edited = topology(service("orders", "http://orders/health"), service("web", "http://web/"));
        Observation late = answer("orders", 0, Verdict.PASS, 1).stamped(START.plusSeconds(1), 6);

        HealthBoard carried = HealthBoard.of(SHOP, 6).carriedOver(SHOP, edited, 7);

        assertThat(carried.with(List.of(late), POLICY)).isSameAs(carried);
        assertThat(standing(carried.with(List.of(late.stamped(START, 7)), POLICY), "orders")
                        .health())
                .isEqualTo(Health.UP);
        Observation toWhatStays = answer("web", 0, Verdict.PASS, 1).stamped(START, 6);
        assertThat(standing(carried.with(List.of(toWhatStays), POLICY), "web").health())
                .isEqualTo(Health.UP);
    }

    @Test
    void changesAServiceAtTheMomentOfTheCheckThatDecides() {
        HealthBoard board = HealthBoard.of(SHOP)
                .with(
                        List.of(
                                answer("orders", 0, Verdict.PASS, 0),
                                answer("orders", 1, Verdict.PASS, 1),
                                answer("orders", 0, Verdict.FAIL, 2),
                                answer("orders", 0, Verdict.FAIL, 3),
                                answer("orders", 0, Verdict.FAIL, 4),
                                answer("orders", 0, Verdict.PASS, 5),
                                answer("orders", 0, Verdict.PASS, 6),
                                answer("orders", 1, Verdict.FAIL, 7),
                                answer("orders", 1, Verdict.FAIL, 8),
                                answer("orders", 1, Verdict.FAIL, 9)),
                        POLICY);

        assertThat(standing(board, "orders").health()).isEqualTo(Health.DOWN);
        assertThat(standing(board, "orders").since()).isEqualTo(START.plusSeconds(9));
    }

    @Test
    void judgesASingleRoundAtOnce() {
        HealthBoard board = HealthBoard.ofOneRound(
                SHOP, List.of(answer("web", 0, Verdict.FAIL, 0), answer("orders", 0, Verdict.GAP, 0)));

        assertThat(standing(board, "web").health()).isEqualTo(Health.DOWN);
        assertThat(standing(board, "orders").checks())
                .extracting(CheckHealth::health)
                .containsExactly(Health.UNKNOWN, Health.PENDING);
    }

    @Test
    void rollsUpTheWorstOfThoseThatAreAskedAndCountsTheRest() {
        HealthBoard board = HealthBoard.of(SHOP)
                .with(List.of(answer("web", 0, Verdict.WARN, 0), answer("orders", 0, Verdict.PASS, 0)), POLICY);

        Rollup all = board.rollup();
        assertThat(all.health()).isEqualTo(Health.DEGRADED);
        assertThat(all.asked()).isEqualTo(2);
        assertThat(all.of()).isEqualTo(3);
        assertThat(all.notAsked()).isEqualTo(1);
        assertThat(all.count(Health.DEGRADED)).isEqualTo(1);
        assertThat(all.count(Health.PENDING)).isEqualTo(1);
        assertThat(all.counts().keySet()).containsExactly(Health.values());
        assertThat(board.rollup(List.of("db")).health()).isEqualTo(Health.UNKNOWN);
        assertThat(board.rollup(List.of()).health()).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void ordersStatesWorstFirst() {
        assertThat(Health.values())
                .containsExactly(Health.DOWN, Health.DEGRADED, Health.UNKNOWN, Health.PENDING, Health.UP);
    }

    private static ServiceHealth standing(HealthBoard board, String id) {
        return Objects.requireNonNull(board.service(id));
    }

    private static Topology topology(Service... services) {
        return new Topology("shop", List.of(services), List.of(), List.of());
    }

    private static Service service(String id, String... urls) {
        return Service.of(id, ServiceKind.SERVICE, HERE)
                .withHealthChecks(Arrays.stream(urls)
                        .map(url -> new HealthCheck(
                                url, HealthCheck.DEFAULT_INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, HERE))
                        .toList());
    }

    private static Observation answer(String service, int index, Verdict verdict, int second) {
        return new Observation(
                new CheckId(service, index),
                START.plusSeconds(second),
                Duration.ofMillis(5),
                verdict,
                Reason.of("answers", "200"),
                200,
                null,
                List.of(),
                null);
    }
}
