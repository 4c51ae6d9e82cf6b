package dev.orrery.topology;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a descriptor states of the answer of a healthy service, beyond what its status and body say by themselves.
///
/// @param statuses that count as an answer; empty for those that do so by themselves, 200 to 299
/// @param json pointer (RFC 6901) to what must stand there, as text
/// @param body what it must contain; null for anything
/// @param headers name to what it must be, sorted by name
/// @param within the longest that an answer may take; null for no such bound
/// @param identity by which the right service calls itself; null where anybody may answer
/// @param allAddresses whether every address of its name is to take a connection, and not just one
public record Expectation(
        List<StatusRange> statuses,
        SortedMap<String, String> json,
        @Nullable String body,
        SortedMap<String, String> headers,
        @Nullable Duration within,
        @Nullable String identity,
        boolean allAddresses) {
    /// Nothing but what every answer must be.
    public static final Expectation NONE =
            new Expectation(List.of(), new TreeMap<>(), null, new TreeMap<>(), null, null, false);

    public Expectation {
        statuses = List.copyOf(statuses);
        json = Collections.unmodifiableSortedMap(new TreeMap<>(json));
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /// What is stated of an answer alone, from whichever address it comes.
    public Expectation(
            List<StatusRange> statuses,
            SortedMap<String, String> json,
            @Nullable String body,
            SortedMap<String, String> headers,
            @Nullable Duration within,
            @Nullable String identity) {
        this(statuses, json, body, headers, within, identity, false);
    }

    /// Statuses from one to another, both included.
    public record StatusRange(int from, int to) {
        public StatusRange {
            if (from < 100 || to > 599 || from > to) {
                throw new IllegalArgumentException("no range of statuses: " + from + " to " + to);
            }
        }

        @Override
        public String toString() {
            return from == to ? Integer.toString(from) : from + "-" + to;
        }
    }

    /// The same, and every address of the name is to take a connection.
    public Expectation ofAllAddresses() {
        return new Expectation(statuses, json, body, headers, within, identity, true);
    }

    /// Whether the descriptor names this status as one that counts.
    public boolean names(int status) {
        return statuses.stream().anyMatch(range -> range.from() <= status && status <= range.to());
    }
}
