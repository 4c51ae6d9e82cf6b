package dev.orrery.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.CheckId;
import dev.orrery.health.ComponentHealth;
import dev.orrery.health.Flaps;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.ServiceHealth;
import dev.orrery.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What counts as a change that is worth keeping.
class StandingTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ComponentHealth DB = new ComponentHealth("db", Health.UP, "ready", List.of());

    private final ServiceHealth known = service(Health.UP, check(answer(NOON, "200", DB)));

    @Test
    void anotherAnswerOfTheSameKindIsNoChange() {
        ComponentHealth worded = new ComponentHealth("db", Health.UP, "quite ready", List.of());
        Observation later = answer(NOON.plusSeconds(15), "204", worded);

        assertThat(Standing.differ(known, service(Health.UP, check(later)))).isFalse();
        assertThat(Standing.differ(known, known)).isFalse();
    }

    @Test
    void anotherStateReasonOrTimeIsAChange() {
        CheckHealth check = check(answer(NOON, "200", DB));

        assertThat(Standing.differ(known, service(Health.DOWN, check))).isTrue();
        assertThat(Standing.differ(
                        known, new ServiceHealth("a", Health.UP, Reason.of("body-up"), NOON, List.of(check))))
                .isTrue();
        assertThat(Standing.differ(
                        known,
                        new ServiceHealth(
                                "a", Health.UP, Reason.of("answers", "200"), NOON.plusMillis(1), List.of(check))))
                .isTrue();
        assertThat(Standing.differ(known, service(Health.UP, check, check))).isTrue();
    }

    @Test
    void whatIsPendingHasNoTimeAndIsComparedAllTheSame() {
        ServiceHealth pending =
                new ServiceHealth("a", Health.PENDING, Reason.NOT_ASKED, null, List.of(CheckHealth.PENDING));

        assertThat(Standing.differ(pending, pending)).isFalse();
        assertThat(Standing.differ(pending, known)).isTrue();
        assertThat(Standing.differ(known, pending)).isTrue();
    }

    @Test
    void anotherPartOrItsStateIsAChange() {
        ComponentHealth down = new ComponentHealth("db", Health.DOWN, "ready", List.of());
        ComponentHealth other = new ComponentHealth("cache", Health.UP, "ready", List.of());
        ComponentHealth within = new ComponentHealth("db", Health.UP, "ready", List.of(DB));

        for (ComponentHealth part : List.of(down, other, within)) {
            assertThat(Standing.differ(known, service(Health.UP, check(answer(NOON, "200", part)))))
                    .isTrue();
        }
        assertThat(Standing.differ(known, service(Health.UP, check(answer(NOON, "200", DB, other)))))
                .isTrue();
    }

    @Test
    void partsThatAreNotKeptAreNoChange() {
        ComponentHealth deep = DB;
        ComponentHealth deeper = new ComponentHealth("db", Health.DOWN, null, List.of());
        for (int level = 0; level < 4; level++) {
            deep = new ComponentHealth("level", Health.UP, null, List.of(deep));
            deeper = new ComponentHealth("level", Health.UP, null, List.of(deeper));
        }

        assertThat(Standing.differ(
                        service(Health.UP, check(answer(NOON, "200", deep))),
                        service(Health.UP, check(answer(NOON, "200", deeper)))))
                .isFalse();
    }

    @Test
    void aRunOfContraryAnswersIsAChangeUnlessTheCheckFlaps() {
        Observation last = answer(NOON, "200", DB);

        assertThat(Standing.differ(
                        service(Health.UP, check(1, false, null, Flaps.NONE, last)),
                        service(Health.UP, check(2, false, null, Flaps.NONE, last))))
                .isTrue();
        assertThat(Standing.differ(
                        service(Health.UP, check(1, false, null, flapping(5), last)),
                        service(Health.UP, check(2, false, null, flapping(9), null))))
                .isFalse();
        assertThat(Standing.differ(
                        service(Health.UP, check(1, false, null, Flaps.NONE, last)),
                        service(Health.UP, check(1, false, null, flapping(5), last))))
                .isTrue();
    }

    @Test
    void anotherQualifierOrGapIsAChange() {
        Observation last = answer(NOON, "200", DB);
        ServiceHealth plain = service(Health.UP, check(0, false, null, Flaps.NONE, last));

        assertThat(Standing.differ(plain, service(Health.UP, check(0, true, null, Flaps.NONE, last))))
                .isTrue();
        assertThat(Standing.differ(plain, service(Health.UP, check(0, false, Reason.ASLEEP, Flaps.NONE, last))))
                .isTrue();
        assertThat(Standing.differ(plain, service(Health.UP, check(0, false, null, Flaps.NONE, null))))
                .isTrue();
    }

    @Test
    void decidesAsACopyWithoutAllThatIsOfNoMatterWould() {
        Fleet fleet = Fleet.of(12);
        Random random = new Random(11);
        Verdict[] verdicts = Verdict.values();
        int changes = 0;
        int others = 0;
        for (int round = 0; round < 300; round++) {
            Instant now = NOON.plusSeconds(15L * round);
            HealthBoard before = fleet.board();
            HealthBoard after = fleet.hears(fleet.names().stream()
                    .filter(_ -> random.nextInt(4) > 0)
                    .map(name -> {
                        int which = random.nextInt(3) == 0 ? random.nextInt(verdicts.length) : 0;
                        return Fleet.answer(name, now, verdicts[which], Duration.ofMillis(random.nextInt(900)));
                    })
                    .toList());
            for (String name : fleet.names()) {
                ServiceHealth one = Objects.requireNonNull(before.service(name));
                ServiceHealth other = Objects.requireNonNull(after.service(name));
                boolean expected = !Bare.of(one).equals(Bare.of(other));
                assertThat(Standing.differ(one, other)).as("%s%n%s", one, other).isEqualTo(expected);
                changes += expected ? 1 : 0;
                others += expected ? 0 : 1;
            }
        }
        assertThat(changes).isGreaterThan(500);
        assertThat(others).isGreaterThan(500);
    }

    private static Flaps flapping(int changes) {
        return new Flaps(changes, true, Health.DOWN);
    }

    private static ServiceHealth service(Health health, CheckHealth... checks) {
        return new ServiceHealth("a", health, Reason.of("answers", "200"), NOON, List.of(checks));
    }

    private static CheckHealth check(Observation last) {
        return check(0, false, null, Flaps.NONE, last);
    }

    private static CheckHealth check(
            int run, boolean stale, @Nullable Reason gap, Flaps flaps, @Nullable Observation last) {
        return new CheckHealth(
                Health.UP, NOON, Reason.of("answers"), run, Health.UP, false, stale, last, gap, flaps, 0);
    }

    private static Observation answer(Instant at, String status, ComponentHealth... parts) {
        return new Observation(
                new CheckId("a", 0),
                at,
                Duration.ofMillis(at.getEpochSecond() % 100),
                Verdict.PASS,
                Reason.of("answers", status),
                200,
                "spring-boot",
                List.of(parts),
                status);
    }
}
