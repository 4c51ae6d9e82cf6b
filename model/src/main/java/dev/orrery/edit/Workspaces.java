package dev.orrery.edit;

import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import java.util.List;
import java.util.stream.Stream;

/// Names of services in workspaces that state something of the topology: aliases, environments, pins,
/// notes and named views.
final class Workspaces {
    private static final String ENDING = "workspace.yaml";
    /// Keys of a view that name services.
    private static final List<String> VIEW_KEYS = List.of("select", "focus", "path", "fit", "camera");
    /// Keys below those.
    private static final List<String> NAME_KEYS = List.of("service", "on", "from", "to");

    private Workspaces() {}

    static void write(TopologyEdit edit, Desk desk) {
        if (edit instanceof TopologyEdit.RenameService(String service, String renamed)) {
            desk.besides().stream()
                    .filter(page -> page.file().endsWith(ENDING))
                    .forEach(page -> rename(page, service, renamed));
        }
    }

    private static void rename(Page page, String service, String renamed) {
        page.section("aliases").ifPresent(aliases -> {
            renameKey(page, aliases, service, renamed);
            aliases.entries()
                    .forEach(entry -> names(entry.value()).stream()
                            .filter(name -> name.value().equals(service))
                            .forEach(name -> page.editing().text(name, renamed)));
        });
        page.section("environments")
                .ifPresent(environments -> environments
                        .entries()
                        .forEach(environment -> Page.asMapping(page.follow(environment.value()))
                                .flatMap(stated -> page.mapping(stated, "services"))
                                .ifPresent(services -> renameKey(page, services, service, renamed))));
        page.section("pins")
                .flatMap(pins -> page.mapping(pins, "services"))
                .ifPresent(services -> renameKey(page, services, service, renamed));
        page.section("notes")
                .flatMap(notes -> page.mapping(notes, "services"))
                .ifPresent(services -> renameKey(page, services, service, renamed));
        views(page)
                .forEach(view -> mentions(page, view)
                        .filter(name -> name.value().equals(service))
                        .forEach(name -> page.editing().text(name, renamed)));
    }

    private static Stream<SourceNode.Mapping> views(Page page) {
        return Source.entry(page.root(), "views").stream()
                .flatMap(views -> views.value() instanceof SourceNode.Sequence list
                        ? list.items().stream()
                        : Stream.<SourceNode>empty())
                .flatMap(item -> Page.asMapping(page.follow(item)).stream());
    }

    /// Where a view names services: as texts, or under the key `service`.
    private static Stream<SourceNode.Scalar> mentions(Page page, SourceNode.Mapping view) {
        return VIEW_KEYS.stream()
                .flatMap(key -> Source.entry(view, key).stream())
                .flatMap(entry -> mentions(page, entry.value()));
    }

    private static Stream<SourceNode.Scalar> mentions(Page page, SourceNode value) {
        return switch (value) {
            case SourceNode.Scalar name -> Stream.of(name);
            case SourceNode.Sequence list -> list.items().stream().flatMap(item -> mentions(page, item));
            case SourceNode.Mapping mapping ->
                NAME_KEYS.stream()
                        .flatMap(key -> Source.entry(mapping, key).stream())
                        .flatMap(entry -> mentions(page, entry.value()));
            case SourceNode.Alias _ -> Stream.of();
        };
    }

    private static void renameKey(Page page, SourceNode.Mapping in, String key, String renamed) {
        Source.entry(in, key).ifPresent(entry -> page.editing().rename(in, entry, renamed));
    }

    private static List<SourceNode.Scalar> names(SourceNode value) {
        List<SourceNode> items = value instanceof SourceNode.Sequence list ? list.items() : List.of(value);
        return items.stream()
                .filter(SourceNode.Scalar.class::isInstance)
                .map(SourceNode.Scalar.class::cast)
                .toList();
    }
}
