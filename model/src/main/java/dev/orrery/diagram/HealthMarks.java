package dev.orrery.diagram;

import dev.orrery.health.Attention;
import dev.orrery.health.CheckHealth;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Qualifier;
import dev.orrery.health.Rollup;
import dev.orrery.health.ServiceHealth;
import dev.orrery.text.Messages;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Health as it is shown on the boxes of one picture.
final class HealthMarks {
    static final HealthMark MISSING =
            new HealthMark(Health.UNKNOWN, false, Messages.of("card.missing"), null, null, false);

    private static final HealthMark NO_CHECK =
            new HealthMark(Health.UNKNOWN, false, Messages.of("health.no-check"), null, null, false);

    private final HealthBoard board;
    private final Attention attention;
    private final Instant now;
    // Thousands of cards share a few words.
    private final Map<Health, String> words = new EnumMap<>(Health.class);
    private final Map<Long, String> ages = new HashMap<>();
    private final Map<HealthMark, Double> noteWidths = new HashMap<>();

    /// @param board a service that it lacks has not been asked yet
    HealthMarks(Topology topology, HealthBoard board, Attention attention, Instant now) {
        this.board = complete(topology, board);
        this.attention = attention;
        this.now = now;
    }

    private static HealthBoard complete(Topology topology, HealthBoard board) {
        if (topology.services().stream().allMatch(service -> board.services().containsKey(service.id()))) {
            return board;
        }
        SortedMap<String, ServiceHealth> all =
                new TreeMap<>(HealthBoard.of(topology).services());
        all.putAll(board.services());
        return new HealthBoard(all);
    }

    /// With every service on it.
    HealthBoard board() {
        return board;
    }

    HealthMark of(Service service) {
        ServiceHealth health = board.service(service.id());
        if (health == null) {
            return NO_CHECK;
        }
        List<Badge> badges = badges(health);
        if (!health.isAsked()) {
            return NO_CHECK.with(badges);
        }
        Instant last = health.lastAnswer();
        return new HealthMark(
                health.health(),
                true,
                word(health.health()),
                last == null ? null : age(last),
                counting(health),
                health.isStale(),
                badges);
    }

    private List<Badge> badges(ServiceHealth health) {
        List<Qualifier> said = attention.of(health, now);
        if (said.isEmpty() && !health.isFlapping()) {
            return List.of();
        }
        EnumSet<Badge> badges = EnumSet.noneOf(Badge.class);
        if (health.isFlapping()) {
            badges.add(Badge.FLAPPING);
        }
        for (Qualifier one : said) {
            badges.add(one instanceof Qualifier.Acknowledged ? Badge.ACKNOWLEDGED : Badge.MAINTENANCE);
        }
        return List.copyOf(badges);
    }

    /// The roll-up of a boundary: the worst of those of its members that are asked.
    HealthMark of(List<String> members) {
        Rollup rollup = board.rollup(members);
        return rollup.asked() == 0 ? NO_CHECK : plain(rollup.health());
    }

    /// The same on a collapsed boundary: with a badge where that is so of all who could have it. Those are all
    /// members for maintenance, and all that are not well for what is looked after.
    HealthMark ofCollapsed(List<String> members) {
        List<ServiceHealth> all =
                members.stream().map(board::service).filter(Objects::nonNull).toList();
        EnumSet<Badge> badges = EnumSet.noneOf(Badge.class);
        if (isSaidOfAll(all, Qualifier.InMaintenance.class)) {
            badges.add(Badge.MAINTENANCE);
        }
        List<ServiceHealth> unwell = all.stream()
                .filter(one -> one.isAsked() && one.health() != Health.UP && one.health() != Health.PENDING)
                .toList();
        if (isSaidOfAll(unwell, Qualifier.Acknowledged.class)) {
            badges.add(Badge.ACKNOWLEDGED);
        }
        return of(members).with(List.copyOf(badges));
    }

    private boolean isSaidOfAll(List<ServiceHealth> services, Class<? extends Qualifier> kind) {
        return !attention.equals(Attention.NONE)
                && !services.isEmpty()
                && services.stream()
                        .allMatch(one -> attention.of(one, now).stream().anyMatch(kind::isInstance));
    }

    /// Of those that are asked, without the states in which none is.
    SortedMap<Health, Integer> counts(List<String> members) {
        SortedMap<Health, Integer> counts = new TreeMap<>(board.rollup(members).counts());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /// The worst of those that are needed, where any is asked.
    @Nullable
    Health worst(List<Dependency> dependencies) {
        Health worst = null;
        for (Dependency dependency : dependencies) {
            ServiceHealth health = board.service(dependency.to());
            if (health != null
                    && health.isAsked()
                    && (worst == null || health.health().compareTo(worst) < 0)) {
                worst = health.health();
            }
        }
        return worst;
    }

    /// As in `7 services`, `7 services, 5 asked` or `community of 7`.
    String size(List<String> members, boolean community) {
        if (community) {
            return Messages.of("card.community", Integer.toString(members.size()));
        }
        int asked = board.rollup(members).asked();
        if (asked < members.size()) {
            return Messages.of("card.services.asked", Integer.toString(members.size()), Integer.toString(asked));
        }
        return members.size() == 1
                ? Messages.of("card.services.one")
                : Messages.of("card.services", Integer.toString(members.size()));
    }

    /// Of what is said at the right of a card: of its note, or of the longest usual one in that state where that is
    /// wider, so that a passing second cuts nothing beside it.
    double noteWidth(HealthMark mark) {
        return noteWidths.computeIfAbsent(mark, HealthMarks::measure);
    }

    private static double measure(HealthMark mark) {
        double width = Print.SMALL.width(mark.note());
        if (mark.age() == null) {
            return width;
        }
        String usual = Messages.of("mark.note", mark.word(), Messages.of("age.seconds", "55"));
        return Math.max(width, Print.SMALL.width(usual));
    }

    private String age(Instant last) {
        return ages.computeIfAbsent(Duration.between(last, now).toSeconds(), Age::words);
    }

    private String word(Health health) {
        return words.computeIfAbsent(health, state -> Messages.of(state.messageKey()));
    }

    private HealthMark plain(Health health) {
        return new HealthMark(health, true, word(health), null, null, false);
    }

    private static @Nullable String counting(ServiceHealth health) {
        for (CheckHealth check : health.checks()) {
            if (check.isSuspect() || check.isRecovering()) {
                int needed = HealthPolicy.DEFAULT.needed(check);
                return Messages.of("mark.suspect", Integer.toString(check.run()), Integer.toString(needed));
            }
        }
        return null;
    }
}
