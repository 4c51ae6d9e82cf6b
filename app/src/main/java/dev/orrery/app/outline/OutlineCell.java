package dev.orrery.app.outline;

import dev.orrery.app.theme.HealthGlyph;
import dev.orrery.graph.NodeId;
import dev.orrery.health.Health;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One line of the outline: shape, name, how long.
final class OutlineCell extends TreeCell<OutlineTree.Line> {
    private static final PseudoClass BOUNDARY = PseudoClass.getPseudoClass("boundary");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final HealthGlyph glyph = new HealthGlyph(Health.UNKNOWN, 10);
    private final Label name = new Label();
    private final Label note = new Label();
    private final HBox row = new HBox(8, glyph, name, note);
    private final Tooltip whole = new Tooltip();

    OutlineCell() {
        getStyleClass().add("outline-cell");
        row.setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("outline-name");
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        note.getStyleClass().add("outline-note");
        note.setMinWidth(USE_PREF_SIZE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(OutlineTree.@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            setId(null);
            pseudoClassStateChanged(BOUNDARY, false);
            pseudoClassStateChanged(MISSING, false);
            return;
        }
        boolean boundary = line.node().of() == NodeId.Of.BOUNDARY;
        glyph.show(line.health() == null ? Health.UNKNOWN : line.health());
        // A boundary in which all is well is quiet: its shape would only repeat those below.
        boolean loud = line.health() == Health.DOWN || line.health() == Health.DEGRADED;
        glyph.setVisible(!boundary || loud);
        glyph.setManaged(!boundary || loud);
        name.setText(line.name());
        note.setText(line.note());
        whole.setText(line.name());
        setTooltip(whole);
        setId("outline-" + line.node().id());
        setAccessibleText(line.spoken());
        pseudoClassStateChanged(BOUNDARY, boundary);
        pseudoClassStateChanged(MISSING, line.node().of() == NodeId.Of.MISSING);
        setGraphic(row);
    }
}
