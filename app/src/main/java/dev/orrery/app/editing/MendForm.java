package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.importer.StatedInspections;
import dev.orrery.session.Mend;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Topology;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// What mends a finding: one edit, and what it would change.
public final class MendForm extends EditForm {
    private static final int LONGEST = 400;

    private final StatedInspections stated;
    private final ComboBox<Mend> choice = new ComboBox<>();
    private final Label finding = new Label();

    /// @param mends at least one; the first is offered first
    /// @param stated about inspections
    public MendForm(
            List<Mend> mends, Topology topology, StatedInspections stated, Performer performer, Runnable close) {
        super("editing.mend", performer, close);
        this.stated = stated;
        finding.setWrapText(true);
        finding.setMinHeight(Region.USE_PREF_SIZE);
        finding.setId("mend-finding");
        choice.setId("mend-edit");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getItems().setAll(mends);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Mend mend) {
                return mend == null ? "" : mend.words(topology);
            }

            @Override
            public Mend fromString(String words) {
                throw new UnsupportedOperationException("nobody writes into it");
            }
        });
        choice.getSelectionModel().selectFirst();
        choice.valueProperty().subscribe(this::chosen);
        put("editing.mend.finding", finding);
        put("editing.mend.edit", choice);
        check();
    }

    @Override
    public Node first() {
        return confirmation();
    }

    @Override
    List<TopologyEdit> edits() {
        return List.of(choice.getValue().edit());
    }

    @Override
    String consequence(Topology before, Topology after) {
        String figures = super.consequence(before, after);
        String found =
                FindingChange.words(before, after, stated, choice.getValue().finding());
        return figures.isEmpty() || found.isEmpty() ? figures + found : found + "\n" + figures;
    }

    private void chosen() {
        finding.setText(Untrusted.oneLine(
                choice.getValue() == null
                        ? Messages.of("pane.findings.none")
                        : choice.getValue().finding().problem().message(),
                LONGEST));
        check();
    }
}
