package dev.orrery.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeverInTheWayTest {
    private static final String ENV = History.NO_ENVIRONMENT;

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(Fleet.START);
    private final List<Keeping> fares = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aStuckDiskHoldsNobodyUp() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        // The thread that writes has words to say about a broken file; this listener keeps it waiting as a disk would.
        Files.writeString(
                HistoryFile.of(folder, "t").path(), "this is no database at all, and long enough to be seen as such");
        Limits limits = new Limits(500_000_000, Duration.ofDays(1), Duration.ofDays(2), 2_000, 100_000);
        History history = History.open(folder, "t", limits, clock, fares::add, _ -> {
            stuck.countDown();
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            stuck.await();
            Fleet fleet = Fleet.of(500);
            Recorder recorder = history.recorder(ENV);
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                for (int i = 0; i < 200; i++) {
                    Verdict verdict = i % 6 < 3 ? Verdict.FAIL : Verdict.PASS;
                    List<Observation> answers = fleet.names().stream()
                            .map(name -> Fleet.answer(name, clock.instant(), verdict, Duration.ofMillis(3)))
                            .toList();
                    recorder.observed(answers);
                    recorder.stands(fleet.hears(answers));
                    clock.pass(Duration.ofSeconds(20));
                }
            });
            assertThat(history.flush(Duration.ofMillis(50))).as("still stuck").isFalse();
            free.countDown();
            recorder.stands(fleet.board());
            assertThat(history.flush(Duration.ofSeconds(30))).isTrue();
            assertThat(history.boardAt(ENV, clock.instant()).services()).hasSize(500);
            assertThat(history.changes(ENV, Fleet.START, Fleet.START.plusSeconds(1)))
                    .as("changes are kept")
                    .hasSize(500);
        } finally {
            free.countDown();
            history.close();
        }
    }

    @Test
    void theOldestRollUpsGoFirstAndAreCounted() {
        Waiting waiting = new Waiting(new Limits(1_000_000, Duration.ofDays(1), Duration.ofDays(2), 300, 10));
        for (int minute = 0; minute < 10; minute++) {
            for (String name : Fleet.of(100).names()) {
                waiting.add(
                        ENV,
                        List.of(Fleet.answer(
                                name, Fleet.START.plusSeconds(60L * minute), Verdict.PASS, Duration.ofMillis(1))));
            }
        }
        assertThat(waiting.dropped()).isEqualTo(700);
        List<Minute> left = waiting.take(Instant.MAX).minutes();
        assertThat(left).hasSize(300);
        assertThat(left)
                .extracting(minute -> minute.rollup().from())
                .allMatch(from -> !from.isBefore(Fleet.START.plusSeconds(7 * 60)));
    }

    @Test
    void aMinuteWaitsUntilItIsOver() {
        Waiting waiting = new Waiting(Limits.DEFAULT);
        waiting.add(ENV, List.of(Fleet.answer("s", Fleet.START.plusSeconds(59), Verdict.PASS, Duration.ofMillis(1))));
        waiting.add(ENV, List.of(Fleet.answer("s", Fleet.START.plusSeconds(61), Verdict.PASS, Duration.ofMillis(1))));
        assertThat(waiting.take(Fleet.START).minutes()).isEmpty();
        assertThat(waiting.take(Fleet.START.plusSeconds(60)).minutes()).hasSize(1);
        assertThat(waiting.take(Fleet.START.plusSeconds(60)).minutes()).isEmpty();
    }

    @Test
    void whatWasPutBackComesFirstAndAddsUp() {
        Waiting waiting = new Waiting(Limits.DEFAULT);
        Entry.OpenWatch watch = new Entry.OpenWatch(ENV, Fleet.START);
        waiting.offer(new Entry.Watched(watch, Fleet.START));
        waiting.add(ENV, List.of(Fleet.answer("s", Fleet.START, Verdict.PASS, Duration.ofMillis(1))));
        Waiting.Batch batch = waiting.take(Instant.MAX);
        waiting.offer(new Entry.Watched(watch, Fleet.START.plusSeconds(1)));
        waiting.add(ENV, List.of(Fleet.answer("s", Fleet.START, Verdict.FAIL, Duration.ofMillis(1))));
        waiting.putBack(batch);
        Waiting.Batch all = waiting.take(Instant.MAX);
        assertThat(all.entries()).startsWith(batch.entries().getFirst()).hasSize(2);
        assertThat(all.minutes())
                .singleElement()
                .extracting(minute -> minute.rollup().count())
                .isEqualTo(2L);
    }
}
