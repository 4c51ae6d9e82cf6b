package dev.orrery.layout.elk;

import dev.orrery.layout.Cancellation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Runs deeply recursing work on a thread with a large stack and waits for it, unless nobody waits any more.
final class DeepStack {
    private static final long LOOK_EVERY_MILLIS = 20;

    private DeepStack() {}

    static <T> T call(long stackBytes, Cancellation cancellation, Function<Cancellation, T> work) {
        cancellation.check();
        CompletableFuture<T> result = new CompletableFuture<>();
        Cancellation stop = () -> result.isCancelled() || cancellation.isCancelled();
        Thread thread = new Thread(null, () -> complete(result, work, stop), "orrery-layout-engine", stackBytes);
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                return result.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillRunning) {
                if (cancellation.isCancelled()) {
                    result.cancel(false);
                    cancellation.check();
                }
            } catch (InterruptedException interrupted) {
                result.cancel(false);
                Thread.currentThread().interrupt();
                throw stopped(interrupted);
            } catch (ExecutionException failed) {
                throw rethrown(failed);
            }
        }
    }

    private static <T> void complete(CompletableFuture<T> result, Function<Cancellation, T> work, Cancellation stop) {
        try {
            result.complete(work.apply(stop));
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    private static CancellationException stopped(InterruptedException interrupted) {
        CancellationException stopped = new CancellationException("interrupted while waiting for a layout");
        stopped.initCause(interrupted);
        return stopped;
    }

    private static RuntimeException rethrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case CancellationException stopped -> stopped;
            case RuntimeException surprise -> surprise;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
