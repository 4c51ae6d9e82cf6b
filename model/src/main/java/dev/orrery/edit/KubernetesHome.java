package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Kubernetes manifests, which have a place for an owner (an annotation or label), for what a service is part of
/// (`app.kubernetes.io/part-of`), and for whether it is there at all. A name is what selectors, addresses and
/// other clusters rely on: no text at hand could prove that a new one is the same everywhere, so nothing is renamed.
final class KubernetesHome implements Home {
    private static final String FORMAT = "kubernetes";
    private static final String PART_OF = "app.kubernetes.io/part-of";
    private static final List<String> OF_METADATA = List.of("name", "namespace", "labels", "annotations");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean has(TopologyEdit edit) {
        return edit instanceof TopologyEdit.SetOwner
                || edit instanceof TopologyEdit.MoveService
                || edit instanceof TopologyEdit.DeleteService;
    }

    @Override
    public void write(TopologyEdit edit, Desk desk) {
        switch (edit) {
            case TopologyEdit.SetOwner(String id, String owner) ->
                own(metadata(desk, Names.service(desk.topology(), id)), owner);
            case TopologyEdit.MoveService(String id, String boundary) ->
                move(desk, Names.service(desk.topology(), id), boundary);
            case TopologyEdit.DeleteService(String id) -> delete(desk, Names.service(desk.topology(), id));
            default -> throw new IllegalArgumentException("no home: " + edit);
        }
    }

    /// The `metadata` of one manifest.
    private record Metadata(Page page, SourceNode.Mapping mapping) {
        Optional<String> text(String key) {
            return Source.entry(mapping, key)
                    .flatMap(entry -> page.scalar(entry.value()))
                    .map(SourceNode.Scalar::value);
        }
    }

    /// As the reader looks for it: annotations before labels, a domain may stand before the word.
    private static void own(Metadata metadata, @Nullable String owner) {
        for (String place : List.of("annotations", "labels")) {
            SourceNode.Mapping texts =
                    metadata.page().mapping(metadata.mapping(), place).orElse(null);
            if (texts != null) {
                for (String word : List.of("owner", "team")) {
                    for (SourceNode.Entry entry : texts.entries()) {
                        String key = Page.keyOf(entry);
                        if (key.equals(word) || key.endsWith("/" + word)) {
                            set(metadata, place, key, owner);
                            return;
                        }
                    }
                }
            }
        }
        if (owner != null) {
            set(metadata, "annotations", "owner", owner);
        }
    }

    /// A boundary that is the system of its namespace is a label; the namespace itself is the lack of it.
    private static void move(Desk desk, Service service, @Nullable String boundary) {
        Metadata metadata = metadata(desk, service);
        String namespace = metadata.text("namespace").orElse(null);
        if (Objects.equals(boundary, namespace)) {
            set(metadata, "labels", PART_OF, null);
            return;
        }
        Boundary wanted =
                boundary == null ? null : desk.topology().boundary(boundary).orElse(null);
        boolean isSystem = wanted != null
                && wanted.kind().equals("system")
                && desk.formats(wanted.source().file()).contains(FORMAT)
                && wanted.id().equals(namespace == null ? wanted.name() : namespace + "/" + wanted.name());
        if (wanted == null || !isSystem) {
            throw boundary == null
                    ? new Unmeant("no-home", "Kubernetes")
                    : new Unmeant("boundary-of-other-kind", boundary);
        }
        set(metadata, "labels", PART_OF, wanted.name());
    }

    /// @param value null where the key is to go, and what holds it where nothing else is there
    private static void set(Metadata metadata, String place, String key, @Nullable String value) {
        SourceNode.Mapping own = metadata.mapping();
        SourceNode texts = Source.entry(own, place).map(SourceNode.Entry::value).orElse(null);
        if (value == null) {
            if (texts instanceof SourceNode.Mapping all
                    && Source.entry(all, key).isPresent()) {
                if (all.entries().size() == 1) {
                    metadata.page().editing().delete(own, place);
                } else {
                    metadata.page().editing().delete(all, key);
                }
            }
        } else if (texts == null) {
            metadata.page()
                    .editing()
                    .put(
                            own,
                            place,
                            new NewNode.Mapping(List.of(new NewNode.Member(key, new NewNode.Text(value))), own.flow()),
                            OF_METADATA);
        } else {
            metadata.page().editing().put(texts, key, new NewNode.Text(value), List.of());
        }
    }

    private static Metadata metadata(Desk desk, Service service) {
        return service.sources().stream()
                .flatMap(place -> at(desk, place).stream())
                .findFirst()
                .orElseThrow(() -> new Unmeant("target-elsewhere", service.id()));
    }

    /// The manifest whose name stands at a place.
    private static Optional<Metadata> at(Desk desk, SourceLocation place) {
        return pages(desk).stream()
                .filter(page -> page.file().equals(place.file()))
                .flatMap(page -> page.section("metadata").stream().map(metadata -> new Metadata(page, metadata)))
                .filter(metadata -> Source.entry(metadata.mapping(), "name")
                        .filter(name -> metadata.page().place(name.value()).equals(place))
                        .isPresent())
                .findFirst();
    }

    private static List<Page> pages(Desk desk) {
        return desk.pages(FORMAT).stream()
                .filter(page -> Source.entry(page.root(), "kind").isPresent())
                .toList();
    }

    /// The manifests of what runs, and of the doors that lead to it alone. Addresses in those who need it stay
    /// where they are.
    private static void delete(Desk desk, Service service) {
        Set<String> kept = new TreeSet<>();
        for (SourceLocation place : service.sources()) {
            if (desk.formats(place.file()).contains(FORMAT)) {
                kept.add(place.toString());
            }
        }
        for (String at : kept) {
            Metadata metadata = service.sources().stream()
                    .filter(place -> place.toString().equals(at))
                    .flatMap(place -> at(desk, place).stream())
                    .findFirst()
                    .orElseThrow(() -> new Unmeant("target-elsewhere", service.id()));
            String name = metadata.text("name").orElse("");
            String namespace = metadata.text("namespace").orElse("");
            desk.drop(metadata.page());
            Optional<Page> door = pages(desk).stream()
                    .filter(page -> isDoor(page, name, namespace))
                    .findFirst();
            door.ifPresent(desk::drop);
        }
    }

    /// A Service that is called as what it leads to.
    private static boolean isDoor(Page page, String name, String namespace) {
        Optional<String> kind = Source.entry(page.root(), "kind")
                .flatMap(entry -> page.scalar(entry.value()))
                .map(SourceNode.Scalar::value);
        return kind.filter(word -> word.toLowerCase(Locale.ROOT).equals("service"))
                        .isPresent()
                && page.section("metadata")
                        .map(metadata -> new Metadata(page, metadata))
                        .filter(metadata -> metadata.text("name").orElse("").equals(name)
                                && metadata.text("namespace").orElse("").equals(namespace))
                        .isPresent();
    }
}
