package dev.orrery.edit;

import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import java.util.List;

/// Names of services in workspaces that state something of the topology: aliases, environments and pins.
final class Workspaces {
    private static final String ENDING = "workspace.yaml";

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
