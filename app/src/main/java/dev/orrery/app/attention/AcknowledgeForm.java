package dev.orrery.app.attention;

import dev.orrery.app.action.Attended;
import dev.orrery.health.Acknowledgement;
import dev.orrery.health.Clock;
import dev.orrery.health.ServiceHealth;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Says that somebody looks after what is not well.
public final class AcknowledgeForm extends AttentionForm {
    private static final Ending.Choice USUAL = Ending.Choice.after("2h", Duration.ofHours(2));
    private static final List<Ending.Choice> CHOICES = List.of(
            Ending.Choice.after("30m", Duration.ofMinutes(30)),
            USUAL,
            Ending.Choice.after("8h", Duration.ofHours(8)),
            new Ending.Choice("morning", Moment::morning));

    private final Supplier<Session> session;
    private final ZoneId zone;
    private final SortedSet<String> services;
    private final Consumer<Action> actions;
    private final Runnable close;
    private final Ending ending;

    /// @param attended of which those that are not well are looked after
    /// @param actions takes actions on the session
    /// @param close closes the sheet
    public AcknowledgeForm(
            Attended attended, Supplier<Session> session, ZoneId zone, Consumer<Action> actions, Runnable close) {
        super(about(attended, session.get()), "attention.acknowledge", known(attended, session.get()), close);
        this.session = session;
        this.zone = zone;
        this.services = attended.unwell(session.get());
        this.actions = actions;
        this.close = close;
        setId("acknowledge");
        ending = new Ending(CHOICES, USUAL, zone, this::tell);
        ending.whenEntered(this::enter);
        put("attention.until", ending);
        tell();
    }

    @Override
    void submit() {
        if (ending.moment(session.get().now()) instanceof Moment.At(Instant until)) {
            actions.accept(new Action.Acknowledge(services, until, note()));
            close.run();
        }
    }

    private void tell() {
        Instant now = session.get().now();
        switch (ending.moment(now)) {
            case Moment.At(Instant until) ->
                tell(Messages.of("attention.acknowledge.outcome", Clock.words(until, now, zone)), true);
            case Moment.Wrong(String key) -> tell(Messages.of(key), false);
        }
    }

    private static String about(Attended attended, Session session) {
        SortedSet<String> unwell = attended.unwell(session);
        if (attended.services().size() > 1 || unwell.isEmpty()) {
            return Messages.of(
                    unwell.size() == 1 ? "attention.acknowledge.about.one" : "attention.acknowledge.about",
                    attended.name(),
                    Integer.toString(unwell.size()));
        }
        ServiceHealth health = session.board().service(unwell.first());
        return health == null
                ? attended.name()
                : Messages.of(
                        "attention.acknowledge.about.service",
                        attended.name(),
                        Messages.of(health.health().messageKey()),
                        health.reason().text());
    }

    /// The note of what is acknowledged already, so that it can be changed.
    private static String known(Attended attended, Session session) {
        return attended.acknowledged(session).stream()
                .findFirst()
                .flatMap(id ->
                        Optional.ofNullable(session.attention().acknowledged().get(id)))
                .map(Acknowledgement::note)
                .orElse("");
    }
}
