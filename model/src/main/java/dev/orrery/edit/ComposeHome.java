package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.edit.ComposePages.Definition;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Docker Compose, which has a place for services and for what they need, and for nothing else that Orrery knows.
/// What it does say of a kind it says by the name of an image.
final class ComposeHome implements Home {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /// What only one of two services can have, and what makes an endpoint.
    private static final Set<String> ONLY_ONE = Set.of("container_name", "hostname", "ports", "healthcheck");

    @Override
    public String format() {
        return ComposePages.FORMAT;
    }

    @Override
    public boolean has(TopologyEdit edit) {
        return switch (edit) {
            case TopologyEdit.RenameService _,
                    TopologyEdit.DeleteService _,
                    TopologyEdit.DuplicateService _,
                    TopologyEdit.AddService _,
                    TopologyEdit.OfDependency _ -> true;
            case TopologyEdit.OfService _, TopologyEdit.AddBoundary _, TopologyEdit.OfBoundary _ -> false;
        };
    }

    @Override
    public void write(TopologyEdit edit, Desk desk) {
        switch (edit) {
            case TopologyEdit.RenameService(String id, String renamed) ->
                ComposeRenaming.rename(desk, service(desk, id), renamed);
            case TopologyEdit.DeleteService(String id) -> delete(desk, service(desk, id));
            case TopologyEdit.DuplicateService(String id, String copy) -> duplicate(desk, service(desk, id), copy);
            case TopologyEdit.OfDependency change -> ComposeDependencies.write(desk, change);
            case TopologyEdit.AddService add -> add(desk, add);
            case TopologyEdit.OfService _, TopologyEdit.AddBoundary _, TopologyEdit.OfBoundary _ ->
                throw new IllegalArgumentException("no home: " + edit);
        }
    }

    /// With an image of its own name, because Compose takes no service without one. What Compose has no place for
    /// goes to the workspace at once.
    private static void add(Desk desk, TopologyEdit.AddService edit) {
        if (!NAME.matcher(edit.service()).matches()) {
            throw new Unmeant("no-name", edit.service());
        }
        Page page = ComposePages.of(desk).getFirst();
        SourceNode.Mapping all = ComposePages.section(page);
        boolean flow = all.flow()
                || (!all.entries().isEmpty()
                        && all.entries().getLast().value() instanceof SourceNode.Mapping last
                        && last.flow());
        page.editing()
                .insert(
                        all,
                        edit.service(),
                        new NewNode.Mapping(
                                List.of(new NewNode.Member(
                                        "image", new NewNode.Text(edit.service().toLowerCase(Locale.ROOT)))),
                                flow),
                        List.of());
        desk.settle();
        Homes.OVERLAY.describe(desk, edit);
    }

    private static Service service(Desk desk, String id) {
        return Names.service(desk.topology(), id);
    }

    /// An address of what is gone stays where it is: it says of nobody that it is needed any more.
    private static void delete(Desk desk, Service service) {
        List<Dependency> mentions = desk.topology().dependencies().stream()
                .filter(dependency -> dependency.to().equals(service.id()))
                .toList();
        List<Definition> before = ComposePages.of(desk, service);
        Set<String> names = ComposePages.names(before);
        Set<String> files = ComposePages.files(before);
        ComposeDependencies.cut(desk, mentions, false);
        desk.settle();
        for (Page page : ComposePages.of(desk)) {
            if (files.contains(page.file())) {
                names.forEach(name -> page.editing().delete(ComposePages.section(page), name));
            }
        }
    }

    private static void duplicate(Desk desk, Service service, String copy) {
        List<Definition> definitions = ComposePages.of(desk, service);
        if (definitions.size() != 1) {
            throw new Unmeant("several-definitions", service.id());
        }
        Definition original = definitions.getFirst();
        original.page().editing().copy(original.section(), original.entry(), copy);
        desk.settle();
        ComposePages.services(desk).stream()
                .filter(definition -> definition.name().equals(copy))
                .forEach(definition -> ComposePages.delete(definition, ONLY_ONE));
    }
}
