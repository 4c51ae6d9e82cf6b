package dev.orrery.probe;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The one thread that keeps a timetable. Tasks never overlap, and those that are due together run in the order in
/// which they were given.
public interface Scheduler extends AutoCloseable {
    /// How long `close` waits for a task that runs.
    Duration LONGEST_END = Duration.ofSeconds(1);

    /// Runs the task as soon as those before it are done. After `close` it does nothing.
    void run(Runnable task);

    /// Runs the task after a delay. After `close` it does nothing.
    void after(Duration delay, Runnable task);

    /// Forgets what is still due; a task that runs is let finish.
    @Override
    void close();

    /// A thread of its own, a daemon with this name. A task that throws reaches the thread's uncaught handler.
    static Scheduler onThread(String name) {
        AtomicReference<@Nullable Thread> keeper = new AtomicReference<>();
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(work);
            keeper.set(thread);
            return thread;
        });
        return new Scheduler() {
            @Override
            public void run(Runnable task) {
                after(Duration.ZERO, task);
            }

            @Override
            @SuppressWarnings("FutureReturnValueIgnored")
            public void after(Duration delay, Runnable task) {
                try {
                    executor.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
                } catch (RejectedExecutionException closed) {
                    // nothing is due any more
                }
            }

            @Override
            public void close() {
                executor.shutdownNow();
                // The executor calls itself terminated a moment before its thread has ended; the thread is what counts.
                Thread thread = keeper.get();
                if (thread == null || thread.equals(Thread.currentThread())) {
                    return;
                }
                try {
                    thread.join(LONGEST_END);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error surprise) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, surprise);
        }
    }
}
