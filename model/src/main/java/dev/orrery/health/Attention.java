package dev.orrery.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What people have said about services: that they look after a failure, or work on it. It says
/// how a state is to be taken, and never changes it.
///
/// @param acknowledged by service
/// @param maintenance by service, in order of time
public record Attention(
        SortedMap<String, Acknowledgement> acknowledged, SortedMap<String, NavigableSet<Maintenance>> maintenance) {
    public static final Attention NONE = new Attention(new TreeMap<>(), new TreeMap<>());

    public Attention {
        acknowledged = Collections.unmodifiableSortedMap(new TreeMap<>(acknowledged));
        SortedMap<String, NavigableSet<Maintenance>> windows = new TreeMap<>();
        maintenance.forEach((id, times) -> windows.put(id, Collections.unmodifiableNavigableSet(new TreeSet<>(times))));
        maintenance = Collections.unmodifiableSortedMap(windows);
    }

    /// Somebody looks after this service. The same instance where there is nothing to look
    /// after: it is up, or nothing is known of it, or the time has passed already.
    public Attention acknowledge(ServiceHealth service, Instant now, Instant until, String note) {
        Acknowledgement said = new Acknowledgement(service.health(), until, note);
        if (!service.isAsked() || !said.holds(service.health(), now)) {
            return this;
        }
        SortedMap<String, Acknowledgement> more = new TreeMap<>(acknowledged);
        more.put(service.service(), said);
        return new Attention(more, maintenance);
    }

    /// Nobody looks after it any more.
    public Attention withdraw(String service) {
        if (!acknowledged.containsKey(service)) {
            return this;
        }
        SortedMap<String, Acknowledgement> fewer = new TreeMap<>(acknowledged);
        fewer.remove(service);
        return new Attention(fewer, maintenance);
    }

    /// One more time in which a service is worked on.
    public Attention maintain(String service, Maintenance time) {
        SortedMap<String, NavigableSet<Maintenance>> more = new TreeMap<>(maintenance);
        NavigableSet<Maintenance> times = new TreeSet<>(more.getOrDefault(service, Collections.emptyNavigableSet()));
        if (!times.add(time)) {
            return this;
        }
        more.put(service, times);
        return new Attention(acknowledged, more);
    }

    /// The work on a service has ended, earlier than was said; what is planned for later stays.
    public Attention endMaintenance(String service, Instant now) {
        return holding(acknowledged, without(service, window -> window.holds(now)));
    }

    /// There will be no work on a service; what goes on now stays.
    public Attention callOffMaintenance(String service, Instant now) {
        return holding(acknowledged, without(service, window -> window.from().isAfter(now)));
    }

    /// What still holds of it. The same instance where all does.
    ///
    /// An acknowledgement waits for its service while nobody knows how that stands: before it was asked, and while
    /// it is not in what was read.
    public Attention after(HealthBoard board, Instant now) {
        SortedMap<String, Acknowledgement> held = new TreeMap<>();
        acknowledged.forEach((id, said) -> {
            ServiceHealth service = board.service(id);
            boolean holds = (service == null || service.health() == Health.PENDING)
                    ? now.isBefore(said.until())
                    : said.holds(service.health(), now);
            if (holds) {
                held.put(id, said);
            }
        });
        SortedMap<String, NavigableSet<Maintenance>> times = new TreeMap<>();
        maintenance.forEach((id, windows) -> {
            NavigableSet<Maintenance> left = new TreeSet<>(windows);
            left.removeIf(window -> !now.isBefore(window.until()));
            if (!left.isEmpty()) {
                times.put(id, left);
            }
        });
        return holding(held, times);
    }

    /// The qualifiers of a service that come of this, but for those that come of other services' too: see
    /// [Impairment].
    public List<Qualifier> of(ServiceHealth service, Instant now) {
        List<Qualifier> found = new ArrayList<>();
        Acknowledgement said = acknowledged.get(service.service());
        if (said != null && said.holds(service.health(), now)) {
            found.add(new Qualifier.Acknowledged(said.until(), said.note()));
        }
        during(service.service(), now)
                .ifPresent(window -> found.add(new Qualifier.InMaintenance(window.until(), window.note())));
        return List.copyOf(found);
    }

    /// The work on a service that goes on now; of several the one that ends last.
    public Optional<Maintenance> during(String service, Instant now) {
        return maintenance.getOrDefault(service, Collections.emptyNavigableSet()).stream()
                .filter(window -> window.holds(now))
                .max(Comparator.comparing(Maintenance::until));
    }

    /// The work on a service that is to come, the first of it.
    public Optional<Maintenance> planned(String service, Instant now) {
        return maintenance.getOrDefault(service, Collections.emptyNavigableSet()).stream()
                .filter(window -> window.from().isAfter(now))
                .findFirst();
    }

    /// This and what was said elsewhere; of two acknowledgements of one service this one.
    public Attention and(Attention other) {
        SortedMap<String, Acknowledgement> all = new TreeMap<>(other.acknowledged);
        all.putAll(acknowledged);
        SortedMap<String, NavigableSet<Maintenance>> times = new TreeMap<>(other.maintenance);
        maintenance.forEach((id, windows) -> times.merge(id, windows, (these, those) -> {
            NavigableSet<Maintenance> both = new TreeSet<>(these);
            both.addAll(those);
            return both;
        }));
        return holding(all, times);
    }

    private SortedMap<String, NavigableSet<Maintenance>> without(String service, Predicate<Maintenance> dropped) {
        SortedMap<String, NavigableSet<Maintenance>> left = new TreeMap<>(maintenance);
        NavigableSet<Maintenance> times =
                new TreeSet<>(maintenance.getOrDefault(service, Collections.emptyNavigableSet()));
        times.removeIf(dropped);
        if (times.isEmpty()) {
            left.remove(service);
        } else {
            left.put(service, times);
        }
        return left;
    }

    private Attention holding(
            SortedMap<String, Acknowledgement> held, SortedMap<String, NavigableSet<Maintenance>> times) {
        boolean same = held.equals(acknowledged) && times.equals(maintenance);
        return same ? this : new Attention(held, times);
    }
}
