package dev.orrery.probe;

import java.time.Duration;

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
        return new ThreadScheduler(name);
    }
}
