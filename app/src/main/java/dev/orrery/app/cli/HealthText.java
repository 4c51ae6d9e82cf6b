package dev.orrery.app.cli;

import dev.orrery.health.CheckHealth;
import dev.orrery.health.Health;
import dev.orrery.health.HealthBoard;
import dev.orrery.health.Observation;
import dev.orrery.health.Qualifier;
import dev.orrery.health.ServiceHealth;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where services stand, for people. Shape and word say the same, so neither needs colour.
final class HealthText {
    private HealthText() {}

    /// A row for each service, and a line that counts.
    static String of(HealthBoard board) {
        return of(board, board.services().values());
    }

    /// The same without those that are up.
    static String unwell(HealthBoard board) {
        return of(
                board,
                board.services().values().stream()
                        .filter(service -> service.health() != Health.UP)
                        .toList());
    }

    private static String of(HealthBoard board, Collection<ServiceHealth> listed) {
        Table table = new Table(
                "",
                Messages.of("cli.column.service"),
                Messages.of("cli.column.health"),
                Messages.of("cli.column.took"),
                Messages.of("cli.column.reason"));
        listed.forEach(service -> row(table, service));
        return table + "\n\n" + counts(board);
    }

    /// One service on one line, as for a change; how that is to be taken comes last.
    ///
    /// @param now by the wall clock
    static String line(ServiceHealth service, List<Qualifier> qualifiers, Instant now) {
        String taken = Stream.concat(
                        qualifiers.stream().map(one -> Untrusted.oneLine(one.text(ZoneId.systemDefault(), now))),
                        renewals(service))
                .collect(Collectors.joining("; "));
        String line = symbol(service) + " " + Untrusted.oneLine(service.service()) + " "
                + Messages.of(service.health().messageKey()) + ": "
                + Untrusted.oneLine(service.reason().text());
        return taken.isEmpty() ? line : line + " (" + taken + ")";
    }

    /// As in `11 up, 2 down, 1 unknown (1 not asked)`.
    static String counts(HealthBoard board) {
        Map<Health, Integer> counts = new EnumMap<>(Health.class);
        long notAsked = 0;
        for (ServiceHealth service : board.services().values()) {
            counts.merge(service.health(), 1, Integer::sum);
            notAsked += service.isAsked() ? 0 : 1;
        }
        List<String> words = new ArrayList<>();
        for (Health health : List.of(Health.UP, Health.DEGRADED, Health.DOWN, Health.UNKNOWN, Health.PENDING)) {
            int count = counts.getOrDefault(health, 0);
            if (count > 0) {
                words.add(count + " " + Messages.of(health.messageKey()));
            }
        }
        String all = words.isEmpty() ? Messages.of("cli.health.nothing") : String.join(", ", words);
        return notAsked == 0 ? all : Messages.of("cli.health.not-asked", all, Long.toString(notAsked));
    }

    private static void row(Table table, ServiceHealth service) {
        table.row(
                symbol(service),
                service.service(),
                Messages.of(service.isAsked() ? service.health().messageKey() : "health.no-check"),
                took(service),
                Stream.concat(Stream.of(service.reason().text()), renewals(service))
                        .collect(Collectors.joining("; ")));
    }

    /// A certificate that ends soon changes no health, and is worth a word.
    private static Stream<String> renewals(ServiceHealth service) {
        return service.checks().stream()
                .map(CheckHealth::last)
                .filter(Objects::nonNull)
                .flatMap(last -> Stream.ofNullable(last.certificate())
                        .filter(shown -> shown.endsSoon(last.at()))
                        .map(shown -> shown.left(last.at())))
                .distinct();
    }

    private static @Nullable String took(ServiceHealth service) {
        return service.checks().stream()
                .map(CheckHealth::last)
                .filter(Objects::nonNull)
                .filter(Observation::isTimed)
                .map(Observation::took)
                .max(Duration::compareTo)
                .map(longest -> longest.toMillis() + " ms")
                .orElse(null);
    }

    private static String symbol(ServiceHealth service) {
        return switch (service.health()) {
            case UP -> "●";
            case DEGRADED -> "▲";
            case DOWN -> "✖";
            case UNKNOWN -> "◌";
            case PENDING -> "○";
        };
    }
}
