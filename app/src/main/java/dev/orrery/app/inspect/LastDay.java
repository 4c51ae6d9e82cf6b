package dev.orrery.app.inspect;

import dev.orrery.history.DayStrip;
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
        boolean same = asked.startsWith(service.id() + "\n");
        String wanted = service.id() + "\n" + minute;
        if (wanted.equals(asked)) {
            return;
        }
        if (!same) {
            // Another service's day is no stand-in while this one's is read.
            show(List.of());
        }
        asked = wanted;
        days.of(service.id(), service.healthChecks().size(), day -> {
            if (asked.startsWith(service.id() + "\n")) {
                show(List.of(day));
            }
        });
    }

    @Override
    List<? extends Node> nodes(List<DayStrip> days) {
        note(days.stream().findFirst().map(DayWords::latency).orElse(""));
        return days.stream().map(DayChart::new).toList();
    }
}
