package dev.orrery.app.whatif;

import dev.orrery.app.whatif.Supposition.Supposed;
import dev.orrery.scenario.Regrouping;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Which part of a service is to be on its own: its name, who needs that part, and what it needs.
final class SplitFields extends VBox {
    private static final double HEIGHT = 220;

    private final Topology topology;
    private final Service service;
    private final TextField name;
    private final List<CheckBox> callers = new ArrayList<>();
    private final List<CheckBox> needs = new ArrayList<>();
    private final CheckBox called = new CheckBox(Messages.of("suppose.split.called"));

    SplitFields(Topology topology, Service service, Runnable changed) {
        super(8);
        this.topology = topology;
        this.service = service;
        name = new TextField(free(topology, service.id() + "-part"));
        name.setId("suppose-part");
        name.textProperty().subscribe(changed);
        called.setId("suppose-called");
        called.setOnAction(_ -> changed.run());
        VBox rows = new VBox(4);
        for (Dependency need : topology.needs()) {
            if (need.to().equals(service.id())) {
                callers.add(box("suppose.split.caller", need.from(), changed));
            } else if (need.from().equals(service.id()) && !need.dangling()) {
                needs.add(box("suppose.split.need", need.to(), changed));
            }
        }
        rows.getChildren().addAll(callers);
        rows.getChildren().addAll(needs);
        rows.getChildren().add(called);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HEIGHT);
        scroll.setPrefHeight(Math.min(HEIGHT, 26.0 * (callers.size() + needs.size() + 1) + 8));
        Label label = new Label(Messages.of("suppose.split.name"));
        label.setLabelFor(name);
        getChildren().setAll(label, name, scroll);
    }

    Supposed supposed() {
        String part = name.getText().strip();
        return part.isEmpty()
                ? Supposed.NOTHING
                : Supposed.edits(Regrouping.split(
                        topology, service.id(), part, chosen(callers), chosen(needs), called.isSelected()));
    }

    private CheckBox box(String key, String id, Runnable changed) {
        CheckBox box = new CheckBox(Messages.of(key, Untrusted.oneLine(topology.nameOf(id), 40)));
        box.setUserData(id);
        box.setId("suppose-with-" + id);
        box.setOnAction(_ -> changed.run());
        return box;
    }

    private static Set<String> chosen(List<CheckBox> boxes) {
        return boxes.stream()
                .filter(CheckBox::isSelected)
                .map(box -> String.valueOf(box.getUserData()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String free(Topology topology, String id) {
        String free = id;
        for (int count = 2; topology.service(free).isPresent(); count++) {
            free = id + "-" + count;
        }
        return free;
    }
}
