package dev.orrery.app.findings;

import dev.orrery.app.parts.Icons;
import dev.orrery.inspection.Finding;
import dev.orrery.problem.Severity;
import dev.orrery.session.Action;
import dev.orrery.session.Mend;
import dev.orrery.session.Opened;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All about one finding: what, why it matters, what to do, and what may be done at once.
final class FindingDetail extends ScrollPane {
    private static final int LONGEST = 600;

    private final Remedies remedies;
    private final VBox body = new VBox(8);
    private @Nullable Finding shown;
    private @Nullable Opened shownIn;

    FindingDetail(Remedies remedies) {
        this.remedies = remedies;
        setId("finding-detail");
        getStyleClass().add("finding-detail");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        body.getStyleClass().add("finding-body");
        body.getChildren().setAll(words("pane.findings.choose", "quiet"));
        setContent(body);
    }

    /// @param finding null where none is looked at
    @SuppressWarnings("ReferenceEquality") // Another reading offers other mends.
    void show(@Nullable Finding finding, @Nullable Opened opened) {
        boolean same = Objects.equals(finding, shown) && (finding == null || opened == shownIn);
        if (same) {
            return;
        }
        shown = finding;
        shownIn = opened;
        if (finding == null || opened == null) {
            body.getChildren().setAll(words("pane.findings.choose", "quiet"));
            return;
        }
        Label what = text(Untrusted.oneLine(finding.problem().message(), LONGEST), "finding-message");
        what.setId("finding-message");
        body.getChildren().setAll(words("inspection." + finding.rule(), "finding-rule"), what);
        more(finding, "why");
        more(finding, "do");
        FlowPane buttons = new FlowPane(8, 8);
        buttons.getChildren().setAll(buttons(finding, opened));
        body.getChildren().addAll(buttons, place(finding));
    }

    private void more(Finding finding, String what) {
        String said = FindingWords.more(finding, what);
        if (!said.isEmpty()) {
            Label label = text(said, "quiet");
            label.setId("finding-" + what);
            body.getChildren().add(label);
        }
    }

    private List<Node> buttons(Finding finding, Opened opened) {
        List<Node> buttons = new ArrayList<>();
        List<Mend> mends = Mend.of(finding);
        for (Mend mend : mends) {
            Button button = button(
                    "finding-mend-" + mends.indexOf(mend),
                    "",
                    () -> remedies.mend().accept(mend));
            button.setText(Untrusted.oneLine(mend.words(opened.topology()) + "…", 60));
            button.setGraphic(Icons.of("fth-tool"));
            buttons.add(button);
        }
        by(finding)
                .ifPresent(by -> buttons.add(button(
                        "finding-by-hand",
                        "pane.findings." + by,
                        () -> remedies.byHand().accept(finding))));
        buttons.add(button(
                "finding-suppress",
                "pane.findings.suppress",
                () -> remedies.suppress().accept(finding)));
        MenuButton severity = new MenuButton(Messages.of("pane.findings.severity"));
        severity.setId("finding-severity");
        for (Optional<Severity> each : List.of(
                Optional.of(Severity.ERROR),
                Optional.of(Severity.WARNING),
                Optional.of(Severity.INFO),
                Optional.<Severity>empty())) {
            String word = each.map(Severity::word).orElse("off");
            MenuItem item = new MenuItem(Messages.of("pane.findings.severity." + word));
            item.setId("finding-severity-" + word);
            item.setOnAction(_ -> remedies.weigh().accept(finding.rule(), each));
            severity.getItems().add(item);
        }
        buttons.add(severity);
        return buttons;
    }

    /// What one writes oneself: nobody can guess an owner, or who calls whom.
    static Optional<String> by(Finding finding) {
        boolean describes = finding.rule().startsWith("missing-");
        boolean connects = finding.rule().equals("isolated-service");
        return describes ? Optional.of("describe") : connects ? Optional.of("connect") : Optional.empty();
    }

    private Node place(Finding finding) {
        Hyperlink place =
                new Hyperlink(Untrusted.oneLine(finding.problem().source().toString()));
        place.getStyleClass().add("place");
        place.setOnAction(_ -> {
            place.setVisited(false);
            remedies.actions().accept(new Action.ShowSource(finding.problem().source()));
        });
        return place;
    }

    private static Button button(String id, String key, Runnable does) {
        Button button = new Button(key.isEmpty() ? "" : Messages.of(key));
        button.setId(id.toLowerCase(Locale.ROOT));
        button.setOnAction(_ -> does.run());
        return button;
    }

    private static Label words(String key, String styleClass) {
        return text(Messages.of(key), styleClass);
    }

    private static Label text(String words, String styleClass) {
        Label label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
