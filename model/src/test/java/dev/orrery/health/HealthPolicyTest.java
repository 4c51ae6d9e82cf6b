package dev.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.SourceLocation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthPolicyTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final HealthPolicy POLICY = HealthPolicy.DEFAULT;

    /// Answers: p pass, w warn, f fail, n none, g gap. States after each: P pending, U up, D degraded, F down, ?
    /// unknown.
    @ParameterizedTest
    @CsvSource({
        "p, U",
        "w, D",
        "n, ?",
        "g, P",
        "f, P",
        "fff, PPF",
        "ffp, PPU",
        "fgff, PPPF",
        "ffpff, PPUUU",
        "ffpfff, PPUUUF",
        "pfff, UUUF",
        "pffpff, UUUUUU",
        "pffgf, UUUUF",
        "pffwf, UUUUU",
        "pwww, UUUD",
        "pnnn, UUU?",
        "pwwf, UUUU",
        "fffpp, PPFFU",
        "fffpfp, PPFFFF",
        "fffpgp, PPFFFU",
        "fffww, PPFFD",
        "fffnnn, PPFFF?",
        "fffpwp, PPFFFF",
        "wppp, DDDU",
        "wfff, DDDF",
        "nppp, ???U",
        "npp, ???",
        "nfff, ???F",
        "nwww, ???D",
    })
    void countsAnswersBeforeItChangesItsMind(String answers, String states) {
        assertThat(states(answers)).isEqualTo(states);
    }

    @Test
    void movesSinceOnlyWhenTheStateChanges() {
        assertThat(after("ppp").since()).isEqualTo(START);
        assertThat(after("pppfff").since()).isEqualTo(START.plusSeconds(5));
        assertThat(after("pppfffff").since()).isEqualTo(START.plusSeconds(5));
        assertThat(after("ff").since()).isNull();
    }

    @Test
    void tellsSuspectAndRecoveringByTheCount() {
        CheckHealth suspect = after("pff");
        CheckHealth recovering = after("fffp");

        assertThat(suspect.isSuspect()).isTrue();
        assertThat(suspect.run()).isEqualTo(2);
        assertThat(POLICY.needed(suspect)).isEqualTo(3);
        assertThat(recovering.isRecovering()).isTrue();
        assertThat(recovering.run()).isEqualTo(1);
        assertThat(POLICY.needed(recovering)).isEqualTo(2);
        assertThat(after("ff").isSuspect()).isTrue();
        assertThat(after("pffp").isSuspect()).isFalse();
    }

    @Test
    void keepsTheReasonOfTheStateUntilTheStateChanges() {
        assertThat(after("pf").reason().code()).isEqualTo("p");
        assertThat(after("pfff").reason().code()).isEqualTo("f");
    }

    @Test
    void leavesACheckAsItIsAfterAGap() {
        CheckHealth before = after("pf");

        assertThat(POLICY.next(before, answer('g', 9))).isSameAs(before);
    }

    @Test
    void agrees1000TimesWithAFoldThatLooksAtTheWholePast() {
        Random random = new Random(42);
        for (int round = 0; round < 1000; round++) {
            int toChange = 1 + random.nextInt(4);
            int toRecover = 1 + random.nextInt(3);
            HealthPolicy policy = new HealthPolicy(toChange, toRecover, Pace.asDeclared());
            StringBuilder past = new StringBuilder();
            CheckHealth check = CheckHealth.PENDING;
            for (int i = 0; i < 60; i++) {
                // Runs, rather than noise: with noise hardly anything ever changes.
                boolean again = i > 0 && random.nextInt(3) > 0;
                char next = again ? past.charAt(i - 1) : "pwfng".charAt(random.nextInt(5));
                past.append(next);
                check = policy.next(check, answer(next, i));

                assertThat(check.health())
                        .as("after %s, %s to change, %s to recover", past, toChange, toRecover)
                        .isEqualTo(slowly(past.toString(), toChange, toRecover));
                assertThat(check.run() == 0).isEqualTo(check.towards() == check.health());
            }
        }
    }

    @Test
    void isStaleAfterOneAndAHalfIntervalsAndUnknownAfterThree() {
        HealthCheck check = check(Duration.ofSeconds(10));
        CheckHealth up = after("p");

        assertThat(POLICY.aged(up, check, START.plusSeconds(15))).isSameAs(up);
        CheckHealth stale = POLICY.aged(up, check, START.plusMillis(15_001));
        assertThat(stale.stale()).isTrue();
        assertThat(stale.health()).isEqualTo(Health.UP);
        assertThat(POLICY.aged(stale, check, START.plusSeconds(20))).isSameAs(stale);
        CheckHealth lapsed = POLICY.aged(stale, check, START.plusSeconds(99));
        assertThat(lapsed.health()).isEqualTo(Health.UNKNOWN);
        assertThat(lapsed.reason()).isEqualTo(Reason.NO_ANSWER_LATELY);
        assertThat(lapsed.since()).isEqualTo(START.plusSeconds(30));
        assertThat(POLICY.aged(lapsed, check, START.plusSeconds(200))).isSameAs(lapsed);
    }

    @Test
    void isFreshAgainWithTheNextAnswer() {
        HealthCheck check = check(Duration.ofSeconds(10));
        CheckHealth stale = POLICY.aged(after("p"), check, START.plusSeconds(16));

        assertThat(POLICY.next(stale, answer('p', 17)).stale()).isFalse();
        assertThat(POLICY.next(stale, answer('f', 17)).stale()).isFalse();
    }

    @Test
    void neverAgesWhatWasNotAsked() {
        assertThat(POLICY.aged(CheckHealth.PENDING, check(Duration.ofSeconds(1)), START.plusSeconds(999)))
                .isSameAs(CheckHealth.PENDING);
    }

    @Test
    void agesByThePaceThatIsKept() {
        HealthPolicy halfAsOften = POLICY.withPace(new Pace.Stretched(2));
        HealthPolicy demo = POLICY.withPace(new Pace.Every(Duration.ofSeconds(2)));
        HealthCheck check = check(Duration.ofSeconds(10));

        assertThat(halfAsOften.aged(after("p"), check, START.plusSeconds(20)).stale())
                .isFalse();
        assertThat(demo.aged(after("p"), check, START.plusSeconds(4)).stale()).isTrue();
        assertThat(POLICY.pace().interval(check(Duration.ofMillis(1)))).isEqualTo(Pace.SHORTEST);
    }

    private static String states(String answers) {
        StringBuilder states = new StringBuilder();
        CheckHealth check = CheckHealth.PENDING;
        for (int i = 0; i < answers.length(); i++) {
            check = POLICY.next(check, answer(answers.charAt(i), i));
            states.append(
                    switch (check.health()) {
                        case PENDING -> 'P';
                        case UP -> 'U';
                        case DEGRADED -> 'D';
                        case DOWN -> 'F';
                        case UNKNOWN -> '?';
                    });
        }
        return states.toString();
    }

    private static CheckHealth after(String answers) {
        CheckHealth check = CheckHealth.PENDING;
        for (int i = 0; i < answers.length(); i++) {
            check = POLICY.next(check, answer(answers.charAt(i), i));
        }
        return check;
    }

    /// The same by other means: walks through the past and at each place looks back how long the newest kind of
    /// answer has been coming since the last change.
    private static Health slowly(String past, int toChange, int toRecover) {
        String answers = past.replace("g", "");
        Health health = Health.PENDING;
        int changedAt = 0;
        for (int end = 1; end <= answers.length(); end++) {
            String sinceChange = answers.substring(changedAt, end);
            char newest = sinceChange.charAt(sinceChange.length() - 1);
            int same = sinceChange.length()
                    - sinceChange.replaceAll(newest + "+$", "").length();
            Health said = said(newest);
            int needed = toChange;
            if (health == Health.PENDING && said != Health.DOWN) {
                needed = 1;
            } else if (health == Health.DOWN && (said == Health.UP || said == Health.DEGRADED)) {
                needed = toRecover;
            }
            if (said != health && same >= needed) {
                health = said;
                changedAt = end;
            }
        }
        return health;
    }

    private static Health said(char answer) {
        return switch (answer) {
            case 'p' -> Health.UP;
            case 'w' -> Health.DEGRADED;
            case 'f' -> Health.DOWN;
            default -> Health.UNKNOWN;
        };
    }

    private static HealthCheck check(Duration interval) {
        return new HealthCheck(
                "http://shop.example/", interval, Duration.ofSeconds(1), null, SourceLocation.startOf("shop.yaml"));
    }

    private static Observation answer(char kind, int second) {
        Verdict verdict = switch (kind) {
            case 'p' -> Verdict.PASS;
            case 'w' -> Verdict.WARN;
            case 'f' -> Verdict.FAIL;
            case 'n' -> Verdict.NONE;
            default -> Verdict.GAP;
        };
        return new Observation(
                new CheckId("shop", 0),
                START.plusSeconds(second),
                Duration.ofMillis(5),
                verdict,
                Reason.of(String.valueOf(kind)),
                null,
                null,
                List.of(),
                null);
    }
}
