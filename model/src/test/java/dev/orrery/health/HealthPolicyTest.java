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

    /// Answers: p pass, w warn, f fail, n none, g gap. States after each: P pending, U up, D
    /// degraded, F down, ? unknown.
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
    void countsNothingForAGapButRemembersItsReasonUntilTheNextAnswer() {
        CheckHealth before = after("pf");
        CheckHealth missed = POLICY.next(before, answer('g', 2));

        assertThat(missed.gap()).isEqualTo(Reason.of("g"));
        assertThat(missed.run()).isEqualTo(before.run());
        assertThat(missed.health()).isEqualTo(before.health());
        assertThat(missed.reason()).isEqualTo(before.reason());
        assertThat(missed.last()).isEqualTo(before.last());
        assertThat(POLICY.next(missed, answer('g', 3))).isSameAs(missed);
        assertThat(POLICY.next(missed, answer('p', 4)).gap()).isNull();
    }

    @Test
    void saysWhyAPendingCheckHasNoAnswerYet() {
        assertThat(after("g").health()).isEqualTo(Health.PENDING);
        assertThat(after("g").reason()).isEqualTo(Reason.of("g"));
        assertThat(after("f").reason()).isEqualTo(Reason.of("f"));
    }

    @Test
    void dropsAnswersToAnOlderPlan() {
        CheckHealth fresh = CheckHealth.pendingFrom(4);

        assertThat(POLICY.next(fresh, answer('p', 0).stamped(START, 3))).isSameAs(fresh);
        assertThat(POLICY.next(fresh, answer('g', 0).stamped(START, 3))).isSameAs(fresh);
        assertThat(POLICY.next(fresh, answer('p', 0).stamped(START, 4)).health())
                .isEqualTo(Health.UP);
    }

    @Test
    void dropsAnswersThatAreOlderThanTheNewest() {
        CheckHealth up = after("pppp");

        assertThat(POLICY.next(up, answer('f', 2))).isSameAs(up);
    }

    @Test
    void aMeasurementThatIsToldThreeTimesCountsOnce() {
        CheckHealth check = after("p");
        for (int i = 1; i <= 3; i++) {
            check = POLICY.next(check, answer('f', i).sampledAt(START));
        }
        assertThat(check.health()).isEqualTo(Health.UP);
        assertThat(check.run()).isEqualTo(1);

        check = POLICY.next(check, answer('f', 4).sampledAt(START.plusSeconds(4)));
        check = POLICY.next(check, answer('f', 5).sampledAt(START.plusSeconds(5)));
        assertThat(check.health()).isEqualTo(Health.DOWN);
    }

    @Test
    void goesByTheSteadyClockWhereTheWallClockIsSetBack() {
        Instant anHourBack = START.minus(Duration.ofHours(1));
        Observation back = new Observation(
                new CheckId("shop", 0),
                anHourBack,
                Duration.ZERO,
                Verdict.FAIL,
                Reason.of("f"),
                null,
                null,
                List.of(),
                null);
        CheckHealth check = after("p");
        for (int i = 1; i <= 3; i++) {
            check = POLICY.next(check, back.stamped(START.plusSeconds(i), 0));
        }

        assertThat(check.health()).isEqualTo(Health.DOWN);
        assertThat(check.since()).isEqualTo(anHourBack);
        assertThat(POLICY.aged(check, check(Duration.ofSeconds(10)), START.plusSeconds(12)))
                .isSameAs(check);
    }

    @Test
    void isStaleAtOnceAfterSleepAndKeepsItsState() {
        CheckHealth asleep =
                POLICY.next(after("pp"), Observation.gap(new CheckId("shop", 0), START.plusSeconds(9), Reason.ASLEEP));

        assertThat(asleep.stale()).isTrue();
        assertThat(asleep.health()).isEqualTo(Health.UP);
        assertThat(POLICY.aged(asleep, check(Duration.ofSeconds(10)), START.plusSeconds(9)))
                .isSameAs(asleep);
        assertThat(POLICY.next(asleep, answer('p', 10)).stale()).isFalse();
        assertThat(POLICY.next(CheckHealth.PENDING, Observation.gap(new CheckId("shop", 0), START, Reason.ASLEEP))
                        .stale())
                .isFalse();
    }

    /// From a state, through three silent intervals, to the state after some answers.
    @ParameterizedTest
    @CsvSource({
        "p, p, U",
        "fff, p, U",
        "fff, ff, ?",
        "fff, fff, F",
        "www, w, D",
        "n, p, U",
        "p, n, ?",
        "p, np, ?",
        "p, fp, U"
    })
    void startsAgainAfterItLapsed(String before, String answers, char state) {
        CheckHealth check = POLICY.aged(after(before), check(Duration.ofSeconds(1)), START.plusSeconds(99));
        assertThat(check.health()).isEqualTo(Health.UNKNOWN);
        for (int i = 0; i < answers.length(); i++) {
            check = POLICY.next(check, answer(answers.charAt(i), 100 + i));
        }

        assertThat(letter(check.health())).isEqualTo(state);
    }

    @Test
    void saysWhatKeptTheAnswersAwayWhereThatIsKnown() {
        CheckHealth lapsed = POLICY.aged(after("pg"), check(Duration.ofSeconds(1)), START.plusSeconds(3));

        assertThat(lapsed.reason()).isEqualTo(Reason.of("g"));
        assertThat(lapsed.since()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void isNotStaleWhileTheEndpointWantsToBeLeftAlone() {
        Observation tooOften = answer('w', 0).withRetryAfter(Duration.ofSeconds(60));
        CheckHealth degraded = POLICY.next(CheckHealth.PENDING, tooOften);
        HealthCheck check = check(Duration.ofSeconds(10));

        assertThat(POLICY.aged(degraded, check, START.plusSeconds(90))).isSameAs(degraded);
        assertThat(POLICY.aged(degraded, check, START.plusSeconds(91)).stale()).isTrue();
        assertThat(POLICY.aged(degraded, check, START.plusSeconds(180)).health())
                .isEqualTo(Health.UNKNOWN);
    }

    @Test
    void leavesNoEndpointAloneForLongerThanAQuarterOfAnHour() {
        Observation never = answer('w', 0).withRetryAfter(Duration.ofDays(365));
        Observation odd = answer('w', 0).withRetryAfter(Duration.ofSeconds(-5));

        assertThat(POLICY.pace().interval(check(Duration.ofSeconds(10)), never)).isEqualTo(Duration.ofMinutes(15));
        assertThat(POLICY.pace().interval(check(Duration.ofSeconds(10)), odd)).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({
        "pf, suspect",
        "pw, suspect",
        "pn, suspect",
        "wf, suspect",
        "wn, suspect",
        "nf, suspect",
        "nw, suspect",
        "fffn, suspect",
        "f, suspect",
        "fffp, recovering",
        "fffw, recovering",
        "wp, recovering",
        "np, recovering",
    })
    void tellsTheWayThatAChangeGoes(String answers, String way) {
        CheckHealth check = after(answers);

        assertThat(check.isSuspect()).isEqualTo(way.equals("suspect"));
        assertThat(check.isRecovering()).isEqualTo(way.equals("recovering"));
    }

    @ParameterizedTest
    @CsvSource({
        "p, f, true",
        "pf, f, false",
        "'', f, true",
        "fff, f, false",
        "fffp, f, false",
        "pfp, f, true",
        "p, w, false"
    })
    void noticesTheFirstFailure(String before, char next, boolean first) {
        CheckHealth stood = after(before);

        assertThat(POLICY.next(stood, answer(next, 50)).isFirstFailureAfter(stood))
                .isEqualTo(first);
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
            states.append(letter(check.health()));
        }
        return states.toString();
    }

    private static char letter(Health health) {
        return switch (health) {
            case PENDING -> 'P';
            case UP -> 'U';
            case DEGRADED -> 'D';
            case DOWN -> 'F';
            case UNKNOWN -> '?';
        };
    }

    private static CheckHealth after(String answers) {
        CheckHealth check = CheckHealth.PENDING;
        for (int i = 0; i < answers.length(); i++) {
            check = POLICY.next(check, answer(answers.charAt(i), i));
        }
        return check;
    }

    /// The same by other means: walks through the past and at each place looks back how long the
    /// newest kind of answer has been coming since the last change.
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
