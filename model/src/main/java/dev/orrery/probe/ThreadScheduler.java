package dev.orrery.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A timetable on a thread of its own, which looks up every five milliseconds where there is something to do.
///
/// To wake a thread costs more than most tasks do, and what it starts at the same moment shares more such costs further
/// on. So all that is due in the same five milliseconds is done together at their end.
final class ThreadScheduler implements Scheduler {
    private static final long GRAIN = Duration.ofMillis(5).toNanos();
    private static final long NEVER = Long.MAX_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final long start = System.nanoTime();
    private final Thread thread;
    private long numbers;
    private long wakes = NEVER;
    private volatile boolean closed;

    ThreadScheduler(String name) {
        thread = Thread.ofPlatform().name(name).daemon().start(this::work);
    }

    /// @param due in nanoseconds since the start
    private record Task(long due, long number, Runnable work) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int order = Long.compare(due, other.due);
            return order == 0 ? Long.compare(number, other.number) : order;
        }
    }

    @Override
    public void run(Runnable task) {
        after(Duration.ZERO, task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        long due = (now() + delay.toNanos() + GRAIN - 1) / GRAIN * GRAIN;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            tasks.add(new Task(due, numbers++, task));
            if (due < wakes) {
                wakes = due;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            tasks.clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
        if (thread.equals(Thread.currentThread())) {
            return;
        }
        try {
            thread.join(LONGEST_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        List<Task> due = new ArrayList<>();
        while (!closed) {
            awaitDue(due);
            for (Task task : due) {
                if (!closed) {
                    guarded(task.work);
                }
            }
            due.clear();
        }
    }

    private void awaitDue(List<Task> due) {
        lock.lock();
        try {
            while (due.isEmpty() && !closed) {
                long now = now();
                for (Task next = tasks.peek(); next != null && next.due <= now; next = tasks.peek()) {
                    due.add(tasks.remove());
                }
                if (due.isEmpty()) {
                    Task next = tasks.peek();
                    wakes = next == null ? NEVER : next.due;
                    changed.awaitNanos(wakes - now);
                }
            }
            // Awake until all of it is done: nobody needs to wake it.
            wakes = 0;
        } catch (InterruptedException nobodyShould) {
            // It ends when it is closed, and looks again until then.
        } finally {
            lock.unlock();
        }
    }

    private long now() {
        return System.nanoTime() - start;
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
