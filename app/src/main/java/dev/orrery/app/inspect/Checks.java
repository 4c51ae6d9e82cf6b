package dev.orrery.app.inspect;

import dev.orrery.app.parts.Ago;
import dev.orrery.health.CheckHealth;
import dev.orrery.health.ServiceHealth;
import dev.orrery.session.Session;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/// The health checks of a service, one card each.
final class Checks extends Section<List<String>> {
    private final Consumer<String> copy;
    private final List<CheckCard> cards = new ArrayList<>();

    Checks(Consumer<String> copy) {
        super("inspect.last-answer");
        this.copy = copy;
    }

    /// @param told what the heading has said already
    void render(Service service, Session session, String told) {
        List<HealthCheck> declared = service.healthChecks();
        List<String> identity = new ArrayList<>(List.of(service.id()));
        declared.forEach(check -> identity.add(check.url()));
        show(List.copyOf(identity));
        ServiceHealth health = session.board().service(service.id());
        List<CheckHealth> checks = health == null ? List.of() : health.checks();
        for (int i = 0; i < cards.size(); i++) {
            CheckHealth check = i < checks.size() ? checks.get(i) : CheckHealth.PENDING;
            cards.get(i).render(declared.get(i), check, session.policy(), session.now(), told);
        }
        Instant last = health == null ? null : health.lastAnswer();
        note(last == null ? "" : Ago.words(last, session.now()));
    }

    @Override
    List<? extends Node> nodes(List<String> identity) {
        cards.clear();
        for (int i = 1; i < identity.size(); i++) {
            cards.add(new CheckCard(copy));
        }
        return cards;
    }
}
