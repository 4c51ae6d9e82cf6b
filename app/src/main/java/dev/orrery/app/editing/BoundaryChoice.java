package dev.orrery.app.editing;

import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// One of the boundaries, or none, chosen from a list in which each is named with those around it.
final class BoundaryChoice extends ComboBox<BoundaryChoice.Choice> {
    /// @param boundary null for none
    record Choice(@Nullable String boundary) {}

    /// @param topology that has them
    /// @param possible which of them can be chosen
    /// @param chosen at first; null for none
    BoundaryChoice(Topology topology, Predicate<String> possible, @Nullable String chosen, Runnable changed) {
        setId("edit-boundary");
        setMaxWidth(Double.MAX_VALUE);
        List<Choice> all = new ArrayList<>();
        all.add(new Choice(null));
        topology.boundaries().stream().map(Boundary::id).filter(possible).forEach(id -> all.add(new Choice(id)));
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                if (choice == null) {
                    return "";
                }
                return choice.boundary() == null
                        ? Messages.of("editing.no-boundary")
                        : path(topology, choice.boundary());
            }

            @Override
            public Choice fromString(String words) {
                return new Choice(null);
            }
        });
        getItems().setAll(all);
        setValue(new Choice(chosen));
        valueProperty().subscribe(changed);
    }

    @Nullable
    String boundary() {
        return getValue() == null ? null : getValue().boundary();
    }

    private static String path(Topology topology, String id) {
        return String.join(
                " / ",
                topology.enclosing(id).reversed().stream()
                        .map(boundary -> Untrusted.oneLine(boundary.name(), 40))
                        .toList());
    }
}
