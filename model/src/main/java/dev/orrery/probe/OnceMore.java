package dev.orrery.probe;

import java.io.IOException;

/// A server that is about to end takes no new request on an HTTP/2 connection, and says so before it has looked at one
/// (`GOAWAY` or `REFUSED_STREAM`; RFC 9113, 8.7). On a connection of its own the request may be made again, once.
public final class OnceMore {
    private OnceMore() {}

    /// One request, on a new connection each time.
    @FunctionalInterface
    public interface Attempt<T> {
        T make() throws IOException;
    }

    /// Makes it, and where it was put off makes it once more.
    public static <T> T wherePutOff(Attempt<T> attempt) throws IOException {
        try {
            return attempt.make();
        } catch (IOException failure) {
            if (!isPutOff(failure)) {
                throw failure;
            }
            return attempt.make();
        }
    }

    /// The library tells it by words and names alone: a stream that was refused, or a connection that takes no new one.
    static boolean isPutOff(Throwable failure) {
        return Fault.says(failure, "stream was reset: refused_stream")
                || failure.getClass().getSimpleName().equals("ConnectionShutdownException");
    }
}
