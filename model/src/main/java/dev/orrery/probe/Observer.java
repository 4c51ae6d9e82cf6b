package dev.orrery.probe;

import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.Observation;
import dev.orrery.health.Reason;
import dev.orrery.health.Verdict;
import dev.orrery.probe.Watch.Silence;
import dev.orrery.probe.Watch.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/// Tells faults of services from faults on this side, by looking at all answers together.
///
/// It stands between probe and fold. Where nobody answered, that is held back until it is clear
/// whether it was the service or the way there: others in the same zone that answer prove the way,
/// and then the silence counts against the service; where most are silent, it counts for nothing.
/// What is not clear after a while counts. There is no clock and no thread in here: time comes in
/// with the answers.
final class Observer {
    /// What is not clear for so long counts as it is.
    static final Duration HOLD = Duration.ofSeconds(10);

    private final Function<Zone, Size> sizes;
    private final SortedMap<Zone, Watch> watches = new TreeMap<>();
    private final List<Held> held = new ArrayList<>();
    private final Hints hints = new Hints();

    /// @param sizes how much of a zone does not fail at the moment
    Observer(Function<Zone, Size> sizes) {
        this.sizes = sizes;
    }

    /// @param host without its port
    /// @param stood where the check stood when it was asked
    /// @param began by the steady clock
    record Asked(CheckId check, Zone zone, String host, Health stood, Instant began) {
        boolean hadAnswered() {
            return stood != Health.DOWN && stood != Health.PENDING;
        }
    }

    /// What follows from an answer.
    ///
    /// @param answers that count now, those of one check in order of time
    /// @param doubted zones where others are to be asked at once, to make out whether they are
    ///     lost
    /// @param lost zones that cannot be reached from now on
    /// @param found zones that can be reached again, with the time for which nothing is known
    record Findings(List<Observation> answers, SortedSet<Zone> doubted, SortedSet<Zone> lost, List<Gap> found) {}

    private record Held(Asked asked, Observation answer) {}

    /// @param answer with the steady time
    Findings take(Asked asked, Observation answer) {
        hints.take(asked.check(), asked.host(), asked.stood(), answer);
        SortedSet<Zone> lost = new TreeSet<>();
        List<Gap> found = new ArrayList<>();
        for (Zone zone : around(asked.zone())) {
            Watch before = watch(zone);
            Watch after = heard(before, zone, asked, answer);
            watches.put(zone, after);
            if (after.isLost() && !before.isLost()) {
                lost.add(zone);
            }
            if (before.outage() != null && !after.isLost()) {
                found.add(new Gap(zone, before.outage().since(), answer.at(), zoneOffline(zone)));
            }
        }
        if (found.size() > 1) {
            // The world was lost with the zone: one of the two says it all.
            found.sort(Comparator.comparing(Gap::from));
            found.subList(1, found.size()).clear();
        }
        SortedSet<Zone> doubted = new TreeSet<>();
        List<Observation> given = new ArrayList<>();
        if (isDoubtful(asked, answer)) {
            if (held.stream().noneMatch(one -> one.asked.zone().equals(asked.zone()))) {
                doubted.add(asked.zone());
            }
            held.add(new Held(asked, answer));
        } else {
            given.addAll(settled(one -> one.asked.check().equals(asked.check())));
            given.add(judged(asked, answer));
        }
        if (Heard.in(answer) == Heard.WELL || !lost.isEmpty()) {
            given.addAll(settled(this::isSettled));
        }
        return new Findings(List.copyOf(given), doubted, lost, List.copyOf(found));
    }

    /// The answers that count by now, since they were held for long enough.
    ///
    /// @param now by the steady clock
    List<Observation> after(Instant now) {
        hints.after(now);
        return settled(
                one -> isSettled(one) || !now.isBefore(one.answer.steady().plus(HOLD)));
    }

    /// Drops what is known of checks that are not asked in this way any more.
    void forget(Predicate<CheckId> gone) {
        held.removeIf(one -> gone.test(one.asked.check()));
        hints.forget(gone);
    }

    /// Drops what was held: this computer was away, so nothing from before proves anything.
    void startAgain() {
        held.clear();
        watches.replaceAll((_, watch) -> watch.isLost() ? watch : Watch.NEW);
    }

    boolean isLost(Zone zone) {
        return around(zone).stream().anyMatch(one -> watch(one).isLost());
    }

    ObserverState state() {
        Watch world = watch(Zone.WORLD);
        if (world.outage() != null) {
            return new ObserverState.Offline(world.outage().since());
        }
        SortedMap<Zone, Instant> since = new TreeMap<>();
        watches.forEach((zone, watch) -> {
            if (watch.outage() != null) {
                since.put(zone, watch.outage().since());
            }
        });
        return since.isEmpty() ? hints.state() : new ObserverState.ZonesOffline(since);
    }

    static Reason zoneOffline(Zone zone) {
        return Reason.of("zone-offline", zone.text());
    }

    /// This computer reaches itself, whatever becomes of the world.
    private static List<Zone> around(Zone zone) {
        return zone.equals(Zone.THIS_COMPUTER) ? List.of(zone) : List.of(Zone.WORLD, zone);
    }

    private Watch watch(Zone zone) {
        return watches.getOrDefault(zone, Watch.NEW);
    }

    private Watch heard(Watch watch, Zone zone, Asked asked, Observation answer) {
        return switch (Heard.in(answer)) {
            case WELL -> watch.answered(asked.began());
            case BADLY -> watch.answeredBadly(asked.check(), asked.host(), asked.began());
            case SILENCE -> {
                // Who never answered proves nothing by being silent, unless the fault is known to be here.
                boolean tells = asked.hadAnswered() || answer.verdict() == Verdict.GAP;
                Instant at = answer.at().minus(answer.took());
                Silence silence = new Silence(asked.host(), asked.began(), at);
                yield tells ? watch.fellSilent(asked.check(), silence, sizes.apply(zone)) : watch;
            }
            case NOTHING -> watch;
        };
    }

    private boolean isDoubtful(Asked asked, Observation answer) {
        return answer.verdict() == Verdict.FAIL
                && Heard.in(answer) == Heard.SILENCE
                && asked.hadAnswered()
                && !mayHaveBeenLost(asked, answer)
                && !isClear(asked);
    }

    /// Whether the probe went out while the zone was lost, so that it says nothing about the
    /// service.
    private boolean mayHaveBeenLost(Asked asked, Observation answer) {
        Heard heard = Heard.in(answer);
        return answer.verdict() == Verdict.FAIL
                && (heard == Heard.SILENCE || heard == Heard.NOTHING)
                && around(asked.zone()).stream()
                        .map(this::watch)
                        .anyMatch(watch -> watch.isLost() || asked.began().isBefore(watch.back()));
    }

    /// Whether the way was open: proven by others in the zone, or where it is too small to tell by
    /// others anywhere; or where there are too few altogether to tell.
    private boolean isClear(Asked asked) {
        if (watch(asked.zone()).isProvenFor(asked.began())) {
            return true;
        }
        if (sizes.apply(asked.zone()).isTellable()) {
            return false;
        }
        return asked.zone().equals(Zone.THIS_COMPUTER)
                || watch(Zone.WORLD).isProvenFor(asked.began())
                || !sizes.apply(Zone.WORLD).isTellable();
    }

    private boolean isSettled(Held one) {
        return mayHaveBeenLost(one.asked, one.answer) || isClear(one.asked);
    }

    /// Those that are held no longer.
    private List<Observation> settled(Predicate<Held> which) {
        List<Observation> settled = new ArrayList<>();
        for (Iterator<Held> each = held.iterator(); each.hasNext(); ) {
            Held one = each.next();
            if (which.test(one)) {
                each.remove();
                settled.add(judged(one.asked, one.answer));
            }
        }
        return settled;
    }

    private Observation judged(Asked asked, Observation answer) {
        return mayHaveBeenLost(asked, answer) ? answer.asGap(zoneOffline(asked.zone())) : answer;
    }
}
