package dev.orrery.app.findings;

import dev.orrery.app.parts.Icons;
import dev.orrery.inspection.Finding;
import dev.orrery.inspection.InspectionReport;
import dev.orrery.session.Action;
import dev.orrery.session.Inquiry;
import dev.orrery.session.Opened;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The list of findings, and beside it the one that is looked at. Whatever is chosen here is shown on the picture, and
/// what is chosen there is selected here.
public final class FindingsPane extends VBox {
    private final Remedies remedies;
    private final Label count = new Label();
    private final TextField filter = new TextField();
    private final ListView<FindingRow> list = new ListView<>();
    private final FindingDetail detail;
    private InspectionReport shown = new InspectionReport(List.of(), List.of(), List.of(), List.of(), false);
    private Topology topology = Topology.EMPTY;
    private @Nullable Finding looked;
    private boolean rendering;

    /// @param close hides it
    public FindingsPane(Remedies remedies, Runnable close) {
        this.remedies = remedies;
        detail = new FindingDetail(remedies);
        getStyleClass().add("findings-pane");
        setId("findings");
        Label title = new Label(Messages.of("pane.findings"));
        title.getStyleClass().add("section-title");
        count.getStyleClass().add("section-note");
        count.setId("findings-count");
        filter.setId("findings-filter");
        filter.setPromptText(Messages.of("pane.findings.filter"));
        filter.getStyleClass().add("filter");
        filter.textProperty().subscribe(this::fill);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button freeze = new Button(Messages.of("pane.findings.freeze"));
        freeze.setId("findings-freeze");
        freeze.setTooltip(new Tooltip(Messages.of("pane.findings.freeze.more")));
        freeze.setOnAction(_ -> remedies.freeze().run());
        Button closing = Icons.button("fth-x", Messages.of("pane.findings.close"), close);
        closing.setId("findings-close");
        HBox head = new HBox(8, title, count, filter, gap, freeze, closing);
        head.getStyleClass().add("pane-head");

        list.setId("findings-list");
        list.setAccessibleText(Messages.of("pane.findings"));
        list.setPlaceholder(new Label(Messages.of("pane.findings.none")));
        list.setCellFactory(_ -> new FindingCell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        HBox.setHgrow(list, Priority.ALWAYS);
        HBox both = new HBox(list, detail);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().setAll(head, both);
    }

    /// Shows the session; the same one twice shows nothing else.
    public void render(Session session) {
        Opened opened = session.opened();
        InspectionReport report = opened == null
                ? new InspectionReport(List.of(), List.of(), List.of(), List.of(), false)
                : opened.inspections();
        boolean same = report.equals(shown);
        topology = opened == null ? Topology.EMPTY : opened.topology();
        shown = report;
        looked = session.inquiry() instanceof Inquiry.OfFinding(Finding finding) ? finding : null;
        if (!same) {
            fill();
        }
        select();
        detail.show(looked, opened);
    }

    private void fill() {
        List<FindingRow> rows = FindingRow.of(shown, topology, filter.getText());
        boolean before = rendering;
        rendering = true;
        list.getItems().setAll(rows);
        rendering = before;
        long told = rows.stream().filter(FindingRow.OfFinding.class::isInstance).count();
        int suppressed = shown.suppressed().size();
        count.setText(
                suppressed == 0
                        ? Long.toString(told)
                        : Messages.of("pane.findings.count", Long.toString(told), Integer.toString(suppressed)));
        select();
    }

    /// The finding that is looked at, wherever it was chosen.
    private void select() {
        boolean before = rendering;
        rendering = true;
        int at = -1;
        for (int row = 0; row < list.getItems().size(); row++) {
            if (list.getItems().get(row) instanceof FindingRow.OfFinding(Finding finding, String _, boolean _)
                    && finding.equals(looked)) {
                at = row;
            }
        }
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != at) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 2));
        }
        rendering = before;
    }

    private void chosen(@Nullable FindingRow row) {
        if (!rendering
                && row instanceof FindingRow.OfFinding(Finding finding, String _, boolean _)
                && !Objects.equals(finding, looked)) {
            remedies.actions().accept(new Action.ShowFinding(finding));
        }
    }
}
