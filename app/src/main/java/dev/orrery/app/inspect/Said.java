package dev.orrery.app.inspect;

import dev.orrery.app.action.Attended;
import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiAction;
import dev.orrery.app.action.UiActions;
import dev.orrery.diagram.Badge;
import dev.orrery.health.Circumstances;
import dev.orrery.health.Clock;
import dev.orrery.health.Maintenance;
import dev.orrery.health.Qualifier;
import dev.orrery.health.ServiceHealth;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/// How the state of what is selected is to be taken, each with its badge, and what can be said of it.
final class Said extends Section<Said.Shown> {
    private static final List<String> ACTIONS = List.of("acknowledge", "withdraw", "maintenance", "end-maintenance");

    /// @param badge null where it has none
    record Line(@Nullable Badge badge, String words) {}

    /// @param possible ids of actions with their words
    record Shown(List<Line> lines, List<Doable> possible) {
        Shown {
            lines = List.copyOf(lines);
            possible = List.copyOf(possible);
        }
    }

    record Doable(String id, String words) {}

    private final Performer performer;

    Said(Performer performer) {
        super(null);
        this.performer = performer;
        getStyleClass().add("said");
        setId("said");
    }

    void render(Session session, Opened opened, ServiceHealth health) {
        ZoneId zone = ZoneId.systemDefault();
        List<Line> lines = new ArrayList<>();
        new Circumstances(opened.topology(), session.board(), session.attention(), session.now())
                .of(health, session.policy()).stream()
                        .filter(Said::isShown)
                        .forEach(one -> lines.add(new Line(
                                badge(one), Untrusted.oneLine(Standing.capital(one.text(zone, session.now()))))));
        session.attention()
                .planned(health.service(), session.now())
                .ifPresent(planned -> lines.add(new Line(Badge.MAINTENANCE, planned(planned, session, zone))));
        show(new Shown(lines, possible(session)));
    }

    /// Of a boundary: how many of those inside.
    void render(Session session, Attended inside) {
        List<Line> lines = new ArrayList<>();
        count(
                        Badge.ACKNOWLEDGED,
                        "attention.acknowledged.count",
                        inside.acknowledged(session).size(),
                        inside)
                .ifPresent(lines::add);
        count(
                        Badge.MAINTENANCE,
                        "attention.maintenance.count",
                        inside.inMaintenance(session).size(),
                        inside)
                .ifPresent(lines::add);
        count(
                        Badge.MAINTENANCE,
                        "attention.planned.count",
                        inside.planned(session).size(),
                        inside)
                .ifPresent(lines::add);
        show(new Shown(lines, possible(session)));
    }

    @Override
    List<? extends Node> nodes(Shown shown) {
        List<Node> nodes = new ArrayList<>();
        shown.lines().forEach(line -> nodes.add(row(line)));
        if (!shown.possible().isEmpty()) {
            FlowPane links = new FlowPane(14, 4);
            shown.possible().forEach(one -> links.getChildren().add(link(one)));
            nodes.add(links);
        }
        return nodes;
    }

    private static Optional<Line> count(Badge badge, String key, int count, Attended inside) {
        return count == 0
                ? Optional.empty()
                : Optional.of(new Line(
                        badge,
                        Messages.of(
                                key,
                                Integer.toString(count),
                                Integer.toString(inside.services().size()))));
    }

    private static boolean isShown(Qualifier one) {
        return switch (one) {
            case Qualifier.Acknowledged _, Qualifier.InMaintenance _, Qualifier.Impaired _, Qualifier.Flapping _ ->
                true;
            case Qualifier.Suspect _, Qualifier.Recovering _, Qualifier.Stale _, Qualifier.Missed _ -> false;
        };
    }

    private static @Nullable Badge badge(Qualifier one) {
        return switch (one) {
            case Qualifier.Acknowledged _ -> Badge.ACKNOWLEDGED;
            case Qualifier.InMaintenance _ -> Badge.MAINTENANCE;
            case Qualifier.Flapping _ -> Badge.FLAPPING;
            case Qualifier.Impaired _, Qualifier.Suspect _, Qualifier.Recovering _, Qualifier.Stale _ -> null;
            case Qualifier.Missed _ -> null;
        };
    }

    private static String planned(Maintenance time, Session session, ZoneId zone) {
        String words = Messages.of(
                "attention.planned",
                Clock.words(time.from(), session.now(), zone),
                Clock.words(time.until(), session.now(), zone));
        return Untrusted.oneLine(time.note().isEmpty() ? words : Messages.of("qualifier.noted", words, time.note()));
    }

    /// What is acknowledged can be so again, with another note or end; that is left to the menu and the key.
    private static List<Doable> possible(Session session) {
        boolean done = Attended.of(session).stream()
                .anyMatch(attended -> attended.acknowledged(session).containsAll(attended.unwell(session)));
        return ACTIONS.stream()
                .filter(id -> !(done && id.equals("acknowledge")))
                .map(UiActions::of)
                .filter(action -> action.isPossible(session))
                .map(action -> new Doable(action.id(), action.words().apply(session)))
                .toList();
    }

    private static Node row(Line line) {
        SVGPath icon = new SVGPath();
        icon.getStyleClass().add("badge");
        if (line.badge() != null) {
            icon.setContent(line.badge().path());
        }
        StackPane place = new StackPane(icon);
        place.setMinSize(Badge.SIZE + 2, Badge.SIZE + 4);
        Label words = new Label(line.words());
        words.setWrapText(true);
        words.getStyleClass().add("said-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(8, place, words);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private Node link(Doable one) {
        UiAction action = UiActions.of(one.id());
        Hyperlink link = new Hyperlink(one.words());
        link.setId("said-" + one.id());
        link.setOnAction(_ -> {
            link.setVisited(false);
            performer.perform(action);
        });
        return link;
    }
}
