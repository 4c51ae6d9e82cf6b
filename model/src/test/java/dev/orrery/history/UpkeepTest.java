package dev.orrery.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orrery.health.CheckId;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
    private static final String ENV = History.NO_ENVIRONMENT;

    /// A larger run: `-Dorrery.history.observations=10000000`.
    private static final long OBSERVATIONS = Long.getLong("orrery.history.observations", 200_000);

    private static final CheckId FIRST = new CheckId("service-00000", 0);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(Fleet.START);
    private Database database;

    @BeforeEach
    void open() throws Exception {
        database = Database.writing(folder.resolve("h.db"));
        Schema.make(database, "t");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFileStaysSmallHoweverLongItIsUsed() throws Exception {
        int services = 50;
        Limits limits = new Limits(1_000_000, Duration.ofDays(2), Duration.ofDays(30), 100_000, 100_000);
        Ledger ledger = new Ledger(database);
        Upkeep upkeep = new Upkeep(database, limits);
        Waiting waiting = new Waiting(limits);
        Recorder recorder = new Recorder(ENV, waiting, clock);
        Fleet fleet = Fleet.of(services);
        long largest = 0;
        for (long seen = 0; seen < OBSERVATIONS; seen += 4L * services) {
            // A minute each: four answers, and a service in trouble now and then.
            for (int i = 0; i < 4; i++) {
                clock.pass(Duration.ofSeconds(15));
                recorder.observed(hear(fleet, seen, i));
            }
            recorder.stands(fleet.board());
            ledger.write(waiting.take(clock.instant().minusSeconds(60)));
            upkeep.step(clock.instant());
            largest = Math.max(largest, bytes());
        }
        for (int i = 0; i < 10_000 && upkeep.step(clock.instant()); i++) {
            assertThat(i).isLessThan(9_999);
        }
        assertThat(largest).as("at any time").isLessThan(limits.bytes() * 3 / 2);
        assertThat(bytes()).isLessThan(limits.bytes() * 6 / 5);
        assertThat(Files.size(folder.resolve("h.db"))).isLessThan(limits.bytes() * 3 / 2);
        Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
        List<Rollup> newest =
                database.read(connection -> Questions.rollups(connection, ENV, FIRST, hourAgo, clock.instant()));
        assertThat(newest).as("the newest stays").hasSizeGreaterThan(55);
        HealthBoard now = database.read(connection -> Questions.boardAt(connection, ENV, clock.instant()));
        assertThat(now.services()).as("and so does how all stand").hasSize(services);
    }

    @Test
    void minutesBecomeHoursAndHoursEnd() throws Exception {
        Limits limits = new Limits(500_000_000, Duration.ofDays(3), Duration.ofDays(10), 1_000_000, 1_000_000);
        Ledger ledger = new Ledger(database);
        Upkeep upkeep = new Upkeep(database, limits);
        Waiting waiting = new Waiting(limits);
        for (int minute = 0; minute < 15 * 24 * 60; minute++) {
            waiting.add(
                    ENV,
                    List.of(Fleet.answer(
                            "service-00000", clock.pass(Duration.ofMinutes(1)), Verdict.PASS, Duration.ofMillis(9))));
            if (minute % 600 == 0) {
                ledger.write(waiting.take(Instant.MAX));
            }
        }
        ledger.write(waiting.take(Instant.MAX));
        while (upkeep.step(clock.instant())) {
            assertThat(database.number("PRAGMA page_count")).isPositive();
        }
        List<Rollup> kept =
                database.read(connection -> Questions.rollups(connection, ENV, FIRST, Fleet.START, clock.instant()));
        Instant first = kept.getFirst().from();
        assertThat(Duration.between(first, clock.instant())).isBetween(Duration.ofDays(10), Duration.ofHours(241));
        for (Rollup each : kept) {
            Duration age = Duration.between(each.from(), clock.instant());
            if (age.compareTo(Duration.ofDays(3)) < 0) {
                assertThat(each.span()).isEqualTo(Rollup.MINUTE);
                assertThat(each.count()).isOne();
            } else if (age.compareTo(Duration.ofHours(73)) > 0) {
                assertThat(each.span()).isEqualTo(Rollup.HOUR);
                assertThat(each.count()).isEqualTo(each.from().equals(Fleet.START) ? 59 : 60);
            }
        }
    }

    @Test
    void whatStillHeldWhenItGrewTooOldStays() throws Exception {
        Limits limits = new Limits(500_000_000, Duration.ofDays(1), Duration.ofDays(2), 1_000, 100_000);
        Ledger ledger = new Ledger(database);
        Upkeep upkeep = new Upkeep(database, limits);
        Waiting waiting = new Waiting(limits);
        Recorder recorder = new Recorder(ENV, waiting, clock);
        Fleet steady = new Fleet(List.of("steady"));
        Fleet both = new Fleet(List.of("restless", "steady"));
        recorder.stands(steady.hears(List.of(answer("steady", Verdict.PASS))));
        both.hears(List.of(answer("steady", Verdict.PASS)));
        for (int i = 0; i < 4 * 24 * 180; i++) {
            clock.pass(Duration.ofSeconds(20));
            recorder.stands(
                    i % 60 < 10
                            ? both.hears(List.of(answer("restless", i % 120 < 60 ? Verdict.FAIL : Verdict.PASS)))
                            : both.board());
        }
        for (Waiting.Batch batch = waiting.take(Instant.MAX); batch.size() > 0; batch = waiting.take(Instant.MAX)) {
            ledger.write(batch);
        }
        long before = database.number("SELECT count(*) FROM change");
        while (upkeep.step(clock.instant())) {
            assertThat(database.number("PRAGMA page_count")).isPositive();
        }
        assertThat(database.number("SELECT count(*) FROM change")).isBetween(before / 3, before * 2 / 3);
        Instant kept = clock.instant().minus(Duration.ofHours(47));
        HealthBoard then = database.read(connection -> Questions.boardAt(connection, ENV, kept));
        assertThat(then.services()).containsOnlyKeys("restless", "steady");
    }

    private Observation answer(String service, Verdict verdict) {
        return Fleet.answer(service, clock.instant(), verdict, Duration.ofMillis(9));
    }

    private List<Observation> hear(Fleet fleet, long seen, int part) {
        List<Observation> answers = new ArrayList<>();
        for (int i = 0; i < fleet.names().size(); i++) {
            long minute = seen / (4L * fleet.names().size());
            Verdict verdict = (minute + i * 7L) % 240 < 3 ? Verdict.FAIL : Verdict.PASS;
            answers.add(Fleet.answer(
                    fleet.names().get(i),
                    clock.instant(),
                    verdict,
                    Duration.ofMillis(5 + (minute * 31 + i * 17L + part * 13L) % 200)));
        }
        fleet.hears(answers);
        return answers;
    }

    private long bytes() throws Exception {
        return database.number("PRAGMA page_count") * database.number("PRAGMA page_size");
    }
}
