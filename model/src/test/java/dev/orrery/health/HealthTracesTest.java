package dev.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/// What holds for any trace of answers: each test walks through a thousand that were drawn from
/// a seed.
class HealthTracesTest {
    static final List<Arguments> SEEDS = List.of(Arguments.of(1), Arguments.of(2), Arguments.of(3), Arguments.of(5));

    private static final int TRACES = 250;
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final HealthPolicy POLICY = HealthPolicy.DEFAULT;
    private static final HealthCheck CHECK =
            new HealthCheck("http://shop/", INTERVAL, Duration.ofSeconds(5), null, SourceLocation.startOf("shop.yaml"));
    private static final Topology SHOP = new Topology(
            "shop",
            List.of(
                    Service.of("mail", ServiceKind.SERVICE, CHECK.source()).withHealthChecks(List.of(CHECK)),
                    Service.of("shop", ServiceKind.SERVICE, CHECK.source()).withHealthChecks(List.of(CHECK, CHECK))),
            List.of(),
            List.of());
    private static final List<CheckId> CHECKS =
            List.of(new CheckId("mail", 0), new CheckId("shop", 0), new CheckId("shop", 1));

    @ParameterizedTest
    @FieldSource("SEEDS")
    void goesDownOnlyAfterTheRunThatIsRequired(int seed) {
        forEachTrace(seed, trace -> {
            CheckHealth check = CheckHealth.PENDING;
            int fails = 0;
            int passes = 0;
            for (Observation answer : trace) {
                CheckHealth before = check;
                check = POLICY.next(check, answer);
                if (answer.verdict() != Verdict.GAP) {
                    fails = answer.verdict() == Verdict.FAIL ? fails + 1 : 0;
                    passes = answer.verdict() == Verdict.PASS ? passes + 1 : 0;
                }
                if (check.health() == Health.DOWN && before.health() != Health.DOWN) {
                    assertThat(fails).isGreaterThanOrEqualTo(3);
                }
                if (check.health() == Health.UP && before.health() == Health.DOWN) {
                    assertThat(passes).isGreaterThanOrEqualTo(2);
                }
                if (fails >= 3) {
                    assertThat(check.health()).isEqualTo(Health.DOWN);
                }
                boolean moved = check.health() != before.health();
                assertThat(Objects.equals(check.since(), before.since())).isEqualTo(!moved);
                assertThat(check.run()).isLessThan(3);
            }
        });
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void neverBecomesUpBySilence(int seed) {
        forEachTrace(seed, trace -> {
            Random waits = new Random(trace.hashCode());
            CheckHealth check = CheckHealth.PENDING;
            for (Observation answer : trace) {
                check = POLICY.next(check, answer);
                CheckHealth later = POLICY.aged(check, CHECK, answer.steady().plusSeconds(waits.nextInt(60)));
                assertThat(later.health()).isIn(check.health(), Health.UNKNOWN);
                CheckHealth muchLater =
                        POLICY.aged(later, CHECK, answer.steady().plus(INTERVAL.multipliedBy(3)));
                assertThat(muchLater.health()).isEqualTo(check.last() == null ? Health.PENDING : Health.UNKNOWN);
            }
        });
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void givesTheSameBoardHoweverTheAnswersWereBatched(int seed) {
        forEachTrace(seed, trace -> {
            Random cuts = new Random(trace.hashCode());
            HealthBoard whole = HealthBoard.of(SHOP).with(trace, POLICY);
            HealthBoard batched = HealthBoard.of(SHOP);
            int from = 0;
            while (from < trace.size()) {
                int to = Math.min(trace.size(), from + 1 + cuts.nextInt(9));
                batched = batched.with(trace.subList(from, to), POLICY);
                from = to;
            }
            assertThat(batched).isEqualTo(whole);
        });
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void endsAtTheSameVerdictWhateverArrivesLate(int seed) {
        forEachTrace(seed, trace -> {
            Random lateness = new Random(trace.hashCode());
            List<Observation> arrivals = new ArrayList<>(trace);
            for (int i = 0; i < trace.size() / 4; i++) {
                int at = lateness.nextInt(trace.size());
                Observation stray = trace.get(at);
                Observation toAnOlderPlan = stray.stamped(stray.steady().plusSeconds(5), 6);
                arrivals.add(lateness.nextInt(arrivals.size()), toAnOlderPlan);
                Observation old = trace.get(lateness.nextInt(at + 1));
                boolean older =
                        old.steady().isBefore(stray.steady()) && old.check().equals(stray.check());
                if (older && stray.verdict() != Verdict.GAP) {
                    arrivals.add(arrivals.indexOf(stray) + 1, old);
                }
            }

            HealthBoard inOrder = HealthBoard.of(SHOP, 7).with(trace, POLICY);

            assertThat(HealthBoard.of(SHOP, 7).with(arrivals, POLICY)).isEqualTo(inOrder);
        });
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void saysNothingOfAServiceForFaultsOnThisSide(int seed) {
        forEachTrace(seed, trace -> {
            HealthBoard before = HealthBoard.of(SHOP).with(trace, POLICY);
            HealthBoard board = before;
            Instant end = trace.getLast().steady();
            for (Observation answer : trace) {
                Instant later = end.plus(Duration.between(trace.getFirst().steady(), answer.steady()));
                Observation gap = answer.asGap(Reason.of("no-route", "shop")).stamped(later, 7);
                board = board.with(List.of(gap), POLICY).aged(SHOP, POLICY, later);
                for (ServiceHealth service : board.services().values()) {
                    Health was = Objects.requireNonNull(before.service(service.service()))
                            .health();
                    if (service.health() != was) {
                        assertThat(service.health()).isNotIn(Health.DOWN, Health.UP);
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void changesAtMostOnceAnAnswerAndOnlyWhatWasAsked(int seed) {
        forEachTrace(seed, trace -> {
            HealthBoard board = HealthBoard.of(SHOP);
            for (Observation answer : trace) {
                HealthBoard next = board.with(List.of(answer), POLICY);
                for (String id : board.services().keySet()) {
                    if (!id.equals(answer.check().service())) {
                        assertThat(next.service(id)).isSameAs(board.service(id));
                    }
                }
                long moved = changes(board, next);
                assertThat(moved).isLessThanOrEqualTo(1);
                board = next;
            }
        });
    }

    private static long changes(HealthBoard one, HealthBoard other) {
        return CHECKS.stream()
                .filter(id -> check(one, id).health() != check(other, id).health())
                .count();
    }

    private static CheckHealth check(HealthBoard board, CheckId id) {
        return Objects.requireNonNull(board.service(id.service())).checks().get(id.index());
    }

    private interface Claim {
        void on(List<Observation> trace);
    }

    /// Traces of one plan, in order of time: mostly runs, since with noise hardly anything ever
    /// changes.
    private static void forEachTrace(int seed, Claim claim) {
        Random random = new Random(seed);
        TreeSet<Verdict> seen = new TreeSet<>();
        for (int number = 0; number < TRACES; number++) {
            List<Observation> trace = new ArrayList<>();
            Instant steady = Instant.EPOCH;
            Instant wall = Instant.parse("2026-01-01T00:00:00Z");
            Verdict verdict = Verdict.PASS;
            int length = 20 + random.nextInt(40);
            for (int i = 0; i < length; i++) {
                Duration step = Duration.ofMillis(1 + random.nextInt(9_000));
                steady = steady.plus(step);
                boolean set = random.nextInt(20) == 0;
                wall = wall.plus(step).plusSeconds(set ? random.nextInt(7_200) - 3_600 : 0);
                if (random.nextInt(3) == 0) {
                    verdict = List.of(Verdict.values()).get(random.nextInt(Verdict.values().length));
                }
                seen.add(verdict);
                CheckId check = CHECKS.get(random.nextInt(CHECKS.size()));
                trace.add(new Observation(
                                check, wall, Duration.ZERO, verdict, Reason.of("test"), null, null, List.of(), null)
                        .stamped(steady, 7));
            }
            claim.on(List.copyOf(trace));
        }
        assertThat(seen).hasSize(Verdict.values().length);
    }
}
