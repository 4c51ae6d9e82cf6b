package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.text.Messages;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// What a service is: its name, kind, owner, technology, tags, first health check, runbook and other links. What is
/// changed is one edit.
public final class DescribeForm extends EditForm {
    private static final String RUNBOOK = "runbook";

    private final Service service;
    private final TextField name;
    private final KindChoice<ServiceKind> kind;
    private final TextField owner;
    private final TextField technology;
    private final TextField tags;
    private final TextField health;
    private final TextField runbook;
    private final TextArea links;

    public DescribeForm(Service service, Performer performer, Runnable close) {
        super("editing.describe", performer, close);
        this.service = service;
        name = line("edit-words", service.name());
        kind = new KindChoice<>(
                "edit-kind", List.of(ServiceKind.values()), service.kind(), "kind", ServiceKind::word, this::check);
        owner = line("edit-owner", text(service.owner()));
        technology = line("edit-technology", text(service.technology()));
        tags = line("edit-tags", String.join(", ", service.tags()));
        health = line("edit-health", text(url(service)));
        runbook = line("edit-runbook", text(service.links().get(RUNBOOK)));
        links = new TextArea(LinkLines.text(others(service)));
        links.setId("edit-links");
        links.setPrefRowCount(2);
        links.setPromptText(Messages.of("editing.links.prompt"));
        links.textProperty().subscribe(this::check);
        put("editing.name", name);
        put("editing.kind", kind);
        put("editing.owner", owner);
        put("editing.technology", technology);
        put("editing.tags", tags);
        put("editing.health", health);
        put("editing.runbook", runbook);
        put("editing.links", links);
        check();
    }

    @Override
    public Node first() {
        return name;
    }

    @Override
    List<TopologyEdit> edits() {
        String id = service.id();
        List<TopologyEdit> edits = new ArrayList<>();
        if (!name.getText().strip().equals(service.name())) {
            String wanted = orNull(name);
            edits.add(new TopologyEdit.NameService(id, id.equals(wanted) ? null : wanted));
        }
        if (kind.getValue() != service.kind()) {
            edits.add(new TopologyEdit.SetKind(id, kind.getValue()));
        }
        changed(owner, service.owner(), value -> new TopologyEdit.SetOwner(id, value), edits);
        changed(technology, service.technology(), value -> new TopologyEdit.SetTechnology(id, value), edits);
        List<String> wanted = tags(tags);
        if (!wanted.equals(service.tags())) {
            edits.add(new TopologyEdit.SetTags(id, wanted));
        }
        changed(health, url(service), value -> new TopologyEdit.SetHealthCheck(id, url(service), value), edits);
        changed(runbook, service.links().get(RUNBOOK), value -> new TopologyEdit.SetLink(id, RUNBOOK, value), edits);
        edits.addAll(LinkLines.of(links.getText()).edits(id, others(service)));
        return edits;
    }

    @Override
    @Nullable
    String wrong() {
        return LinkLines.of(links.getText()).problem().orElse(null);
    }

    /// All links but the runbook, which has a field of its own.
    private static Map<String, String> others(Service service) {
        Map<String, String> others = new TreeMap<>(service.links());
        others.remove(RUNBOOK);
        return others;
    }

    private static void changed(
            TextField field,
            @Nullable String before,
            Function<@Nullable String, TopologyEdit> edit,
            List<TopologyEdit> edits) {
        String now = orNull(field);
        if (!Objects.equals(now, before)) {
            edits.add(edit.apply(now));
        }
    }

    private static @Nullable String url(Service service) {
        return service.healthChecks().stream().findFirst().map(HealthCheck::url).orElse(null);
    }
}
