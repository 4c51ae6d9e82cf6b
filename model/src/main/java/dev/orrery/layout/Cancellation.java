package dev.orrery.layout;

import java.util.concurrent.CancellationException;

/// Asked now and then by long work: whether nobody waits for it any more.
@FunctionalInterface
public interface Cancellation {
    /// For work that always runs to its end.
    Cancellation NEVER = () -> false;

    boolean isCancelled();

    /// Gives up by a [CancellationException] where nobody waits.
    default void check() {
        if (isCancelled()) {
            throw new CancellationException("nobody waits for this any more");
        }
    }
}
