package dev.orrery.app.canvas;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The one thread that paints beside the FX thread, for all canvases. It ends when nothing was to be painted for a
/// while, and never keeps the program alive.
final class PaintingThread {
    static final Executor EXECUTOR = executor();

    private PaintingThread() {}

    private static Executor executor() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("orrery-painting").factory());
        one.allowCoreThreadTimeOut(true);
        return one;
    }
}
