package dev.orrery.app.runtime;

import dev.orrery.text.Messages;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Starts and ends JavaFX for a program that has its own `main`: with a window, or without a display for pictures. Both
/// need the text libraries that every desktop has.
public final class Toolkit {
    private Toolkit() {}

    /// What is missing, in a sentence for people.
    public static final class Missing extends RuntimeException {
        Missing(Throwable cause) {
            super(Messages.of("toolkit.missing", String.valueOf(cause.getMessage())), cause);
        }
    }

    /// Starts JavaFX on its platform without a display, unless it runs already; waits until it does.
    ///
    /// @throws Missing where a library of the system is not there
    public static synchronized void startHeadless() {
        if (isFxThread()) {
            return;
        }
        setUnlessSet("glass.platform", "Headless");
        setUnlessSet("prism.order", "sw");
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            Platform.setImplicitExit(false);
        } catch (IllegalStateException _) {
            started.countDown(); // It runs already.
        } catch (UnsatisfiedLinkError | RuntimeException e) {
            throw new Missing(e);
        }
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while JavaFX starts", e);
        }
    }

    /// Starts JavaFX on the user's screen, shows something, and blocks until that says that it is closed.
    ///
    /// @param show called on the FX thread with what is to be run when the window has been closed
    /// @throws Missing where a library of the system is not there
    public static void runUntilClosed(Consumer<Runnable> show) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                try {
                    show.accept(() -> closed.complete(null));
                } catch (RuntimeException | LinkageError failure) {
                    closed.completeExceptionally(failure);
                }
            });
        } catch (UnsatisfiedLinkError | RuntimeException e) {
            throw new Missing(e);
        }
        try {
            closed.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof LinkageError missing) {
                throw new Missing(missing);
            }
            throw failure;
        } finally {
            Platform.exit();
        }
    }

    /// Ends JavaFX; it cannot be started again in this process.
    public static void stop() {
        Platform.exit();
    }

    /// Runs something on the FX thread and waits for what it gives.
    static <T> T call(Callable<T> what) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(what);
        if (isFxThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        return task.get();
    }

    private static boolean isFxThread() {
        try {
            return Platform.isFxApplicationThread();
        } catch (IllegalStateException | LinkageError _) {
            return false; // Not started.
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
