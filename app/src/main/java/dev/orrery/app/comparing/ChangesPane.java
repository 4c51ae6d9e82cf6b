package dev.orrery.app.comparing;

import dev.orrery.app.parts.SignedList;
import dev.orrery.app.parts.SignedRow;
import dev.orrery.comparison.Change;
import dev.orrery.comparison.Union;
import dev.orrery.diagram.ChangeMarks;
import dev.orrery.diagram.Sign;
import dev.orrery.graph.NodeId;
import dev.orrery.session.Excursion;
import dev.orrery.session.Session;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is different, beside the picture: services, dependencies and boundaries, each under what became of them.
/// One that was renamed and moved stands in both places.
public final class ChangesPane extends VBox {
    private final SignedList list;
    private @Nullable Union shown;

    /// @param go selects a thing and brings it onto the screen
    public ChangesPane(Consumer<NodeId> go) {
        getStyleClass().add("excursion-pane");
        setId("changes-pane");
        Label title = new Label(Messages.of("comparing.pane"));
        title.getStyleClass().add("section-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("pane-head");
        list = new SignedList(go);
        list.setId("changes-list");
        list.setAccessibleText(Messages.of("comparing.pane"));
        list.setPlaceholder(new Label(Messages.of("compared.equal")));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(head, list);
    }

    @SuppressWarnings("ReferenceEquality") // The same union says the same; to compare it takes longer.
    public void render(Session session) {
        if (session.excursion() instanceof Excursion.Comparing comparing
                && comparing.compared().union() != shown) {
            shown = comparing.compared().union();
            list.show(rows(shown));
        }
    }

    private static List<SignedRow> rows(Union union) {
        Topology topology = union.topology();
        List<SignedRow> rows = new ArrayList<>();
        add(rows, "services", union, union.services(), topology::nameOf, NodeId::service);
        add(rows, "dependencies", union, union.dependencies(), ends(topology), ends -> NodeId.service(ends.from()));
        add(
                rows,
                "boundaries",
                union,
                union.boundaries(),
                id -> topology.boundary(id).map(Boundary::name).orElse(id),
                NodeId::boundary);
        return rows;
    }

    private static Function<Pair, String> ends(Topology topology) {
        return ends -> Messages.of("comparing.ends", topology.nameOf(ends.from()), topology.nameOf(ends.to()));
    }

    private static <K extends Comparable<K>, T> void add(
            List<SignedRow> rows,
            String sort,
            Union union,
            Map<K, Change<T>> changes,
            Function<K, String> named,
            Function<K, NodeId> node) {
        Map<Sign, List<SignedRow>> bySign = new EnumMap<>(Sign.class);
        changes.forEach((id, change) -> ChangeMarks.signs(change)
                .forEach(sign -> bySign.computeIfAbsent(sign, _ -> new ArrayList<>())
                        .add(SignedRow.of(
                                sign,
                                Untrusted.oneLine(named.apply(id)),
                                ChangeMarks.detail(change, sign, union.comparison()),
                                node.apply(id)))));
        bySign.forEach((sign, of) -> {
            rows.add(SignedRow.heading(
                    Messages.of("comparing.heading." + sort, sign.words(), Integer.toString(of.size()))));
            of.sort(Comparator.comparing(SignedRow::words));
            rows.addAll(of);
        });
    }
}
