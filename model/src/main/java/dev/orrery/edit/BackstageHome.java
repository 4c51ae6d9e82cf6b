package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Backstage's catalog, which has a place for titles, owners, systems, domains, tags, links and `dependsOn`. An entity
/// comes with the repository that it describes, so none is made here; it is renamed with all references, and goes as a
/// document.
final class BackstageHome implements Home {
    private static final String FORMAT = "backstage";
    private static final String DEPENDS_ON = "dependsOn";
    private static final String OWNER = "owner";
    private static final String TITLE = "title";
    private static final List<String> NEEDS = List.of(DEPENDS_ON, "dependencyOf", "consumesApis");
    private static final List<String> OF_METADATA = List.of("namespace", "name", TITLE, "description");
    private static final List<String> OF_SPEC =
            List.of("type", "lifecycle", OWNER, "system", "domain", "subdomainOf", "subcomponentOf");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean has(TopologyEdit edit) {
        return switch (edit) {
            case TopologyEdit.SetOwner _,
                    TopologyEdit.MoveService _,
                    TopologyEdit.Connect _,
                    TopologyEdit.Disconnect _,
                    TopologyEdit.Retarget _,
                    TopologyEdit.OwnBoundary _,
                    TopologyEdit.NestBoundary _,
                    TopologyEdit.SetTags _,
                    TopologyEdit.SetLink _,
                    TopologyEdit.RenameService _,
                    TopologyEdit.DeleteService _ -> true;
            case TopologyEdit.NameService naming -> naming.name() != null;
            case TopologyEdit.NameBoundary naming -> naming.name() != null;
            case TopologyEdit.OfService _,
                    TopologyEdit.OfDependency _,
                    TopologyEdit.OfBoundary _,
                    TopologyEdit.AddService _,
                    TopologyEdit.AddBoundary _ -> false;
        };
    }

    @Override
    public void write(TopologyEdit edit, Desk desk) {
        switch (edit) {
            case TopologyEdit.SetOwner(String id, String owner) ->
                say(service(desk, id), "spec", OWNER, owner, OF_SPEC);
            case TopologyEdit.OwnBoundary(String id, String owner) ->
                say(boundary(desk, id), "spec", OWNER, owner, OF_SPEC);
            case TopologyEdit.NameService(String id, String name) ->
                say(service(desk, id), "metadata", TITLE, name, OF_METADATA);
            case TopologyEdit.NameBoundary(String id, String name) ->
                say(boundary(desk, id), "metadata", TITLE, name, OF_METADATA);
            case TopologyEdit.MoveService(String id, String outer) -> enclose(desk, service(desk, id), outer, "system");
            case TopologyEdit.NestBoundary(String id, String outer) ->
                enclose(desk, boundary(desk, id), outer, id.startsWith("system:") ? "domain" : "subdomainOf");
            case TopologyEdit.SetTags(String id, List<String> tags) -> BackstageFields.tags(service(desk, id), tags);
            case TopologyEdit.SetLink(String id, String title, String url) ->
                BackstageFields.link(service(desk, id), title, url);
            case TopologyEdit.RenameService(String id, String renamed) ->
                BackstageReferences.rename(pages(desk), service(desk, id), id, renamed);
            case TopologyEdit.DeleteService(String id) -> delete(desk, id);
            case TopologyEdit.Connect connect -> connect(desk, connect);
            case TopologyEdit.Disconnect(String from, String to) -> needs(desk, from, to, null);
            case TopologyEdit.Retarget(String from, String to, String target) -> needs(desk, from, to, target);
            default -> throw new IllegalArgumentException("no home: " + edit);
        }
    }

    private static void say(Page page, String section, String key, @Nullable String value, List<String> order) {
        if (value != null) {
            page.editing().put(own(page, section), key, new NewNode.Text(value), order);
        } else {
            page.editing().delete(own(page, section), key);
        }
    }

    /// By the kind of what is around: a component lies in a system, a system in a domain.
    private static void enclose(Desk desk, Page page, @Nullable String outer, String key) {
        String kind = key.equals("system") ? "system:" : "domain:";
        if (outer != null && !outer.startsWith(kind)) {
            throw new Unmeant("boundary-of-other-kind", outer);
        }
        say(page, "spec", key, outer == null ? null : reference(page, boundary(desk, outer), false), OF_SPEC);
    }

    private static void connect(Desk desk, TopologyEdit.Connect edit) {
        DependencyKind implied =
                DependencyKind.towards(Names.service(desk.topology(), edit.to()).kind());
        if (edit.kind() != null && edit.kind() != implied) {
            throw new Unmeant("kind-not-stated", edit.kind().word());
        }
        Page page = service(desk, edit.from());
        NewNode.Text target = new NewNode.Text(reference(page, service(desk, edit.to()), true));
        SourceNode.Mapping spec = own(page, "spec");
        SourceNode old =
                Source.entry(spec, DEPENDS_ON).map(SourceNode.Entry::value).orElse(null);
        boolean flow = page.editing().prefersFlow(true);
        if (old == null) {
            page.editing().put(spec, DEPENDS_ON, new NewNode.Sequence(List.of(target), flow), List.of());
        } else {
            page.editing().add(old, target, flow);
        }
    }

    /// @param target that is needed in the place of the one before; null where nothing is
    private static void needs(Desk desk, String from, String to, @Nullable String target) {
        Set<SourceLocation> left = new HashSet<>();
        desk.topology().dependency(from, to).stream()
                .map(Dependency::evidence)
                .flatMap(List::stream)
                .filter(piece -> piece.rule().startsWith(FORMAT + "."))
                .map(Evidence::source)
                .forEach(left::add);
        for (Page page : pages(desk)) {
            page.section("spec").ifPresent(spec -> {
                Set<Integer> keys = new TreeSet<>();
                for (int at = 0; at < spec.entries().size(); at++) {
                    SourceNode.Entry entry = spec.entries().get(at);
                    if (NEEDS.contains(Page.keyOf(entry))) {
                        Set<Integer> found = Mentions.at(page, entry.value(), left);
                        if (!found.isEmpty() && target != null) {
                            retarget(desk, page, entry, found, target);
                        } else if (!found.isEmpty() && found.size() == Mentions.size(entry.value())) {
                            keys.add(at);
                        } else {
                            page.editing().delete(entry.value(), found);
                        }
                    }
                }
                page.editing().delete(spec, keys);
            });
        }
        if (!left.isEmpty()) {
            throw new Unmeant("stated-elsewhere", left.iterator().next().toString());
        }
    }

    /// What others say that they need of it goes first.
    private static void delete(Desk desk, String id) {
        desk.topology().dependencies().stream()
                .filter(dependency -> dependency.to().equals(id))
                .forEach(dependency -> needs(desk, dependency.from(), id, null));
        Page page = service(desk, id);
        desk.drop(page);
    }

    private static void retarget(Desk desk, Page page, SourceNode.Entry entry, Set<Integer> found, String target) {
        if (!Page.keyOf(entry).equals(DEPENDS_ON) || !(entry.value() instanceof SourceNode.Sequence list)) {
            throw new Unmeant("stated-elsewhere", page.place(entry.value()).toString());
        }
        found.forEach(at -> page.editing()
                .replace(list.items().get(at), new NewNode.Text(reference(page, service(desk, target), true))));
    }

    private static Page service(Desk desk, String id) {
        Service service = Names.service(desk.topology(), id);
        return service.sources().stream()
                .flatMap(place -> at(desk, place).stream())
                .findFirst()
                .orElseThrow(() -> new Unmeant("target-elsewhere", id));
    }

    private static Page boundary(Desk desk, String id) {
        Boundary boundary = Names.boundary(desk.topology(), id);
        return at(desk, boundary.source()).orElseThrow(() -> new Unmeant("target-elsewhere", id));
    }

    /// The entity whose name stands at a place.
    private static Optional<Page> at(Desk desk, SourceLocation place) {
        return pages(desk).stream()
                .filter(page -> page.file().equals(place.file()))
                .filter(page -> name(page)
                        .filter(name -> page.place(name).equals(place))
                        .isPresent())
                .findFirst();
    }

    private static List<Page> pages(Desk desk) {
        return Stream.concat(desk.pages(FORMAT).stream(), desk.besides().stream())
                .filter(page -> Source.entry(page.root(), "kind").isPresent())
                .toList();
    }

    static Optional<SourceNode.Scalar> name(Page page) {
        return page.section("metadata")
                .flatMap(metadata -> Source.entry(metadata, "name"))
                .flatMap(entry -> page.scalar(entry.value()));
    }

    static SourceNode.Mapping own(Page page, String section) {
        return page.section(section).orElseThrow(() -> new Unmeant("no-place"));
    }

    /// As short as it can be where it stands, in the spelling of the entity itself.
    private static String reference(Page from, Page to, boolean withKind) {
        String kind = text(to.root(), to, "kind").orElse("component").toLowerCase(Locale.ROOT);
        String namespace = namespace(to);
        return (withKind ? kind + ":" : "")
                + (namespace(from).equalsIgnoreCase(namespace) ? "" : namespace + "/")
                + name(to).map(SourceNode.Scalar::value).orElseThrow(() -> new Unmeant("no-place"));
    }

    static String namespace(Page page) {
        return page.section("metadata")
                .flatMap(metadata -> text(metadata, page, "namespace"))
                .orElse("default");
    }

    static Optional<String> text(SourceNode.Mapping in, Page page, String key) {
        return Source.entry(in, key)
                .flatMap(entry -> page.scalar(entry.value()))
                .map(SourceNode.Scalar::value);
    }
}
