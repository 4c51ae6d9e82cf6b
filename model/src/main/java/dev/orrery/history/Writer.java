package dev.orrery.history;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Gives the pen a turn each second, on a thread of its own.
final class Writer implements AutoCloseable {
    private static final Duration TURN = Duration.ofSeconds(1);

    /// How long the end of the program waits for the disk.
    private static final Duration LAST_TURN = Duration.ofSeconds(2);

    private final Pen pen;
    private final Thread thread;
    private long asked;
    private long tried;
    private long written;
    private boolean closing;

    Writer(Pen pen, String name) {
        this.pen = pen;
        // A platform thread: it may hang in the disk, and must not hold up the carriers of the probes.
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Waits until all that was offered before is written.
    ///
    /// @return false where that failed, or took longer
    synchronized boolean flush(Duration longest) throws InterruptedException {
        long mine = ++asked;
        notifyAll();
        long deadline = System.nanoTime() + longest.toNanos();
        while (tried < mine) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return written >= mine;
    }

    /// Writes what waits, and ends; a disk that is stuck is left behind.
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            thread.join(LAST_TURN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean last = false;
        while (!last) {
            long mine;
            boolean all;
            synchronized (this) {
                mine = asked;
                last = closing;
                all = closing || tried < asked;
            }
            boolean done = pen.turn(all);
            synchronized (this) {
                tried = mine;
                written = done ? mine : written;
                notifyAll();
                if (!last) {
                    rest();
                }
            }
        }
        pen.close();
    }

    private synchronized void rest() {
        long until = System.nanoTime() + TURN.toNanos();
        try {
            while (!closing && tried == asked) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }
}
