package dev.orrery.history;

import dev.orrery.text.Messages;

/// How the history fares.
public sealed interface Keeping {
    /// For people; empty where all is as it should be.
    default String words() {
        return switch (this) {
            case InFile() -> "";
            case ByAnother() -> Messages.of("history.by-another");
            case Off(String why) -> Messages.of("history.off", why);
            case InMemory(String why) -> Messages.of("history.in-memory", why);
            case Stuck(String why, long dropped) ->
                dropped == 0
                        ? Messages.of("history.stuck", why)
                        : Messages.of("history.stuck.dropped", why, Long.toString(dropped));
        };
    }

    /// All that is offered is written.
    record InFile() implements Keeping {}

    /// Another Orrery, in which the same topology is open, writes; this one reads.
    record ByAnother() implements Keeping {}

    /// Kept until the program ends.
    record InMemory(String why) implements Keeping {}

    /// Nothing is kept at all: SQLite cannot be run here.
    record Off(String why) implements Keeping {}

    /// Nothing can be written at the moment. Changes wait; roll-ups wait for a while.
    ///
    /// @param dropped how many roll-ups and changes were given up since writing failed
    record Stuck(String why, long dropped) implements Keeping {}
}
