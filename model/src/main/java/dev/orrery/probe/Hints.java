package dev.orrery.probe;

import dev.orrery.health.CheckId;
import dev.orrery.health.Health;
import dev.orrery.health.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What answers tell by the way about this computer: that it has run out of sockets, or that a
/// page of the network here answers in place of the services, as in hotels and trains.
final class Hints {
    /// So many hosts that answered well before and all give the same page now are one portal.
    static final int HOSTS = 3;

    /// A shortage is over when it was not met for so long.
    static final Duration SHORTAGE = Duration.ofSeconds(30);

    private final Map<CheckId, Page> pages = new HashMap<>();
    private @Nullable Instant portalSince;
    private @Nullable Instant shortSince;
    private Instant shortage = Instant.MIN;

    /// @param key what is the same in all answers of a portal
    private record Page(String key, String host) {}

    /// @param stood where the check stood before this answer
    void take(CheckId check, String host, Health stood, Observation answer) {
        if (answer.reason().code().equals("too-many-open-files")) {
            shortage = answer.steady();
            shortSince = shortSince == null ? answer.at() : shortSince;
            return;
        }
        Optional<String> key = key(answer);
        boolean stoodWell = stood == Health.UP || stood == Health.DEGRADED;
        if (key.isPresent() && (stoodWell || pages.containsKey(check))) {
            pages.put(check, new Page(key.get(), host));
        } else if (pages.isEmpty() || pages.remove(check) == null) {
            return;
        }
        portalSince = hosts().size() < HOSTS ? null : portalSince == null ? answer.at() : portalSince;
    }

    /// @param now by the steady clock
    void after(Instant now) {
        if (shortSince != null && now.isAfter(shortage.plus(SHORTAGE))) {
            shortSince = null;
        }
    }

    void forget(Predicate<CheckId> gone) {
        pages.keySet().removeIf(gone);
        portalSince = hosts().size() < HOSTS ? null : portalSince;
    }

    ObserverState state() {
        if (shortSince != null) {
            return new ObserverState.Exhausted(shortSince);
        }
        return portalSince == null ? new ObserverState.Online() : new ObserverState.BehindPortal(portalSince, hosts());
    }

    /// Those that give the page that most give.
    private SortedSet<String> hosts() {
        Map<String, SortedSet<String>> byKey = new HashMap<>();
        pages.values()
                .forEach(page ->
                        byKey.computeIfAbsent(page.key, _ -> new TreeSet<>()).add(page.host));
        return byKey.values().stream()
                .max((one, other) -> Integer.compare(one.size(), other.size()))
                .orElseGet(TreeSet::new);
    }

    private static Optional<String> key(Observation answer) {
        return switch (answer.reason().code()) {
            case "redirect-elsewhere" -> Optional.of("to " + answer.reason().arguments());
            case "html-login" -> Optional.of("page " + answer.body());
            default -> Optional.empty();
        };
    }
}
