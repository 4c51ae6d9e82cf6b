package dev.orrery.health;

import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Where every service of a topology stands at one moment.
///
/// @param services by id; every service of the topology has an entry
public record HealthBoard(SortedMap<String, ServiceHealth> services) {
    public static final HealthBoard EMPTY = new HealthBoard(new TreeMap<>());

    public HealthBoard {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    /// The board before anything was asked.
    public static HealthBoard of(Topology topology) {
        return of(topology, 0);
    }

    /// The same, for a plan of this epoch: late answers to older plans will not count.
    public static HealthBoard of(Topology topology, long epoch) {
        SortedMap<String, ServiceHealth> services = new TreeMap<>();
        topology.services().forEach(service -> services.put(service.id(), ServiceHealth.unasked(service, epoch)));
        return new HealthBoard(services);
    }

    /// The board of a single round: each check is judged by its one answer. Checks without an
    /// answer stay pending.
    public static HealthBoard ofOneRound(Topology topology, Collection<Observation> answers) {
        return of(topology).fold(answers, (before, answer) -> {
            Health said = HealthPolicy.judgeOnce(answer);
            return new CheckHealth(said, answer.at(), answer.reason(), 0, said, false, answer);
        });
    }

    /// The board after some answers, taken in their order. The same instance where they change
    /// nothing; answers for checks that are not on the board are left out.
    public HealthBoard with(Collection<Observation> answers, HealthPolicy policy) {
        return fold(answers, policy::next);
    }

    /// The board when nothing else has come until `now`. The same instance where that changes
    /// nothing.
    ///
    /// @param now by the clock of [Observation#steady()]
    public HealthBoard aged(Topology topology, HealthPolicy policy, Instant now) {
        Map<String, ServiceHealth> changed = new TreeMap<>();
        for (Service service : topology.services()) {
            ServiceHealth before = services.get(service.id());
            if (before == null
                    || before.checks().size() != service.healthChecks().size()) {
                continue;
            }
            ServiceHealth after = before;
            for (int i = 0; i < before.checks().size(); i++) {
                CheckHealth check = before.checks().get(i);
                after = after.with(i, policy.aged(check, service.healthChecks().get(i), now));
            }
            if (!after.equals(before)) {
                changed.put(service.id(), after);
            }
        }
        return replacing(changed);
    }

    /// The board for an edited topology: what is still asked the same way keeps its health, the
    /// rest starts afresh.
    ///
    /// @param epoch of the plan that is to ask it: late answers to what was asked before will not
    ///     count for the rest
    public HealthBoard carriedOver(Topology before, Topology after, long epoch) {
        HealthBoard fresh = of(after, epoch);
        Map<String, ServiceHealth> kept = new TreeMap<>();
        for (Service service : after.services()) {
            ServiceHealth known = services.get(service.id());
            Optional<Service> old = before.service(service.id());
            if (known != null && old.isPresent() && isAskedAlike(old.get(), service)) {
                kept.put(service.id(), known);
            }
        }
        return fresh.replacing(kept);
    }

    /// The board where some checks start afresh, because from now on they are asked in another
    /// way.
    ///
    /// @param epoch of the plan that asks them so: late answers to older ones will not count for
    ///     them
    public HealthBoard restarted(Collection<CheckId> checks, long epoch) {
        Map<String, ServiceHealth> changed = new TreeMap<>();
        for (CheckId check : checks) {
            ServiceHealth known = changed.getOrDefault(check.service(), services.get(check.service()));
            if (known != null && check.index() < known.checks().size()) {
                changed.put(check.service(), known.with(check.index(), CheckHealth.pendingFrom(epoch)));
            }
        }
        return replacing(changed);
    }

    public @Nullable ServiceHealth service(String id) {
        return services.get(id);
    }

    /// Of the services with these ids; ids that are not on the board are left out.
    public Rollup rollup(Collection<String> ids) {
        List<ServiceHealth> members = new ArrayList<>();
        for (String id : ids) {
            ServiceHealth member = services.get(id);
            if (member != null) {
                members.add(member);
            }
        }
        return Rollup.of(members);
    }

    /// Of all services.
    public Rollup rollup() {
        return Rollup.of(services.values());
    }

    /// One by one, so that it makes no difference how the answers were batched.
    private HealthBoard fold(Collection<Observation> answers, BiFunction<CheckHealth, Observation, CheckHealth> next) {
        Map<String, ServiceHealth> changed = new TreeMap<>();
        for (Observation answer : answers) {
            String id = answer.check().service();
            ServiceHealth known = changed.getOrDefault(id, services.get(id));
            int index = answer.check().index();
            if (known == null || index < 0 || index >= known.checks().size()) {
                continue;
            }
            changed.put(id, known.with(index, next.apply(known.checks().get(index), answer)));
        }
        return replacing(changed);
    }

    private HealthBoard replacing(Map<String, ServiceHealth> changed) {
        boolean same = changed.entrySet().stream()
                .allMatch(entry -> Objects.equals(services.get(entry.getKey()), entry.getValue()));
        if (same) {
            return this;
        }
        SortedMap<String, ServiceHealth> next = new TreeMap<>(services);
        next.putAll(changed);
        return new HealthBoard(next);
    }

    private static boolean isAskedAlike(Service one, Service other) {
        return one.active() == other.active()
                && one.healthChecks().stream()
                        .map(HealthBoard::withoutPlace)
                        .toList()
                        .equals(other.healthChecks().stream()
                                .map(HealthBoard::withoutPlace)
                                .toList());
    }

    private static List<?> withoutPlace(HealthCheck check) {
        return List.of(
                check.url(),
                check.timeout(),
                Optional.ofNullable(check.degradedAbove()),
                check.expect(),
                check.request());
    }
}
