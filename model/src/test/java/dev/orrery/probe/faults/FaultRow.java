package dev.orrery.probe.faults;

import dev.orrery.health.Observation;
import dev.orrery.health.Verdict;
import java.time.Duration;

/// One row of the fault matrix: what is played, and what must come of it.
///
/// @param name of the row in `docs/faults.md`, and how it is played where there are several ways
/// @param words the whole sentence for people; `#` stands for a number, `~` for a time
/// @param connections that the server saw
/// @param requests that the server read to their end
/// @param deadline of the check
record FaultRow(
        String name,
        Verdict verdict,
        String code,
        String words,
        int connections,
        int requests,
        Duration deadline,
        Play play) {
    /// Where nothing hangs, so that nobody waits for it.
    static final Duration LONG = Duration.ofSeconds(20);

    /// Where the deadline itself is what ends it.
    static final Duration SHORT = Duration.ofMillis(800);

    /// Plays it, and asks.
    interface Play {
        Played with(Duration deadline) throws Exception;
    }

    /// @param took for the asking alone
    record Played(Observation answer, int connections, int requests, Duration took) {}

    /// One that ends by itself.
    FaultRow(String name, Verdict verdict, String code, String words, int connections, int requests, Play play) {
        this(name, verdict, code, words, connections, requests, LONG, play);
    }

    @Override
    public String toString() {
        return name;
    }
}
