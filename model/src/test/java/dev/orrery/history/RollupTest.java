package dev.orrery.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orrery.health.CheckId;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollupTest {
    private static final String ENV = History.NO_ENVIRONMENT;
    private static final Instant END = Fleet.START.plus(Duration.ofHours(5));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void rollUpsAreWhatAddingUpByHandGives(long seed) throws Exception {
        Random random = new Random(seed);
        List<Observation> answers = randomAnswers(random, 3, 4_000);
        try (Database database = Database.writing(folder.resolve("h.db"))) {
            Schema.make(database, "t");
            Ledger ledger = new Ledger(database);
            Upkeep upkeep = new Upkeep(database, Limits.DEFAULT);
            Waiting waiting = new Waiting(Limits.DEFAULT);
            Instant now = Fleet.START;
            for (Observation answer : answers) {
                waiting.add(ENV, List.of(answer));
                now = answer.at().isAfter(now) ? answer.at() : now;
                if (random.nextInt(50) == 0) {
                    // Now and then with a minute that is not over, and with some upkeep in between.
                    ledger.write(
                            waiting.take(random.nextBoolean() ? Instant.MAX : now.truncatedTo(ChronoUnit.MINUTES)));
                    upkeep.step(now);
                }
            }
            ledger.write(waiting.take(Instant.MAX));
            check(database, answers);
            for (int i = 0; i < 1_000 && upkeep.step(END.plus(Duration.ofDays(1))); i++) {
                assertThat(i).isLessThan(999);
            }
            assertThat(database.number("SELECT count(*) FROM minute")).isZero();
            check(database, answers);
        }
    }

    private static void check(Database database, List<Observation> answers) throws Exception {
        for (int service = 0; service < 3; service++) {
            CheckId check = new CheckId("s" + service, 0);
            TreeMap<Instant, List<Observation>> byMinute = answers.stream()
                    .filter(answer -> answer.check().equals(check))
                    .collect(Collectors.groupingBy(
                            answer -> answer.at().truncatedTo(ChronoUnit.MINUTES), TreeMap::new, Collectors.toList()));
            List<Rollup> kept =
                    database.read(connection -> Questions.rollups(connection, ENV, check, Fleet.START, END));
            assertThat(kept).extracting(Rollup::from).containsExactlyElementsOf(byMinute.keySet());
            for (Rollup minute : kept) {
                compare(minute, Objects.requireNonNull(byMinute.get(minute.from())));
            }
            compare(
                    kept.stream().reduce(Rollup::plus).orElseThrow(),
                    byMinute.values().stream().flatMap(List::stream).toList());
        }
    }

    private static void compare(Rollup kept, List<Observation> answers) {
        assertThat(kept.passes()).isEqualTo(count(answers, Verdict.PASS));
        assertThat(kept.warns()).isEqualTo(count(answers, Verdict.WARN));
        assertThat(kept.fails()).isEqualTo(count(answers, Verdict.FAIL));
        assertThat(kept.nones()).isEqualTo(count(answers, Verdict.NONE));
        assertThat(kept.gaps()).isEqualTo(count(answers, Verdict.GAP));
        assertThat(kept.count()).isEqualTo(answers.size() - count(answers, Verdict.GAP));
        List<Duration> took = answers.stream()
                .filter(answer -> answer.verdict() != Verdict.FAIL && answer.verdict() != Verdict.GAP)
                .map(Observation::took)
                .sorted()
                .toList();
        for (double share : new double[] {0.5, 0.95, 1}) {
            double naive = took.isEmpty()
                    ? 0
                    : took.get((int) Math.max(1, Math.ceil(share * took.size())) - 1)
                            .toNanos();
            assertThat((double) kept.latencies().quantile(share).toNanos())
                    .isCloseTo(naive, within(naive * Latencies.ERROR * 1.01 + 1_000));
        }
    }

    private static long count(List<Observation> answers, Verdict verdict) {
        return answers.stream().filter(answer -> answer.verdict() == verdict).count();
    }

    private static List<Observation> randomAnswers(Random random, int services, int count) {
        List<Observation> answers = new ArrayList<>();
        Verdict[] verdicts = Verdict.values();
        for (int i = 0; i < count; i++) {
            Instant at = Fleet.START.plusMillis(Duration.ofHours(5).toMillis() * i / count);
            // Some arrive late: the clock is set back a little, or the answer waited.
            Instant late = random.nextInt(100) == 0 ? at.minusSeconds(random.nextInt(600)) : at;
            Instant in = late.isBefore(Fleet.START) ? at : late;
            Duration took = Duration.ofNanos((long) Math.exp(random.nextDouble() * 22));
            Verdict verdict = random.nextInt(4) > 0 ? Verdict.PASS : verdicts[random.nextInt(verdicts.length)];
            answers.add(Fleet.answer("s" + random.nextInt(services), in, verdict, took));
        }
        return answers;
    }

    @Test
    void latenciesAddUpAlikeInAnyOrder() {
        Random random = new Random(3);
        List<Latencies> parts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            parts.add(Latencies.of(Duration.ofMillis(random.nextInt(30_000))));
        }
        Latencies one = parts.stream().reduce(Latencies.EMPTY, Latencies::plus);
        Collections.shuffle(parts, random);
        Latencies other = parts.stream().reduce(Latencies.EMPTY, Latencies::plus);
        assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(other.count()).isEqualTo(500);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        one.write(out);
        assertThat(Latencies.read(ByteBuffer.wrap(out.toByteArray()))).isEqualTo(one);
    }

    @Test
    void extremesOfTimeAreCountedToo() {
        for (Duration took : List.of(
                Duration.ZERO, Duration.ofNanos(1), Duration.ofDays(400), Duration.ofSeconds(Long.MAX_VALUE / 2_000))) {
            assertThat(Latencies.of(took).count()).as("%s", took).isEqualTo(1);
        }
        assertThat(Latencies.EMPTY.max()).isZero();
    }
}
