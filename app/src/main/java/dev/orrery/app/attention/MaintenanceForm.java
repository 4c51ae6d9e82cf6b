package dev.orrery.app.attention;

import dev.orrery.app.action.Attended;
import dev.orrery.health.Clock;
import dev.orrery.health.Maintenance;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.TextField;

/// Says that services are worked on, now or later.
public final class MaintenanceForm extends AttentionForm {
    private static final Ending.Choice USUAL = Ending.Choice.after("1h", Duration.ofHours(1));
    private static final List<Ending.Choice> CHOICES = List.of(
            Ending.Choice.after("30m", Duration.ofMinutes(30)),
            USUAL,
            Ending.Choice.after("2h", Duration.ofHours(2)),
            Ending.Choice.after("8h", Duration.ofHours(8)));

    private final Supplier<Session> session;
    private final ZoneId zone;
    private final SortedSet<String> services;
    private final Consumer<Action> actions;
    private final Runnable close;
    private final TextField from = new TextField();
    private final Ending ending;

    /// @param actions takes actions on the session
    /// @param close closes the sheet
    public MaintenanceForm(
            Attended attended, Supplier<Session> session, ZoneId zone, Consumer<Action> actions, Runnable close) {
        super(about(attended), "attention.maintenance", "", close);
        this.session = session;
        this.zone = zone;
        this.services = attended.services();
        this.actions = actions;
        this.close = close;
        setId("maintenance");
        from.setId("maintenance-from");
        from.setPromptText(Messages.of("attention.from.prompt"));
        from.setAccessibleText(Messages.of("attention.from.spoken"));
        ending = new Ending(CHOICES, USUAL, zone, this::tell);
        from.textProperty().subscribe(() -> tell());
        from.setOnAction(_ -> enter());
        ending.whenEntered(this::enter);
        put("attention.from", from);
        put("attention.until", ending);
        tell();
    }

    @Override
    void submit() {
        if (beginning() instanceof Moment.At(Instant begin) && ending.moment(begin) instanceof Moment.At(Instant end)) {
            actions.accept(new Action.Maintain(services, new Maintenance(begin, end, note())));
            close.run();
        }
    }

    /// Now, where nothing is written.
    private Moment beginning() {
        Instant now = session.get().now();
        return from.getText().isBlank() ? new Moment.At(now) : Moment.read(from.getText(), now, zone);
    }

    private void tell() {
        switch (beginning()) {
            case Moment.At(Instant begin) -> tell(begin);
            case Moment.Wrong(String key) -> tell(Messages.of(key), false);
        }
    }

    private void tell(Instant begin) {
        Instant now = session.get().now();
        switch (ending.moment(begin)) {
            case Moment.At(Instant end) ->
                tell(
                        begin.equals(now)
                                ? Messages.of("attention.maintenance.outcome.now", Clock.words(end, now, zone))
                                : Messages.of(
                                        "attention.maintenance.outcome",
                                        Clock.words(begin, now, zone),
                                        Clock.words(end, now, zone)),
                        true);
            case Moment.Wrong(String key) -> tell(Messages.of(key), false);
        }
    }

    private static String about(Attended attended) {
        int count = attended.services().size();
        return count == 1
                ? Messages.of("attention.maintenance.about.service", attended.name())
                : Messages.of("attention.maintenance.about", attended.name(), Integer.toString(count));
    }
}
