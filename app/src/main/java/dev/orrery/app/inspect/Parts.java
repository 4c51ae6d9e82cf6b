package dev.orrery.app.inspect;

import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.health.ComponentHealth;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What a service reports about its parts, as indented lines.
final class Parts extends Section<List<ComponentHealth>> {
    /// Deeper and longer reports are cut: the raw answer below shows everything.
    private static final int MOST = 60;

    private static final double INDENT = 16;

    Parts() {
        super(null);
        getStyleClass().add("parts");
    }

    @Override
    List<? extends Node> nodes(List<ComponentHealth> parts) {
        List<Node> lines = new ArrayList<>();
        add(lines, parts, 0);
        return lines;
    }

    private static void add(List<Node> lines, List<ComponentHealth> parts, int depth) {
        for (ComponentHealth part : parts) {
            if (lines.size() < MOST) {
                lines.add(line(part, depth));
                add(lines, part.parts(), depth + 1);
            }
        }
    }

    private static Node line(ComponentHealth part, int depth) {
        String nameWords = Untrusted.oneLine(part.name());
        Label name = new Label(nameWords);
        name.getStyleClass().add("part-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        String detailWords = part.detail() == null ? "" : Untrusted.oneLine(part.detail());
        Label detail = new Label(detailWords);
        detail.getStyleClass().add("part-detail");
        detail.setMaxWidth(Double.MAX_VALUE);
        detail.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(detail, Priority.ALWAYS);
        if (!detailWords.isEmpty()) {
            detail.setTooltip(new Tooltip(detailWords));
        }
        HBox line = new HBox(9, new HealthGlyph(part.health(), 10), name, detail);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, 0, 0, Math.min(depth, 5) * INDENT));
        line.getStyleClass().add("part");
        line.setAccessibleText(Messages.of(
                "inspect.part.spoken", nameWords, Messages.of(part.health().messageKey()), detailWords));
        return line;
    }
}
