package dev.orrery.probe.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.Verdict;
import dev.orrery.probe.tls.Tls;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plays the rows of a family. With `-Dorrery.faults.exact=true`, on a machine with nothing else to do, each is held
/// to its deadline and a tenth of a second, and its time is printed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultTable {
    private static final boolean EXACT = Boolean.getBoolean("orrery.faults.exact");
    private static final Duration PLAY = EXACT ? Duration.ofMillis(100) : Duration.ofSeconds(15);

    abstract Stream<FaultRow> rows() throws Exception;

    /// Whatever is made once, for all probes, is there before anything is counted.
    @BeforeAll
    static void warmUp() throws Exception {
        for (int i = 0; i < 2; i++) {
            for (String scheme : List.of("http", "https", "tcp")) {
                Playing.by(
                                scheme,
                                served -> Playing.answer(served, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
                                Tls.ofThePlatform())
                        .with(FaultRow.SHORT);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isToldAndLeavesNothingBehind(FaultRow row) throws Exception {
        Leftovers before = Leftovers.now();

        FaultRow.Played played = row.play().with(row.deadline());

        assertThat(played.answer().reason().text()).matches(sentence(row.words()));
        assertThat(played.answer().reason().code()).isEqualTo(row.code());
        assertThat(played.answer().verdict()).isEqualTo(row.verdict());
        assertThat(played.connections()).as("connections").isEqualTo(row.connections());
        assertThat(played.requests()).as("requests").isEqualTo(row.requests());
        assertThat(played.took()).isLessThan(row.deadline().plus(PLAY));
        if (row.verdict() == Verdict.GAP) {
            assertThat(played.answer().httpStatus()).isNull();
        }
        if (EXACT) {
            System.out.printf(
                    "%-60s %6d of %6d ms%n",
                    row.name(), played.took().toMillis(), row.deadline().toMillis());
        }
        before.awaitGone();
    }

    private static Pattern sentence(String words) {
        return Pattern.compile(Pattern.quote(words).replace("#", "\\E\\d+\\Q").replace("~", "\\E[0-9.]+ m?s\\Q"));
    }
}
