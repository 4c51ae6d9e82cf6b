package dev.orrery.app.whatif;

import dev.orrery.app.action.Performer;
import dev.orrery.app.editing.Consequences;
import dev.orrery.app.whatif.Supposition.Supposed;
import dev.orrery.graph.NodeId;
import dev.orrery.scenario.AssumedFault;
import dev.orrery.scenario.Hit;
import dev.orrery.scenario.Outcome;
import dev.orrery.scenario.Regrouping;
import dev.orrery.scenario.Scenario;
import dev.orrery.session.Action;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What is supposed of a service, or of all services of a boundary. It says before it is tried whom it would hit.
public final class SupposeForm extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    /// Of more, what would come of it is not said before it is tried.
    private static final int MOST_PREVIEWED = 500;

    private final NodeId node;
    private final Topology topology;
    private final Performer performer;
    private final Runnable close;
    private final ComboBox<Supposition> what = new ComboBox<>();
    private final VBox fields = new VBox(8);
    private final TextField millis = new TextField("1000");
    private final ComboBox<String> other = new ComboBox<>();
    private final ComboBox<String> boundary = new ComboBox<>();
    private final @Nullable SplitFields split;
    private final Label outcome = new Label();
    private final Button confirm = new Button(Messages.of("suppose.try"));

    /// @param node a service or a boundary
    /// @param topology as it is on the screen
    /// @param close closes the sheet
    public SupposeForm(NodeId node, Topology topology, Performer performer, Runnable close) {
        super(14);
        this.node = node;
        this.topology = topology;
        this.performer = performer;
        this.close = close;
        getStyleClass().addAll("edit-form", "suppose-form");
        Service service =
                node.of() == NodeId.Of.SERVICE ? topology.service(node.id()).orElse(null) : null;
        split = service == null ? null : new SplitFields(topology, service, this::check);
        what.setId("suppose-what");
        what.setMaxWidth(Double.MAX_VALUE);
        what.getItems()
                .setAll(service == null ? List.of(Supposition.DOWN, Supposition.SLOW) : List.of(Supposition.values()));
        what.setConverter(words(Supposition::words));
        millis.setId("suppose-millis");
        millis.textProperty().subscribe(this::check);
        choices(other, "suppose-other", this::named);
        topology.services().stream()
                .map(Service::id)
                .filter(id -> !id.equals(node.id()))
                .forEach(other.getItems()::add);
        choices(boundary, "suppose-boundary", this::around);
        boundary.getItems().add("");
        topology.boundaries().stream().map(Boundary::id).forEach(boundary.getItems()::add);
        outcome.setId("suppose-outcome");
        outcome.getStyleClass().add("outcome");
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        confirm.setId("suppose-confirm");
        confirm.getStyleClass().add("accent");
        confirm.setOnAction(_ -> enter());
        Button cancel = new Button(Messages.of("editing.cancel"));
        cancel.setOnAction(_ -> close.run());
        HBox buttons = new HBox(8, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(what, fields, outcome, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
                enter();
                event.consume();
            }
        });
        what.valueProperty().subscribe(this::chosen);
        what.setValue(Supposition.DOWN);
    }

    /// Where choosing begins.
    public Node first() {
        return what;
    }

    private void chosen() {
        fields.getChildren()
                .setAll(
                        switch (what.getValue()) {
                            case null -> List.<Node>of();
                            case DOWN -> List.<Node>of();
                            case SLOW -> List.of(new Label(Messages.of("suppose.slow.by")), millis);
                            case SPLIT -> split == null ? List.<Node>of() : List.<Node>of(split);
                            case MERGE -> List.of(new Label(Messages.of("suppose.merge.other")), other);
                            case MOVE -> List.of(new Label(Messages.of("suppose.move.boundary")), boundary);
                        });
        check();
    }

    private Supposed supposed() {
        return switch (what.getValue()) {
            case null -> Supposed.NOTHING;
            case DOWN ->
                new Supposed(
                        List.of(),
                        services().stream()
                                .<AssumedFault>map(AssumedFault.Down::new)
                                .toList());
            case SLOW -> slow();
            case SPLIT -> split == null ? Supposed.NOTHING : split.supposed();
            case MERGE ->
                other.getValue() == null
                        ? Supposed.NOTHING
                        : Supposed.edits(Regrouping.merge(topology, node.id(), other.getValue()));
            case MOVE ->
                boundary.getValue() == null
                        ? Supposed.NOTHING
                        : Supposed.edits(Regrouping.move(
                                topology,
                                Set.of(node.id()),
                                boundary.getValue().isEmpty() ? null : boundary.getValue()));
        };
    }

    private Supposed slow() {
        String digits = millis.getText().strip();
        if (!digits.matches("[1-9]\\d{0,7}")) {
            return Supposed.NOTHING;
        }
        Duration by = Duration.ofMillis(Long.parseLong(digits));
        return new Supposed(
                List.of(),
                services().stream()
                        .<AssumedFault>map(id -> new AssumedFault.Slow(id, by))
                        .toList());
    }

    /// The service, or all services within the boundary.
    private List<String> services() {
        return node.of() == NodeId.Of.SERVICE
                ? List.of(node.id())
                : topology.services().stream()
                        .filter(service -> topology.enclosing(service.boundary()).stream()
                                .anyMatch(around -> around.id().equals(node.id())))
                        .map(Service::id)
                        .toList();
    }

    private void check() {
        Supposed supposed = supposed();
        confirm.setDisable(supposed.isNothing());
        outcome.pseudoClassStateChanged(WRONG, false);
        if (supposed.isNothing() || topology.services().size() > MOST_PREVIEWED) {
            outcome.setText("");
            return;
        }
        switch (new Scenario("", supposed.edits(), supposed.faults()).on(topology)) {
            case Scenario.Tried.Shown(Outcome would) -> outcome.setText(words(would));
            case Scenario.Tried.Refused refused -> {
                outcome.setText(refused.refusal().message());
                outcome.pseudoClassStateChanged(WRONG, true);
                confirm.setDisable(true);
            }
        }
    }

    private static String words(Outcome would) {
        if (would.faults().isEmpty()) {
            return Consequences.words(would.before(), would.after());
        }
        long certain = would.hits().stream().filter(Hit::isCertain).count();
        return would.hits().isEmpty()
                ? Messages.of("suppose.hits.none")
                : Messages.of(
                        "suppose.hits",
                        Long.toString(certain),
                        Long.toString(would.hits().size() - certain));
    }

    private void enter() {
        if (!confirm.isDisabled()) {
            Supposed supposed = supposed();
            close.run();
            performer.dispatch().accept(new Action.Suppose(supposed.edits(), supposed.faults()));
        }
    }

    private void choices(ComboBox<String> box, String id, Function<String, String> named) {
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(words(named));
        box.valueProperty().subscribe(this::check);
    }

    private String named(String id) {
        return Untrusted.oneLine(topology.nameOf(id), 60);
    }

    private String around(String id) {
        return id.isEmpty()
                ? Messages.of("editing.no-boundary")
                : Untrusted.oneLine(topology.boundary(id).map(Boundary::name).orElse(id), 60);
    }

    private static <T> StringConverter<T> words(Function<T, String> of) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : of.apply(value);
            }

            @Override
            public @Nullable T fromString(String words) {
                return null;
            }
        };
    }
}
