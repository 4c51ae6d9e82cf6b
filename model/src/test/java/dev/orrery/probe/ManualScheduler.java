package dev.orrery.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Time that stands still until a test moves it. Tasks may come from any thread; they run on that of the test.
final class ManualScheduler implements Scheduler, InstantSource {
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::number));
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Duration wallAhead = Duration.ZERO;
    private long numbers;
    private boolean closed;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /// This as the steady clock, beside one that tells the time of day.
    Clocks clocks() {
        return new Clocks(() -> now.plus(wallAhead), this);
    }

    /// Sets the time of day ahead, or back.
    void setWall(Duration by) {
        wallAhead = wallAhead.plus(by);
    }

    @Override
    public synchronized void run(Runnable task) {
        after(Duration.ZERO, task);
    }

    @Override
    public synchronized void after(Duration delay, Runnable task) {
        if (!closed) {
            tasks.add(new Task(now.plus(delay), numbers++, task));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        tasks.clear();
    }

    /// Runs what is due now.
    void settle() {
        advance(Duration.ZERO);
    }

    /// Moves on step by step, each task at its time.
    synchronized void advance(Duration by) {
        Instant end = now.plus(by);
        while (true) {
            Task next = tasks.peek();
            if (next == null || next.due.isAfter(end)) {
                break;
            }
            tasks.remove();
            now = next.due.isAfter(now) ? next.due : now;
            next.task.run();
        }
        now = end;
    }

    /// Moves on at once, as where all programs were stopped: what was due meanwhile runs late.
    void oversleep(Duration by) {
        now = now.plus(by);
        settle();
    }

    private record Task(Instant due, long number, Runnable task) {}
}
