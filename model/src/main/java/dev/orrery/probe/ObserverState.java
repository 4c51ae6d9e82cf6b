package dev.orrery.probe;

import dev.orrery.text.Messages;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How well this computer can see at all: what is said once, above everything that is observed.
public sealed interface ObserverState {
    /// The sentence for people; empty where there is nothing to say.
    default String text() {
        return switch (this) {
            case Online() -> "";
            case Offline _ -> Messages.of("observer.offline");
            case ZonesOffline(SortedMap<Zone, Instant> since) ->
                Messages.of(
                        since.size() == 1 ? "observer.zone" : "observer.zones",
                        since.keySet().stream().map(Zone::text).collect(Collectors.joining(", ")));
            case BehindPortal(Instant _, SortedSet<String> hosts) ->
                Messages.of("observer.portal", Integer.toString(hosts.size()));
            case Exhausted _ -> Messages.of("observer.exhausted");
        };
    }

    /// All that is to be seen is seen.
    record Online() implements ObserverState {}

    /// Nothing beyond this computer answers.
    record Offline(Instant since) implements ObserverState {}

    /// Nothing in these parts of the network answers, while others do.
    ///
    /// @param since when, for each
    record ZonesOffline(SortedMap<Zone, Instant> since) implements ObserverState {
        public ZonesOffline {
            since = Collections.unmodifiableSortedMap(new TreeMap<>(since));
        }
    }

    /// A page of the network here seems to answer in place of the services.
    ///
    /// @param hosts in whose place it answers
    record BehindPortal(Instant since, SortedSet<String> hosts) implements ObserverState {
        public BehindPortal {
            hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
        }
    }

    /// This computer lets Orrery open no more connections.
    record Exhausted(Instant since) implements ObserverState {}
}
