package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.app.parts.ListWalk;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// What a service needs from now on, more than before or in the place of something, found by a part of its name.
public final class ConnectForm extends EditForm {
    private static final int ROWS = 8;

    private final Function<String, TopologyEdit> edit;
    private final TextField search;
    private final FilteredList<Service> found;
    private final ListView<Service> list;

    /// @param from id of the service that needs more
    public static ConnectForm more(String from, Topology topology, Performer performer, Runnable close) {
        return new ConnectForm(
                from,
                "editing.connect",
                target -> new TopologyEdit.Connect(from, target, null),
                topology,
                performer,
                close);
    }

    /// @param ends of the dependency that is to lead elsewhere
    public static ConnectForm instead(Pair ends, Topology topology, Performer performer, Runnable close) {
        return new ConnectForm(
                ends.from(),
                "editing.retarget",
                target -> new TopologyEdit.Retarget(ends.from(), ends.to(), target),
                topology,
                performer,
                close);
    }

    private ConnectForm(
            String from,
            String confirmKey,
            Function<String, TopologyEdit> edit,
            Topology topology,
            Performer performer,
            Runnable close) {
        super(confirmKey, performer, close);
        this.edit = edit;
        Set<String> needed = topology.dependencies().stream()
                .filter(dependency -> dependency.from().equals(from))
                .map(Dependency::to)
                .collect(Collectors.toSet());
        found = new FilteredList<>(FXCollections.observableArrayList(topology.services().stream()
                .filter(service -> !service.id().equals(from) && !needed.contains(service.id()))
                .toList()));
        list = new ListView<>(found);
        list.setId("edit-target");
        list.setPrefHeight(ROWS * 30);
        list.setCellFactory(_ -> new Row());
        list.setPlaceholder(new Label(Messages.of("editing.connect.none")));
        search = line("edit-search", "");
        search.setPromptText(Messages.of("editing.connect.prompt"));
        search.textProperty().subscribe(this::search);
        ListWalk.from(search, list);
        list.getSelectionModel().selectedItemProperty().subscribe(this::check);
        list.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                enter();
            }
        });
        put("editing.target", search);
        put("editing.found", list);
        search("");
    }

    @Override
    public Node first() {
        return search;
    }

    @Override
    List<TopologyEdit> edits() {
        Service target = list.getSelectionModel().getSelectedItem();
        return target == null ? List.of() : List.of(edit.apply(target.id()));
    }

    private void search(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(service -> service.id().toLowerCase(Locale.ROOT).contains(wanted)
                || service.name().toLowerCase(Locale.ROOT).contains(wanted));
        list.getSelectionModel().selectFirst();
        check();
    }

    private static final class Row extends ListCell<Service> {
        @Override
        protected void updateItem(@Nullable Service service, boolean empty) {
            super.updateItem(service, empty);
            setText(empty || service == null ? null : Untrusted.oneLine(words(service), 60));
        }

        private static String words(Service service) {
            return service.name().equals(service.id()) ? service.id() : service.name() + "  ·  " + service.id();
        }
    }
}
