package dev.orrery.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadSchedulerTest {
    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void doesWhatIsDueTogetherInItsOrder() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        try (Scheduler scheduler = Scheduler.onThread("test")) {
            IntStream.range(0, 500).forEach(number -> scheduler.run(() -> done.add(number)));
            scheduler.run(end::countDown);

            assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void doesNothingBeforeItsTime() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(2);
        long begun = System.nanoTime();
        AtomicReference<Duration> taken = new AtomicReference<>(Duration.ZERO);
        try (Scheduler scheduler = Scheduler.onThread("test")) {
            scheduler.after(Duration.ofMillis(40), () -> {
                taken.set(Duration.ofNanos(System.nanoTime() - begun));
                done.add(2);
                end.countDown();
            });
            scheduler.after(Duration.ofMillis(10), () -> {
                done.add(1);
                end.countDown();
            });

            assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(taken.get()).isGreaterThanOrEqualTo(Duration.ofMillis(40));
        assertThat(done).containsExactly(1, 2);
    }

    @Test
    void aTaskThatBreaksOffDoesNotEndIt() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<String> uncaught = new AtomicReference<>("");
        try (Scheduler scheduler = Scheduler.onThread("test")) {
            scheduler.run(() -> Thread.currentThread()
                    .setUncaughtExceptionHandler((_, surprise) -> uncaught.set(String.valueOf(surprise.getMessage()))));
            scheduler.run(() -> {
                throw new IllegalStateException("on purpose");
            });
            scheduler.run(end::countDown);

            assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(uncaught.get()).isEqualTo("on purpose");
    }

    @Test
    void forgetsWhatIsDueWhenItIsClosedAndEndsItsThread() throws InterruptedException {
        AtomicReference<Thread> thread = new AtomicReference<>(Thread.currentThread());
        CountDownLatch running = new CountDownLatch(1);
        Scheduler scheduler = Scheduler.onThread("test");
        scheduler.run(() -> {
            thread.set(Thread.currentThread());
            running.countDown();
        });
        assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
        scheduler.after(Duration.ofMillis(20), () -> done.add(1));
        scheduler.close();
        scheduler.run(() -> done.add(2));

        thread.get().join(Duration.ofSeconds(20));
        assertThat(thread.get().isAlive()).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void mayBeClosedByATaskOfItsOwn() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Scheduler scheduler = Scheduler.onThread("test");
        scheduler.run(() -> {
            scheduler.close();
            closed.countDown();
        });
        scheduler.run(() -> done.add(1));

        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        scheduler.close();
        assertThat(done).isEmpty();
    }
}
