package dev.orrery.session;

/// Whether endpoints are being asked.
public sealed interface Watching {
    /// No service has a check.
    record NothingToAsk() implements Watching {}

    /// Nothing is asked before the user has allowed the origins of [Session#missing()].
    record NeedsLeave() implements Watching {}

    record On() implements Watching {}

    record Paused() implements Watching {}
}
