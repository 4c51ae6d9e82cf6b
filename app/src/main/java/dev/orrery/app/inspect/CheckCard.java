package dev.orrery.app.inspect;

import dev.orrery.app.parts.Ago;
import dev.orrery.app.parts.Icons;
import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.health.CheckHealth;
import dev.orrery.health.Health;
import dev.orrery.health.HealthPolicy;
import dev.orrery.health.Observation;
import dev.orrery.health.Qualifier;
import dev.orrery.health.ServerCertificate;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.HealthCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One health check with its last answer. It is kept while answers come, so the raw answer stays
/// open once opened.
final class CheckCard extends VBox {
    private final HealthGlyph glyph = new HealthGlyph(Health.PENDING, 10);
    private final Label url = new Label();
    private final Tooltip wholeUrl = new Tooltip();
    private final Label answer = new Label();
    private final Label renewal = new Label();
    private final Label facts = new Label();
    private final Parts parts = new Parts();
    private final TextArea raw = new TextArea();
    private final Fold rawPane;

    CheckCard(Consumer<String> copy) {
        getStyleClass().add("check-card");
        url.getStyleClass().add("check-url");
        url.setMinWidth(0);
        url.setTooltip(wholeUrl);
        HBox.setHgrow(url, Priority.ALWAYS);
        HBox head = new HBox(9, glyph, url);
        head.setAlignment(Pos.CENTER_LEFT);
        answer.getStyleClass().add("check-answer");
        answer.setWrapText(true);
        renewal.getStyleClass().add("check-renewal");
        renewal.setWrapText(true);
        facts.getStyleClass().add("check-facts");
        facts.setWrapText(true);

        raw.setEditable(false);
        raw.setPrefRowCount(9);
        raw.getStyleClass().add("raw-answer");
        raw.setId("raw-answer");
        Button copying = Icons.button("fth-copy", Messages.of("inspect.raw.copy"), () -> copy.accept(raw.getText()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(gap, copying);
        rawPane = new Fold(Messages.of("inspect.raw"), new VBox(tools, raw));
        getChildren().setAll(head, answer, renewal, facts, parts, rawPane);
    }

    /// @param told what the heading has said already
    void render(HealthCheck declared, CheckHealth check, HealthPolicy policy, Instant now, String told) {
        glyph.show(check.health());
        String address = Untrusted.oneLine(declared.url());
        url.setText(address);
        wholeUrl.setText(address);
        Observation last = check.last();
        String said = last == null ? check.reason().text() : last.reason().text();
        put(answer, said.equals(told) ? "" : said);
        ServerCertificate certificate = last == null ? null : last.certificate();
        put(renewal, certificate != null && certificate.endsSoon(now) ? Standing.capital(certificate.left(now)) : "");
        put(facts, facts(check, policy, last, now));
        parts.show(last == null ? List.of() : last.components());
        String body = last == null || last.body() == null ? "" : Untrusted.lines(last.body());
        if (!raw.getText().equals(body)) {
            raw.setText(body);
        }
        rawPane.setVisible(!body.isEmpty());
        rawPane.setManaged(!body.isEmpty());
    }

    private static String facts(CheckHealth check, HealthPolicy policy, @Nullable Observation last, Instant now) {
        List<String> facts = new ArrayList<>();
        if (last != null) {
            facts.add(Messages.of("verdict." + last.verdict().word()));
            if (last.httpStatus() != null) {
                facts.add(Messages.of("inspect.check.status", Integer.toString(last.httpStatus())));
            }
            if (last.isTimed()) {
                facts.add(millis(last.took()));
            }
            if (last.format() != null) {
                facts.add(last.format());
            }
            ServerCertificate shown = last.certificate();
            if (shown != null && !shown.endsSoon(now)) {
                facts.add(shown.left(now));
            }
            facts.add(Messages.of("inspect.check.when", Ago.words(last.at(), now), Ago.clock(last.at())));
        }
        Qualifier.of(check, policy).forEach(one -> facts.add(Untrusted.oneLine(one.text(ZoneId.systemDefault(), now))));
        // A line breaks between two facts, never inside one.
        return facts.stream().map(fact -> fact.replace(' ', '\u00a0')).collect(Collectors.joining(" · "));
    }

    static String millis(Duration took) {
        double millis = took.toNanos() / 1e6;
        return millis < 10 ? String.format(Locale.ROOT, "%.1f ms", millis) : Math.round(millis) + " ms";
    }

    private static void put(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }
}
