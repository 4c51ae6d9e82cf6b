package dev.orrery.app.runtime;

import dev.orrery.text.Messages;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/// JavaFX without a window, for pictures from the command line. It needs no display, but the text libraries that every
/// desktop has.
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
