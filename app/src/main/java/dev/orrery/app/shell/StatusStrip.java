package dev.orrery.app.shell;

import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiAction;
import dev.orrery.app.action.UiActions;
import dev.orrery.app.parts.Ago;
import dev.orrery.app.parts.Icons;
import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.health.Health;
import dev.orrery.health.Rollup;
import dev.orrery.health.ServiceHealth;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The strip at the bottom: how many services stand how, and small print about the whole.
final class StatusStrip extends HBox {
    private final Map<Health, Label> counts = new EnumMap<>(Health.class);
    private final Label environment = new Label(null, Icons.of("fth-globe"));
    private final Label notAsked = new Label(null, new HealthGlyph(Health.UNKNOWN, 10));
    private final Button problems;
    private final Label unsaved = new Label(null, Icons.of("fth-edit-3"));
    private final Label readOnly = new Label(Messages.of("status.read-only"), Icons.of("fth-lock"));
    private final Label about = new Label();
    private String zoom = "";
    private List<String> facts = List.of();

    StatusStrip(Performer performer) {
        super(20);
        getStyleClass().add("status-strip");
        setId("status");
        setAlignment(Pos.CENTER_LEFT);
        environment.setId("status-environment");
        environment.getStyleClass().add("status-environment");
        environment.setGraphicTextGap(6);
        environment.setMinWidth(USE_PREF_SIZE);
        getChildren().add(environment);
        for (Health state : Health.values()) {
            Label count = new Label(null, new HealthGlyph(state, 10));
            count.setId("count-" + state.name().toLowerCase(java.util.Locale.ROOT));
            count.setGraphicTextGap(7);
            count.setMinWidth(USE_PREF_SIZE);
            counts.put(state, count);
            getChildren().add(count);
        }
        notAsked.setId("count-not-asked");
        notAsked.setGraphicTextGap(7);
        notAsked.setMinWidth(USE_PREF_SIZE);
        UiAction action = UiActions.of("problems");
        problems = new Button(null, Icons.of(action.icon()));
        problems.getStyleClass().setAll("problem-count");
        problems.setId("problem-count");
        problems.setMinWidth(USE_PREF_SIZE);
        problems.setOnAction(_ -> performer.perform(action));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        unsaved.setId("status-unsaved");
        readOnly.setId("status-read-only");
        for (Label label : List.of(unsaved, readOnly)) {
            label.setGraphicTextGap(6);
            label.setMinWidth(USE_PREF_SIZE);
        }
        about.setId("status-about");
        about.getStyleClass().add("quiet");
        getChildren().addAll(notAsked, problems, unsaved, readOnly, gap, about);
    }

    void render(Session session) {
        Opened opened = session.opened();
        EnvironmentWords.show(environment, opened);
        Rollup rollup = session.board().rollup();
        counts.forEach((state, label) -> put(
                label,
                rollup.count(state),
                Messages.of("count.state", Integer.toString(rollup.count(state)), Messages.of(state.messageKey()))));
        put(notAsked, rollup.notAsked(), Messages.of("count.not-asked", Integer.toString(rollup.notAsked())));
        int found = opened == null ? 0 : opened.problems().size();
        problems.setText(Messages.of(found == 1 ? "count.problem" : "count.problems", Integer.toString(found)));
        problems.setVisible(found > 0);
        problems.setManaged(found > 0);
        int edited = opened == null ? 0 : session.unsaved().size();
        put(
                unsaved,
                edited,
                Messages.of(edited == 1 ? "status.unsaved.one" : "status.unsaved", Integer.toString(edited)));
        boolean locked = opened != null && !session.editing().readOnly().isEmpty();
        readOnly.setVisible(locked);
        readOnly.setManaged(locked);
        readOnly.setTooltip(
                locked ? new Tooltip(String.join("\n", session.editing().readOnly())) : null);
        facts = opened == null ? List.of() : facts(session, opened);
        tell();
    }

    /// @param factor 1 is 100 %
    void zoomed(double factor) {
        zoom = Messages.of("status.zoom", Long.toString(Math.round(factor * 100)));
        tell();
    }

    private void tell() {
        List<String> words = new ArrayList<>(facts);
        if (!words.isEmpty() && !zoom.isEmpty()) {
            words.add(zoom);
        }
        about.setText(String.join(" · ", words));
    }

    private static List<String> facts(Session session, Opened opened) {
        List<String> facts = new ArrayList<>();
        session.board().services().values().stream()
                .map(ServiceHealth::lastAnswer)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .ifPresent(last -> facts.add(Messages.of("status.last-answer", Ago.words(last, session.now()))));
        facts.add(Messages.of(
                "status.size",
                Integer.toString(opened.topology().services().size()),
                Integer.toString(opened.topology().dependencies().size())));
        return facts;
    }

    private static void put(Label label, int count, String words) {
        label.setText(words);
        label.setVisible(count > 0);
        label.setManaged(count > 0);
    }
}
