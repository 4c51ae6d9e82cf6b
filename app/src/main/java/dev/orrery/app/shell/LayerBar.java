package dev.orrery.app.shell;

import dev.orrery.diagram.LineStyle;
import dev.orrery.session.Action;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Topology;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// The legend of the lines, which is also their filter: how many dependencies are declared, inferred, observed or
/// allowed. Where everything is declared there is nothing to tell apart, and it is not there.
final class LayerBar extends HBox {
    private final Map<Certainty, ToggleButton> buttons = new EnumMap<>(Certainty.class);
    private @Nullable Opened counted;
    private Map<Certainty, Long> counts = Map.of();

    LayerBar(Consumer<Action> actions) {
        super(2);
        getStyleClass().add("layer-bar");
        setId("layers");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        for (Certainty certainty : Certainty.values()) {
            ToggleButton button = new ToggleButton(null, sample(certainty));
            button.getStyleClass().setAll("layer");
            button.setId("layer-" + certainty.word());
            button.setTooltip(new Tooltip(Messages.of("layer." + certainty.word() + ".hint")));
            button.setOnAction(_ -> actions.accept(new Action.ToggleLayer(certainty)));
            buttons.put(certainty, button);
        }
    }

    void render(Session session) {
        Opened opened = session.opened();
        if (opened == null) {
            counts = Map.of();
            counted = null;
        } else if (!opened.equals(counted)) {
            counts = counts(opened.topology());
            counted = opened;
        }
        boolean hasMore = counts.keySet().stream().anyMatch(certainty -> certainty != Certainty.DECLARED);
        setVisible(hasMore);
        setManaged(hasMore);
        getChildren()
                .setAll(buttons.keySet().stream()
                        .filter(counts::containsKey)
                        .map(buttons::get)
                        .toList());
        counts.forEach((certainty, count) -> {
            ToggleButton button = buttons.get(certainty);
            if (button != null) {
                button.setText(Messages.of("layer." + certainty.word(), count.toString()));
                button.setSelected(session.layers().shows(certainty));
            }
        });
    }

    private static Map<Certainty, Long> counts(Topology topology) {
        Map<Certainty, Long> counts = new EnumMap<>(Certainty.class);
        topology.dependencies()
                .forEach(dependency -> dependency.evidence().stream()
                        .map(piece -> piece.certainty())
                        .distinct()
                        .forEach(certainty -> counts.merge(certainty, 1L, Long::sum)));
        return counts;
    }

    private static Line sample(Certainty certainty) {
        LineStyle style = LineStyle.of(certainty);
        Line line = new Line(0, 0, 22, 0);
        line.getStyleClass().addAll("layer-line", "line-" + style.colour().token());
        line.setStrokeWidth(style.width());
        line.getStrokeDashArray().setAll(style.dashes());
        return line;
    }
}
