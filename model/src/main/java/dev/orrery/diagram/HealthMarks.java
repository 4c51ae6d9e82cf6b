package dev.orrery.diagram;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.ServiceHealth;
import dev.orrery.text.Messages;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Health as it is shown on the boxes of one picture.
final class HealthMarks {
    static final HealthMark MISSING =
            new HealthMark(Health.UNKNOWN, false, Messages.of("card.missing"), null, null, false);

    /// Contrary answers that make a change, and those that end a failure.
    private static final int CHANGE = 3;

    private static final int RECOVERY = 2;

    private static final HealthMark NO_CHECK =
            new HealthMark(Health.UNKNOWN, false, Messages.of("health.no-check"), null, null, false);

    private final Topology topology;
    private final HealthBoard board;
    private final Instant now;
    private final Map<Health, Double> usualWidths = new EnumMap<>(Health.class);

    HealthMarks(Topology topology, HealthBoard board, Instant now) {
        this.topology = topology;
        this.board = board;
        this.now = now;
    }

    HealthMark of(Service service) {
        ServiceHealth health = board.services().get(service.id());
        if (health == null) {
            return service.healthChecks().isEmpty() ? NO_CHECK : plain(Health.PENDING);
        }
        if (!health.isAsked()) {
            return NO_CHECK;
        }
        Instant last = health.lastAnswer();
        return new HealthMark(
                health.health(),
                true,
                Messages.of(health.health().messageKey()),
                last == null ? null : Age.words(last, now),
                counting(health),
                health.isStale());
    }

    /// The roll-up of a boundary: the worst of those of its members that are asked.
    HealthMark of(List<String> members) {
        Health worst = null;
        for (String member : members) {
            HealthMark mark = topology.service(member).map(this::of).orElse(NO_CHECK);
            if (mark.asked()) {
                worst = worst == null ? mark.health() : worst.worse(mark.health());
            }
        }
        return worst == null ? NO_CHECK : plain(worst);
    }

    SortedMap<Health, Integer> counts(List<String> members) {
        SortedMap<Health, Integer> counts = new TreeMap<>();
        for (String member : members) {
            topology.service(member)
                    .ifPresent(service -> counts.merge(of(service).health(), 1, Integer::sum));
        }
        return counts;
    }

    /// As in `7 services`, or `7 services, 5 asked`.
    String size(List<String> members) {
        long asked = members.stream()
                .flatMap(member -> topology.service(member).stream())
                .filter(service -> of(service).asked())
                .count();
        if (asked < members.size()) {
            return Messages.of("card.services.asked", Integer.toString(members.size()), Long.toString(asked));
        }
        return members.size() == 1
                ? Messages.of("card.services.one")
                : Messages.of("card.services", Integer.toString(members.size()));
    }

    /// Of the note of a service in that state while answers keep coming.
    double usualWidth(HealthMark mark) {
        if (mark.age() == null) {
            return 0;
        }
        return usualWidths.computeIfAbsent(
                mark.health(),
                _ -> Print.SMALL.width(Messages.of("mark.note", mark.word(), Messages.of("age.seconds", "55"))));
    }

    private static HealthMark plain(Health health) {
        return new HealthMark(health, true, Messages.of(health.messageKey()), null, null, false);
    }

    private static @Nullable String counting(ServiceHealth health) {
        for (CheckHealth check : health.checks()) {
            if (check.isSuspect() || check.isRecovering()) {
                int needed = check.isRecovering() && check.health() == Health.DOWN ? RECOVERY : CHANGE;
                return Messages.of("mark.suspect", Integer.toString(check.run()), Integer.toString(needed));
            }
        }
        return null;
    }
}
