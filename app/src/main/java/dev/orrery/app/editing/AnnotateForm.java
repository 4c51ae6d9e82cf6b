package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.text.Messages;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;

/// How a service needs another.
public final class AnnotateForm extends EditForm {
    private final Dependency dependency;
    private final KindChoice<DependencyKind> kind;
    private final CheckBox required = new CheckBox(Messages.of("editing.required.words"));
    private final TextField protocol;
    private final TextField api;

    public AnnotateForm(Dependency dependency, Performer performer, Runnable close) {
        super("editing.describe", performer, close);
        this.dependency = dependency;
        kind = new KindChoice<>(
                "edit-kind",
                List.of(DependencyKind.values()),
                dependency.kind(),
                "dependency",
                DependencyKind::word,
                this::check);
        required.setId("edit-required");
        required.setSelected(dependency.required());
        required.selectedProperty().subscribe(this::check);
        protocol = line("edit-protocol", text(dependency.protocol()));
        api = line("edit-api", text(dependency.api()));
        put("editing.kind", kind);
        put("editing.required", required);
        put("editing.protocol", protocol);
        put("editing.api", api);
        check();
    }

    @Override
    public Node first() {
        return kind;
    }

    @Override
    List<TopologyEdit> edits() {
        boolean same = kind.getValue() == dependency.kind()
                && required.isSelected() == dependency.required()
                && Objects.equals(orNull(protocol), dependency.protocol())
                && Objects.equals(orNull(api), dependency.api());
        return same
                ? List.of()
                : List.of(new TopologyEdit.Annotate(
                        dependency.from(),
                        dependency.to(),
                        kind.getValue(),
                        required.isSelected(),
                        orNull(protocol),
                        orNull(api)));
    }
}
