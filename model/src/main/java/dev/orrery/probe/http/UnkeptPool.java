package dev.orrery.probe.http;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import okhttp3.ConnectionPool;
import okhttp3.internal.concurrent.TaskRunner;
import okhttp3.internal.connection.ConnectionListener;

/// Pools of the library that keep no connection.
///
/// After each connection the library wakes a thread to look whether one was kept for too long, which took a fifth of a
/// probe's processor time. Here there is never one to be found, so nobody looks. This needs a constructor that the
/// library does not promise to keep; `new ConnectionPool(0, 5, TimeUnit.MINUTES)` is the same with that thread.
final class UnkeptPool {
    private UnkeptPool() {}

    static ConnectionPool make() {
        TaskRunner nobody = new TaskRunner(new Nobody(), Logger.getLogger(UnkeptPool.class.getName()));
        return new ConnectionPool(0, 5, TimeUnit.MINUTES, nobody, new ConnectionListener() {});
    }

    /// Does no task.
    private static final class Nobody implements TaskRunner.Backend {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void coordinatorNotify(TaskRunner runner) {
            // Nobody waits.
        }

        @Override
        public void coordinatorWait(TaskRunner runner, long nanos) {
            throw new IllegalStateException("no thread of this runner was ever started");
        }

        @Override
        public <T> BlockingQueue<T> decorate(BlockingQueue<T> queue) {
            return queue;
        }

        @Override
        public void execute(TaskRunner runner, Runnable tasks) {
            // All that is ever to be done is to look after kept connections.
        }
    }
}
