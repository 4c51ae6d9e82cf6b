package dev.orrery.app.inspect;

import dev.orrery.importer.FileReading;
import dev.orrery.importer.Loaded;
import dev.orrery.session.Action;
import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Every source that describes a service: its format and where that begins, the one that counts most first.
final class Described extends Section<List<Described.Place>> {
    private static final int FIRST = 6;

    /// @param format for people
    record Place(String format, SourceLocation source) {}

    private final Consumer<Action> actions;

    Described(Consumer<Action> actions) {
        super("inspect.described");
        this.actions = actions;
        setId("described");
    }

    static List<Place> places(Loaded loaded, Service service) {
        return service.sources().stream()
                .map(source -> new Place(format(loaded, source.file()), source))
                .toList();
    }

    private static String format(Loaded loaded, String file) {
        return loaded.readings().stream()
                .filter(reading -> reading.file().equals(file))
                .map(FileReading::formatNames)
                .map(names -> String.join(", ", names))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElseGet(() -> loaded.isOverlay(file) ? Messages.of("inspect.described.workspace") : "");
    }

    @Override
    List<? extends Node> nodes(List<Place> places) {
        return List.of(new Capped<>(places, FIRST, this::row));
    }

    private Node row(Place place) {
        String spoken = Messages.of(
                "inspect.described.spoken",
                place.format(),
                Untrusted.oneLine(place.source().toString()));
        return new PlaceRow(place.format(), place.source(), spoken, actions);
    }
}
