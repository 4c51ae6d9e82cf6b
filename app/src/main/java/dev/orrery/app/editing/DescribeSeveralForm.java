package dev.orrery.app.editing;

import dev.orrery.app.action.Performer;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.text.Messages;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// What several services are. A field shows what they have in common, and only a field that is changed says anything:
/// of all of them.
public final class DescribeSeveralForm extends EditForm {
    private final List<Service> services;
    private final ComboBox<ServiceKind> kind;
    private final TextField owner;
    private final TextField technology;
    private final TextField tags;

    /// @param services at least two
    public DescribeSeveralForm(List<Service> services, Performer performer, Runnable close) {
        super("editing.describe", performer, close);
        this.services = List.copyOf(services);
        kind = new KindChoice<>(
                "edit-kind",
                List.of(ServiceKind.values()),
                common(Service::kind),
                "kind",
                ServiceKind::word,
                this::check);
        kind.setPromptText(Messages.of("editing.several"));
        owner = field("edit-owner", Service::owner);
        technology = field("edit-technology", Service::technology);
        tags = line("edit-tags", "");
        tags.setPromptText(Messages.of("editing.tags.more.prompt"));
        put("editing.kind", kind);
        put("editing.owner", owner);
        put("editing.technology", technology);
        put("editing.tags.more", tags);
        check();
    }

    @Override
    public Node first() {
        return owner;
    }

    @Override
    List<TopologyEdit> edits() {
        List<TopologyEdit> edits = new ArrayList<>();
        ServiceKind wanted = kind.getValue();
        List<String> more = tags(tags);
        for (Service service : services) {
            if (wanted != null && wanted != service.kind()) {
                edits.add(new TopologyEdit.SetKind(service.id(), wanted));
            }
            changed(owner, service, Service::owner, TopologyEdit.SetOwner::new, edits);
            changed(technology, service, Service::technology, TopologyEdit.SetTechnology::new, edits);
            LinkedHashSet<String> all = new LinkedHashSet<>(service.tags());
            if (all.addAll(more)) {
                edits.add(new TopologyEdit.SetTags(service.id(), List.copyOf(all)));
            }
        }
        return edits;
    }

    private void changed(
            TextField field,
            Service service,
            Function<Service, @Nullable String> before,
            BiFunction<String, @Nullable String, TopologyEdit> edit,
            List<TopologyEdit> edits) {
        String now = orNull(field);
        boolean touched = !text(common(before)).equals(text(now));
        if (touched && !Objects.equals(now, before.apply(service))) {
            edits.add(edit.apply(service.id(), now));
        }
    }

    private TextField field(String id, Function<Service, @Nullable String> value) {
        TextField field = line(id, text(common(value)));
        if (services.stream().map(value).distinct().count() > 1) {
            field.setPromptText(Messages.of("editing.several"));
        }
        return field;
    }

    /// What all of them say; null where they differ, or say nothing.
    private <T> @Nullable T common(Function<Service, @Nullable T> value) {
        T first = value.apply(services.getFirst());
        return services.stream().allMatch(service -> Objects.equals(value.apply(service), first)) ? first : null;
    }
}
