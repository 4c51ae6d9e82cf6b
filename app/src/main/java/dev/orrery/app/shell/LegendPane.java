package dev.orrery.app.shell;

import dev.orrery.app.action.Performer;
import dev.orrery.app.action.UiActions;
import dev.orrery.app.canvas.LegendSign;
import dev.orrery.app.parts.Icons;
import dev.orrery.diagram.Legend;
import dev.orrery.diagram.Lens;
import dev.orrery.query.Term;
import dev.orrery.session.Action;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What colours mean, in a corner of the canvas: the lens, to choose another, and its values with their counts. A press
/// on a value writes it into the filter, another takes it out.
final class LegendPane extends VBox {
    /// A row is at least so wide, so that a lens seldom changes the width.
    private static final double LEAST = 148;
    /// A longer label is cut; its tip has all of it.
    private static final double MOST = 240;

    /// States, or steps, that are often there at the same time.
    private static final int USUAL_ROWS = 4;

    private static final double ROW = 23;

    private final Performer performer;
    private final MenuButton lens = new MenuButton();
    private final VBox rows = new VBox(1);
    private final List<Entry> entries = new ArrayList<>();
    private Legend shown = Legend.NONE;

    LegendPane(Performer performer) {
        this.performer = performer;
        setId("legend");
        getStyleClass().add("legend");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        lens.setId("legend-lens");
        lens.getStyleClass().add("legend-choice");
        for (Lens each : Lens.values()) {
            MenuItem item = new MenuItem(each.title());
            item.setId("legend-lens-" + each.word());
            item.setOnAction(_ -> performer.dispatch().accept(new Action.LookThrough(each)));
            lens.getItems().add(item);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button hide =
                Icons.button("fth-x", Messages.of("legend.hide"), () -> performer.perform(UiActions.of("legend")));
        hide.setId("legend-hide");
        HBox head = new HBox(4, lens, gap, hide);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, rows);
    }

    void render(Session session) {
        Lens now = session.aspect().lens();
        lens.setText(now.title());
        lens.setAccessibleText(Messages.of("legend.lens", now.title()));
        entries.forEach(entry -> entry.choose(session));
    }

    /// Takes the legend of the picture that is shown.
    void show(Legend legend) {
        if (legend.equals(shown)) {
            return;
        }
        shown = legend;
        while (entries.size() > legend.entries().size()) {
            entries.removeLast();
        }
        while (entries.size() < legend.entries().size()) {
            entries.add(new Entry(entries.size()));
        }
        for (int at = 0; at < entries.size(); at++) {
            entries.get(at).show(legend.entries().get(at));
        }
        if (!rows.getChildren().equals(entries)) {
            rows.getChildren().setAll(entries);
        }
        render(performer.session().get());
    }

    /// What it may need yet, in pixels, when answers come: states and steps of which none is there now.
    double roomToGrow() {
        boolean grows = shown.lens() == Lens.HEALTH || shown.lens() == Lens.LATENCY;
        return grows ? Math.max(0, USUAL_ROWS - entries.size()) * ROW : 0;
    }

    /// One value. It stays while counts change, so that the focus does.
    private final class Entry extends ToggleButton {
        private final Label label = new Label();
        private final Label count = new Label();
        private final HBox row = new HBox(8);
        private Legend.@Nullable Entry entry;

        Entry(int at) {
            setId("legend-" + at);
            getStyleClass().setAll("legend-entry");
            label.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(label, Priority.ALWAYS);
            count.getStyleClass().add("legend-count");
            count.setMinWidth(USE_PREF_SIZE);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinWidth(LEAST);
            row.setMaxWidth(MOST);
            setMaxWidth(Double.MAX_VALUE);
            setGraphic(row);
            setTooltip(new Tooltip());
            setOnAction(_ -> {
                if (entry != null && entry.term() != null) {
                    performer.dispatch().accept(new Action.Choose(entry.term()));
                }
            });
        }

        void show(Legend.Entry next) {
            if (next.equals(entry)) {
                return;
            }
            entry = next;
            Node sign = LegendSign.of(next);
            label.setText(next.label());
            count.setText(next.count() == 0 ? "" : Integer.toString(next.count()));
            row.getChildren().setAll(sign, label, count);
            setDisable(next.term() == null);
            getTooltip()
                    .setText(
                            next.term() == null
                                    ? next.label()
                                    : Messages.of("legend.tip", next.term().text()));
            setAccessibleText(Messages.of("legend.spoken", next.label(), Integer.toString(next.count())));
        }

        void choose(Session session) {
            Term term = entry == null ? null : entry.term();
            setSelected(term != null && session.aspect().expression().chooses(term));
        }
    }
}
