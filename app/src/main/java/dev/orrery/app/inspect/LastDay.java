package dev.orrery.app.inspect;

import dev.orrery.history.DayStrip;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.topology.Service;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.scene.Node;

/// How a service stood during the last day, and how fast it answered. Asked for again each minute.
final class LastDay extends Section<List<DayStrip>> {
    private final Days days;
    private String asked = "";

    LastDay(Days days) {
        super("day.title");
        this.days = days;
        setId("last-day");
        show(List.of());
    }

    void render(Session session, Service service) {
        if (service.healthChecks().isEmpty() || !service.active()) {
            asked = "";
            show(List.of());
            return;
        }
        Instant minute = session.now().truncatedTo(ChronoUnit.MINUTES);
        String whose = whose(session, service);
        boolean same = asked.startsWith(whose);
        String wanted = whose + minute;
        if (wanted.equals(asked)) {
            return;
        }
        if (!same) {
            // The day of another service, or elsewhere, is no stand-in while this one is read.
            show(List.of());
        }
        asked = wanted;
        days.of(service.id(), service.healthChecks().size(), day -> {
            if (asked.startsWith(whose)) {
                show(List.of(day));
            }
        });
    }

    private static String whose(Session session, Service service) {
        Opened opened = session.opened();
        String environment = opened == null ? null : opened.environmentName();
        return (environment == null ? "" : environment) + "\n" + service.id() + "\n";
    }

    @Override
    List<? extends Node> nodes(List<DayStrip> days) {
        note(days.stream().findFirst().map(DayWords::latency).orElse(""));
        return days.stream().map(DayChart::new).toList();
    }
}
