package dev.orrery.probe;

import dev.orrery.health.Verdict;
import java.util.function.Consumer;

/// A stream on which a service says of its own accord how it is.
///
/// What it says is never an answer: nobody asked just now, and a stream may be dead without a sign of it. It is a
/// reason to ask.
@FunctionalInterface
public interface Subscription {
    /// Blocks as long as the stream lasts. An interrupt ends it.
    ///
    /// @param said told what each message would count as
    End follow(Consumer<Verdict> said);

    /// Why there is no stream any more.
    enum End {
        /// The service has none, or none for us.
        NOT_OFFERED,
        BROKEN
    }
}
