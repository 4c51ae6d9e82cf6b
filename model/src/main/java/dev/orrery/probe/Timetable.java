package dev.orrery.probe;

import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.probe.Watch.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All schedules of a plan. Of the scheduler's thread alone.
final class Timetable {
    /// The first probes of a plan are spread over at least this time, and at most the other.
    static final Duration SHORTEST_RAMP = Duration.ofMillis(800);

    static final Duration LONGEST_RAMP = Duration.ofSeconds(12);

    /// So many are asked on while a zone is lost, and in all zones together.
    static final int CANARIES = 5;

    static final int CANARIES_TOGETHER = 20;

    private static final int RAMP_PER_SECOND = 830;

    private NavigableMap<CheckId, Schedule> schedules = new TreeMap<>();
    private final Map<Zone, Size> sizes = new HashMap<>();

    /// Goes over to another plan.
    ///
    /// @return those that are new, or asked in another way
    List<Schedule> goOver(ProbePlan plan) {
        NavigableMap<CheckId, Schedule> old = schedules;
        old.values().forEach(schedule -> schedule.dropped = true);
        List<Schedule> fresh = new ArrayList<>();
        schedules = new TreeMap<>();
        for (ProbeTarget target : plan.targets()) {
            Duration interval = plan.policy().pace().interval(target.check());
            Schedule known = old.get(target.id());
            if (known != null && known.goesOnWith(target, interval)) {
                known.dropped = false;
                schedules.put(target.id(), known);
            } else {
                Schedule made = new Schedule(target, interval, plan.epoch());
                schedules.put(target.id(), made);
                fresh.add(made);
            }
        }
        sizes.clear();
        return fresh;
    }

    Collection<Schedule> all() {
        return schedules.values();
    }

    boolean has(Schedule schedule) {
        return !schedule.dropped;
    }

    @Nullable
    Schedule find(CheckId id) {
        return schedules.get(id);
    }

    List<Schedule> of(String service) {
        return List.copyOf(schedules
                .subMap(new CheckId(service, 0), true, new CheckId(service, Integer.MAX_VALUE), true)
                .values());
    }

    /// Where something stands otherwise than before.
    void changed() {
        sizes.clear();
    }

    /// How much of a zone does not fail.
    Size size(Zone zone) {
        return sizes.computeIfAbsent(zone, this::measure);
    }

    /// The time over which so many are asked for the first time.
    static Duration ramp(int count) {
        return Duration.ofMillis(
                Math.clamp(count * 1000L / RAMP_PER_SECOND, SHORTEST_RAMP.toMillis(), LONGEST_RAMP.toMillis()));
    }

    /// Some that are free and did not fail, of as many hosts as there are: those of the zone
    /// first.
    List<Schedule> witnesses(Zone zone, int most) {
        List<Schedule> found = new ArrayList<>();
        Set<String> hosts = new HashSet<>();
        for (boolean within : new boolean[] {true, false}) {
            for (Schedule schedule : schedules.values()) {
                boolean fits = schedule.zone.equals(zone) == within && !schedule.zone.equals(Zone.THIS_COMPUTER);
                if (found.size() < most
                        && fits
                        && !schedule.isBusy()
                        && schedule.stands.health() != Health.DOWN
                        && hosts.add(schedule.host)) {
                    found.add(schedule);
                }
            }
        }
        return found;
    }

    /// Chooses those that are asked on in zones that are lost: a few of each, of different
    /// hosts, those first that were well.
    ///
    /// @return those that were chosen now
    List<Schedule> chooseCanaries(Predicate<Zone> lost) {
        Map<Zone, Set<String>> hosts = new HashMap<>();
        int together = 0;
        for (Schedule schedule : schedules.values()) {
            schedule.canary &= lost.test(schedule.zone);
            if (schedule.canary) {
                hosts.computeIfAbsent(schedule.zone, _ -> new HashSet<>()).add(schedule.host);
                together++;
            }
        }
        List<Schedule> chosen = new ArrayList<>();
        for (boolean well : new boolean[] {true, false}) {
            for (Schedule schedule : schedules.values()) {
                if (together + chosen.size() < CANARIES_TOGETHER
                        && schedule.stands.isFailing() != well
                        && lost.test(schedule.zone)
                        && hosts.computeIfAbsent(schedule.zone, _ -> new HashSet<>())
                                        .size()
                                < CANARIES
                        && hosts.get(schedule.zone).add(schedule.host)) {
                    schedule.canary = true;
                    chosen.add(schedule);
                }
            }
        }
        return chosen;
    }

    private Size measure(Zone zone) {
        Set<String> hosts = new HashSet<>();
        int checks = 0;
        for (Schedule schedule : schedules.values()) {
            boolean within =
                    zone.equals(Zone.WORLD) ? !schedule.zone.equals(Zone.THIS_COMPUTER) : schedule.zone.equals(zone);
            if (within && schedule.stands.health() != Health.DOWN) {
                checks++;
                hosts.add(schedule.host);
            }
        }
        return new Size(checks, hosts.size());
    }
}
