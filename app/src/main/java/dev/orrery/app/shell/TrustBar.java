package dev.orrery.app.shell;

import dev.orrery.probe.Origin;
import dev.orrery.probe.OriginGroup;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.session.Watching;
import dev.orrery.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks whether the addresses that the descriptors name may be asked, listed by where they are.
final class TrustBar extends HBox {
    private static final int NAMED = 3;

    private final Label sentence = new Label();
    private final FlowPane groups = new FlowPane(18, 2);
    private SortedSet<Origin> missing = new TreeSet<>();
    private SortedSet<Origin> putOff = new TreeSet<>();

    TrustBar(Consumer<Action> actions) {
        super(12);
        getStyleClass().add("trust-bar");
        setId("trust");
        setAlignment(Pos.CENTER_LEFT);
        sentence.getStyleClass().add("trust-sentence");
        sentence.setWrapText(true);
        VBox words = new VBox(3, sentence, groups);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button allow = new Button(Messages.of("trust.allow"));
        allow.setId("trust-allow");
        allow.getStyleClass().add("accent");
        allow.setMinWidth(Region.USE_PREF_SIZE);
        allow.setOnAction(_ -> actions.accept(new Action.Allow(missing)));
        Button later = new Button(Messages.of("trust.later"));
        later.setId("trust-later");
        later.setMinWidth(Region.USE_PREF_SIZE);
        later.setOnAction(_ -> {
            putOff = missing;
            see(false);
        });
        getChildren().setAll(words, later, allow);
        see(false);
    }

    void render(Session session) {
        if (!(session.watching() instanceof Watching.NeedsLeave(SortedSet<Origin> needed))) {
            missing = new TreeSet<>();
            putOff = missing;
            see(false);
            return;
        }
        if (!needed.equals(missing)) {
            missing = needed;
            sentence.setText(Messages.of(
                    missing.size() == 1 ? "trust.sentence.one" : "trust.sentence", Integer.toString(missing.size())));
            groups.getChildren()
                    .setAll(grouped(missing).entrySet().stream()
                            .map(group -> words(group.getKey(), group.getValue()))
                            .toList());
        }
        see(!missing.equals(putOff));
    }

    /// Asks again after *Not now*.
    void ask() {
        putOff = new TreeSet<>();
        see(!missing.isEmpty());
    }

    private static Map<OriginGroup, List<String>> grouped(SortedSet<Origin> origins) {
        Map<OriginGroup, List<String>> groups = new TreeMap<>();
        origins.forEach(origin ->
                groups.computeIfAbsent(origin.group(), _ -> new ArrayList<>()).add(origin.authority()));
        return groups;
    }

    private static Label words(OriginGroup group, List<String> hosts) {
        String some = String.join(", ", hosts.subList(0, Math.min(NAMED, hosts.size())));
        String list =
                hosts.size() <= NAMED ? some : Messages.of("trust.more", some, Integer.toString(hosts.size() - NAMED));
        Label words = new Label(Messages.of("trust.group", capital(Messages.of(group.messageKey())), list));
        words.getStyleClass().add("trust-group");
        words.setTooltip(new Tooltip(String.join("\n", hosts)));
        return words;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void see(boolean seen) {
        setVisible(seen);
        setManaged(seen);
    }
}
