package dev.orrery.session;

import dev.orrery.health.Attention;
import dev.orrery.health.Maintenance;
import dev.orrery.health.ServiceHealth;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What people say of services, and when it ends. Each change is kept; none is a row in the undo list, because time
/// has gone on since: an acknowledgement is withdrawn, and maintenance ended.
final class AttentionUpdate {
    private AttentionUpdate() {}

    static Next acknowledge(Session session, Action.Acknowledge said) {
        Attention attention = session.attention();
        for (String id : new TreeSet<>(said.services())) {
            ServiceHealth service = session.board().service(id);
            if (service != null) {
                attention = attention.acknowledge(service, session.now(), said.until(), said.note());
            }
        }
        return with(session, attention);
    }

    static Next withdraw(Session session, Set<String> services) {
        Attention attention = session.attention();
        for (String id : new TreeSet<>(services)) {
            attention = attention.withdraw(id);
        }
        return with(session, attention);
    }

    static Next maintain(Session session, Action.Maintain said) {
        Maintenance time = said.time();
        Attention attention = session.attention();
        if (time.until().isAfter(session.now())) {
            for (String id : new TreeSet<>(said.services())) {
                if (session.board().service(id) != null) {
                    attention = attention.maintain(id, time);
                }
            }
        }
        return with(session, attention);
    }

    static Next endMaintenance(Session session, Set<String> services) {
        Instant now = session.now();
        Attention before = session.attention();
        boolean works = services.stream().anyMatch(id -> before.during(id, now).isPresent());
        Attention attention = before;
        for (String id : new TreeSet<>(services)) {
            attention = works ? attention.endMaintenance(id, now) : attention.callOffMaintenance(id, now);
        }
        return with(session, attention);
    }

    /// What was kept, with what has been said since it was asked for.
    static Next recalled(Session session, Action.AttentionRecalled recalled) {
        Opened opened = session.opened();
        if (opened == null
                || !opened.paths().equals(recalled.paths())
                || !Objects.equals(opened.environmentName(), recalled.environment())) {
            return Next.of(session);
        }
        Attention all = session.attention().and(recalled.attention()).after(session.board(), session.now());
        Session next = all.equals(session.attention()) ? session : session.withAttention(all);
        return all.equals(recalled.attention()) ? Next.of(next) : Next.of(next, keep(opened, all));
    }

    /// The same session without what has ended, by time or by how services stand now.
    static Next later(Session session) {
        return with(session, session.attention().after(session.board(), session.now()));
    }

    private static Next with(Session session, Attention attention) {
        Opened opened = session.opened();
        return opened == null || attention.equals(session.attention())
                ? Next.of(session)
                : Next.of(session.withAttention(attention), keep(opened, attention));
    }

    static Effect recall(Opened opened) {
        return new Effect.RecallAttention(opened.paths(), opened.environmentName());
    }

    private static Effect keep(Opened opened, Attention attention) {
        return new Effect.KeepAttention(opened.paths(), opened.environmentName(), attention);
    }
}
