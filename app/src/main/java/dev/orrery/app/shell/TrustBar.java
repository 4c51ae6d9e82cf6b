package dev.orrery.app.shell;

import dev.orrery.probe.Origin;
import dev.orrery.probe.OriginGroup;
import dev.orrery.probe.SecretUse;
import dev.orrery.probe.Trust;
import dev.orrery.session.Action;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.session.Watching;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks whether the addresses that the descriptors name may be asked, listed by where they are, and whether secrets may
/// be sent to them. What was put off in one environment is still to be asked in another.
final class TrustBar extends HBox {
    private static final int NAMED = 3;

    /// What is to be allowed, and where.
    private record Question(Trust missing, @Nullable String environment) {}

    private static final Question NONE = new Question(Trust.NONE, null);

    private final Label sentence = new Label();
    private final VBox groups = new VBox(2);
    private final Button allow;
    private final Button withoutSecrets;
    private Question question = NONE;
    private Question putOff = NONE;

    TrustBar(Consumer<Action> actions) {
        super(12);
        getStyleClass().add("trust-bar");
        setId("trust");
        setAlignment(Pos.CENTER_LEFT);
        sentence.getStyleClass().add("trust-sentence");
        sentence.setId("trust-sentence");
        sentence.setWrapText(true);
        VBox words = new VBox(3, sentence, groups);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        allow = button("trust.allow", "trust-allow", () -> actions.accept(new Action.Allow(question.missing())));
        allow.getStyleClass().add("accent");
        withoutSecrets = button(
                "trust.without-secrets",
                "trust-without-secrets",
                () -> actions.accept(
                        new Action.Allow(Trust.of(question.missing().origins()))));
        Button later = button("trust.later", "trust-later", () -> {
            putOff = question;
            see(this, false);
        });
        getChildren().setAll(words, later, withoutSecrets, allow);
        see(this, false);
    }

    void render(Session session) {
        Opened opened = session.opened();
        if (opened == null || session.missing().isNone() || session.watching() instanceof Watching.NothingToAsk) {
            question = NONE;
            putOff = NONE;
            see(this, false);
            return;
        }
        Question now = new Question(session.missing(), opened.environmentName());
        if (!now.equals(question)) {
            question = now;
            show(now);
        }
        see(this, !now.equals(putOff));
    }

    /// Asks again after *Not now*.
    void ask() {
        putOff = NONE;
        see(this, !question.equals(NONE));
    }

    private void show(Question now) {
        SortedSet<Origin> origins = now.missing().origins();
        SortedSet<SecretUse> secrets = now.missing().secrets();
        sentence.setText(sentence(origins.size(), now.environment()));
        List<Label> lines = new ArrayList<>();
        grouped(origins)
                .forEach((group, hosts) -> lines.add(line(
                        Messages.of("trust.group", capital(Messages.of(group.messageKey())), some(hosts)), hosts)));
        if (!secrets.isEmpty()) {
            List<String> uses = secrets.stream().map(SecretUse::words).toList();
            lines.add(line(
                    uses.size() == 1
                            ? Messages.of("trust.secret.one", uses.getFirst())
                            : Messages.of("trust.secret", Integer.toString(uses.size()), some(uses)),
                    uses));
        }
        groups.getChildren().setAll(lines);
        allow.setText(Messages.of(origins.isEmpty() ? "trust.allow.secrets" : "trust.allow"));
        see(withoutSecrets, !origins.isEmpty() && !secrets.isEmpty());
    }

    private static String sentence(int origins, @Nullable String environment) {
        String key = origins == 0 ? "trust.sentence.secrets" : origins == 1 ? "trust.sentence.one" : "trust.sentence";
        List<String> arguments = new ArrayList<>();
        if (origins > 0) {
            arguments.add(Integer.toString(origins));
        }
        if (environment != null) {
            arguments.add(Untrusted.oneLine(environment));
        }
        return Messages.of(environment == null ? key : key + ".in", arguments.toArray());
    }

    private static Map<OriginGroup, List<String>> grouped(SortedSet<Origin> origins) {
        Map<OriginGroup, List<String>> groups = new TreeMap<>();
        origins.forEach(origin ->
                groups.computeIfAbsent(origin.group(), _ -> new ArrayList<>()).add(origin.authority()));
        return groups;
    }

    private static String some(List<String> all) {
        String some = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
        return all.size() <= NAMED ? some : Messages.of("trust.more", some, Integer.toString(all.size() - NAMED));
    }

    private static Label line(String text, Collection<String> all) {
        Label line = new Label(text);
        line.getStyleClass().add("trust-group");
        line.setWrapText(true);
        line.setTooltip(new Tooltip(String.join("\n", all)));
        return line;
    }

    private static Button button(String key, String id, Runnable does) {
        Button button = new Button(Messages.of(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static void see(Region what, boolean seen) {
        what.setVisible(seen);
        what.setManaged(seen);
    }
}
