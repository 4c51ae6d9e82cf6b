package dev.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Traces are written as answers: `p` passes, `f` fails. Each is taken after a long time of
/// passes.
class FlapPolicyTest {
    private static final FlapPolicy ICINGA = FlapPolicy.DEFAULT;
    private static final FlapPolicy NAGIOS = new FlapPolicy(0.75, 1.25, 30, 20);

    @Test
    void weighsChangesAsIcingaDoes() {
        assertPercents(
                ICINGA,
                "fp".repeat(10),
                "5.9 11.7 17.4 23.0 28.5 33.9 39.2 44.4 49.5 54.5 59.4 64.2 68.9 73.5 78.0 82.4 86.7 90.9 95.0 99.0",
                0.051);
        assertPercents(ICINGA, "fffppppp", "5.9 5.8 5.7 11.5 11.3 11.1 10.9 10.7", 0.051);
    }

    @Test
    void weighsChangesAsNagiosDoes() {
        assertPercents(
                NAGIOS,
                "fp".repeat(10),
                "6.25 12.37 18.36 24.21 29.93 35.53 40.99 46.32 51.51 56.58 61.51 66.32 70.99 75.53 79.93 84.21 88.36"
                        + " 92.37 96.25 100",
                0.0051);
        assertPercents(NAGIOS, "fffppppp", "6.25 6.12 5.99 12.11 11.84 11.58 11.32 11.05", 0.0051);
    }

    @Test
    void forgetsAnOutageAfterTheWindow() {
        List<Double> icinga = percents(ICINGA, "fff" + "p".repeat(30));
        List<Double> nagios = percents(NAGIOS, "fff" + "p".repeat(30));

        assertThat(icinga.get(22)).isPositive();
        assertThat(icinga.get(23)).isZero();
        assertThat(nagios.get(22)).isPositive();
        assertThat(nagios.get(23)).isZero();
    }

    @Test
    void lingersAfterSevenChanges() {
        String trace = "fpfpfpf" + "f".repeat(20);
        List<Double> icinga = percents(ICINGA, trace);
        List<Double> nagios = percents(NAGIOS, trace);

        assertThat(icinga.get(6)).isCloseTo(39.2, within(0.051));
        assertThat(icinga.get(19)).isCloseTo(30.1, within(0.051));
        assertThat(firstAtMost(icinga, 25)).isEqualTo(22);
        assertThat(nagios.get(6)).isCloseTo(40.99, within(0.0051));
        assertThat(nagios.get(19)).isCloseTo(29.01, within(0.0051));
        assertThat(firstAtMost(nagios, 25)).isEqualTo(21);
    }

    @ParameterizedTest
    @CsvSource({"2, 50.7, 50.0", "3, 35.5, 35.0", "4, 26.0, 25.5", "5, 21.1, 20.6"})
    void staysBelowALimitForSlowChanges(int every, double nagios, double icinga) {
        String trace = ("f".repeat(every) + "p".repeat(every)).repeat(20);

        assertThat(steadyMaximum(percents(NAGIOS, trace))).isCloseTo(nagios, within(0.051));
        assertThat(steadyMaximum(percents(ICINGA, trace))).isCloseTo(icinga, within(0.051));
    }

    @ParameterizedTest
    @CsvSource({
        "fpfpf, 0",
        "fpfpfp, 6",
        "fffppp, 0",
        "ffffppppffffppppffffppppffffppppffffpppp, 0",
        "fffpppfffpppfffpppfff, 16",
    })
    void flapsFromTheSixthChangeInARowOn(String trace, int from) {
        List<Flaps> flaps = flaps(ICINGA, trace);

        assertThat(flaps.stream().takeWhile(seen -> !seen.flapping()).count() + 1)
                .isEqualTo(from == 0 ? trace.length() + 1 : from);
    }

    @Test
    void flapsNoMoreOnceTheChangesHaveBecomeFew() {
        List<Flaps> flaps = flaps(ICINGA, "fpfpfpf" + "f".repeat(20));

        assertThat(flaps.subList(5, 21)).allMatch(Flaps::flapping);
        assertThat(flaps.subList(21, 27)).noneMatch(Flaps::flapping);
    }

    @Test
    void keepsTheWorstThatWasSaidWhileItFlaps() {
        List<Flaps> flaps = flaps(ICINGA, "wpwpwpwpfppp");

        assertThat(flaps.get(4).worst()).isEqualTo(Health.UP);
        assertThat(flaps.get(6).worst()).isEqualTo(Health.DEGRADED);
        assertThat(flaps.get(9).worst()).isEqualTo(Health.DOWN);
        assertThat(flaps.getLast().worst()).isEqualTo(Health.DOWN);
    }

    private static void assertPercents(FlapPolicy policy, String trace, String expected, double off) {
        double[] wanted = Arrays.stream(expected.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        List<Double> found = percents(policy, trace);
        assertThat(found).hasSize(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(found.get(i)).as("after check %s", i + 1).isCloseTo(wanted[i], within(off));
        }
    }

    private static List<Double> percents(FlapPolicy policy, String trace) {
        return flaps(policy, trace).stream()
                .map(seen -> policy.percent(seen.changes()))
                .toList();
    }

    private static List<Flaps> flaps(FlapPolicy policy, String trace) {
        List<Flaps> flaps = new ArrayList<>();
        Flaps now = Flaps.NONE;
        char before = 'p';
        for (int i = 0; i < trace.length(); i++) {
            char answer = trace.charAt(i);
            Health said = answer == 'p' ? Health.UP : answer == 'w' ? Health.DEGRADED : Health.DOWN;
            now = now.next(answer != before, said, policy);
            before = answer;
            flaps.add(now);
        }
        return flaps;
    }

    /// Counted from 1, after the window is full.
    private static int firstAtMost(List<Double> percents, double limit) {
        for (int i = 8; i < percents.size(); i++) {
            if (percents.get(i) <= limit) {
                return i + 1;
            }
        }
        return -1;
    }

    private static double steadyMaximum(List<Double> percents) {
        return percents.stream()
                .skip(Flaps.WINDOW)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }
}
