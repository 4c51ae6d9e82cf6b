package dev.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualifierTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final HealthPolicy POLICY = HealthPolicy.DEFAULT;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p | ''",
                "pff | suspect, 2 of 3 answers towards down",
                "f | suspect, 1 of 3 answers towards down",
                "fffp | recovering, 1 of 2 answers towards up",
                "npp | recovering, 2 of 3 answers towards up",
                "pg | not asked lately: No answer for three intervals",
                "pfg | suspect, 1 of 3 answers towards down + not asked lately: No answer for three intervals",
                "ppfpfpfp | flapping (34 %), at worst up",
                "ppfpfpfpf | suspect, 1 of 3 answers towards down + flapping (39 %), at worst down",
            })
    void tellsHowACheckIsToBeTaken(String answers, String words) {
        CheckHealth check = after(answers);

        assertThat(words(Qualifier.of(check, POLICY))).isEqualTo(words);
    }

    @Test
    void tellsOneOfEachKindForAServiceInAFixedOrder() {
        CheckHealth suspect = after("pf");
        CheckHealth moreSuspect = after("pff").withStale(true);
        ServiceHealth service =
                new ServiceHealth("shop", Health.UP, Reason.of("p"), START, List.of(suspect, after("p"), moreSuspect));

        assertThat(Qualifier.of(service, POLICY))
                .containsExactly(new Qualifier.Suspect(1, 3, Health.DOWN), new Qualifier.Stale());
    }

    @Test
    void tellsTimesOfDay() {
        assertThat(words(List.of(
                        new Qualifier.Acknowledged(START, "Ann looks at the disk"),
                        new Qualifier.InMaintenance(START.plus(Duration.ofHours(20)), ""))))
                .isEqualTo("acknowledged until 12:00: Ann looks at the disk + in maintenance until 2026-01-02 08:00");
    }

    private static String words(List<Qualifier> qualifiers) {
        return String.join(
                " + ",
                qualifiers.stream().map(one -> one.text(ZoneOffset.UTC, START)).toList());
    }

    private static CheckHealth after(String answers) {
        CheckHealth check = CheckHealth.PENDING;
        for (int i = 0; i < answers.length(); i++) {
            Verdict verdict = switch (answers.charAt(i)) {
                case 'p' -> Verdict.PASS;
                case 'f' -> Verdict.FAIL;
                case 'n' -> Verdict.NONE;
                default -> Verdict.GAP;
            };
            check = POLICY.next(
                    check,
                    new Observation(
                            new CheckId("shop", 0),
                            START.plusSeconds(i),
                            Duration.ZERO,
                            verdict,
                            Reason.NO_ANSWER_LATELY,
                            null,
                            null,
                            List.of(),
                            null));
        }
        return check;
    }
}
