package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.edit.ComposePages.Definition;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What Compose services say that they need.
final class ComposeDependencies {
    private static final NewNode.Member CONDITION =
            new NewNode.Member("condition", new NewNode.Text("service_started"));
    private static final NewNode.Member OPTIONAL = new NewNode.Member("required", new NewNode.Bare("false"));

    private ComposeDependencies() {}

    static void write(Desk desk, TopologyEdit.OfDependency edit) {
        switch (edit) {
            case TopologyEdit.Connect connect -> connect(desk, connect);
            case TopologyEdit.Disconnect _ -> cut(desk, List.of(existing(desk, edit)), true);
            case TopologyEdit.Retarget retarget -> retarget(desk, existing(desk, edit), retarget.target());
            case TopologyEdit.Annotate annotate -> annotate(desk, existing(desk, edit), annotate);
        }
    }

    private static Dependency existing(Desk desk, TopologyEdit.OfDependency edit) {
        return desk.topology().dependency(edit.from(), edit.to()).orElseThrow();
    }

    private static void connect(Desk desk, TopologyEdit.Connect edit) {
        if (edit.kind() != null && edit.kind() != implied(desk, edit.to())) {
            throw new Unmeant("kind-not-stated", edit.kind().word());
        }
        Definition definition = stating(desk, edit.from());
        NewNode.Text target = new NewNode.Text(nameOf(desk, edit.to()));
        SourceNode.Mapping body = Page.asMapping(definition.entry().value()).orElseThrow(() -> new Unmeant("no-place"));
        String key = ComposePages.isVersion1(definition.page()) ? "links" : ComposeRenaming.DEPENDS_ON;
        SourceNode old = definition.own(key).orElse(null);
        if (old == null && Source.merges(body)) {
            throw new Unmeant("merged", key);
        }
        switch (old) {
            case null ->
                definition
                        .page()
                        .editing()
                        .put(
                                body,
                                key,
                                new NewNode.Sequence(
                                        List.of(target),
                                        definition.page().editing().prefersFlow(false)),
                                List.of());
            case SourceNode.Mapping names ->
                definition
                        .page()
                        .editing()
                        .insert(names, target.value(), conditional(names, List.of(CONDITION)), List.of());
            case SourceNode.Sequence _, SourceNode.Scalar _, SourceNode.Alias _ ->
                definition
                        .page()
                        .editing()
                        .add(old, target, definition.page().editing().prefersFlow(false));
        }
    }

    /// Takes out what states some dependencies.
    ///
    /// @param all whether a conclusion from an address is to go too, which cannot be
    static void cut(Desk desk, List<Dependency> dependencies, boolean all) {
        Set<SourceLocation> left = new HashSet<>();
        for (Dependency dependency : dependencies) {
            for (Evidence piece : dependency.evidence()) {
                if (all && piece.certainty() == Certainty.INFERRED && isOurs(piece)) {
                    throw new Unmeant("address-stays", piece.source().toString());
                }
                if (piece.certainty() == Certainty.DECLARED && isOurs(piece)) {
                    left.add(piece.source());
                }
            }
        }
        for (Definition definition : ComposePages.services(desk)) {
            definition.body().ifPresent(body -> cut(definition.page(), body, left));
        }
        if (!left.isEmpty()) {
            throw new Unmeant("stated-elsewhere", left.iterator().next().toString());
        }
    }

    private static void cut(Page page, SourceNode.Mapping body, Set<SourceLocation> left) {
        Set<Integer> keys = new TreeSet<>();
        for (int at = 0; at < body.entries().size(); at++) {
            SourceNode value = page.desk().entered(page, body.entries().get(at).value());
            if (isNames(Page.keyOf(body.entries().get(at)))) {
                Set<Integer> found = Mentions.at(page, value, left);
                if (!found.isEmpty() && found.size() == Mentions.size(value)) {
                    keys.add(at);
                } else {
                    page.editing().delete(value, found);
                }
            } else if (ComposeRenaming.SHARED.contains(Page.keyOf(body.entries().get(at)))
                    && left.remove(page.place(value))) {
                keys.add(at);
            }
        }
        page.editing().delete(body, keys);
    }

    private static void retarget(Desk desk, Dependency dependency, String target) {
        String name = nameOf(desk, target);
        Set<SourceLocation> places = new HashSet<>();
        for (Evidence piece : dependency.evidence()) {
            if (isOurs(piece) && piece.certainty() == Certainty.INFERRED) {
                throw new Unmeant("address-stays", piece.source().toString());
            }
            if (isOurs(piece)) {
                places.add(piece.source());
            }
        }
        for (Definition definition : ComposePages.services(desk)) {
            definition
                    .body()
                    .ifPresent(body -> body.entries().stream()
                            .filter(entry -> isNames(Page.keyOf(entry)))
                            .forEach(entry -> retarget(
                                    definition.page(), desk.entered(definition.page(), entry.value()), places, name)));
        }
        if (!places.isEmpty()) {
            throw new Unmeant("stated-elsewhere", places.iterator().next().toString());
        }
    }

    private static void retarget(Page page, SourceNode names, Set<SourceLocation> places, String name) {
        for (int at : Mentions.at(page, names, places)) {
            switch (names) {
                case SourceNode.Mapping mapping ->
                    page.editing().rename(mapping, mapping.entries().get(at), name);
                case SourceNode.Sequence list -> {
                    String old = page.scalar(list.items().get(at))
                            .map(SourceNode.Scalar::value)
                            .orElse("");
                    int colon = old.indexOf(':');
                    page.editing()
                            .replace(
                                    list.items().get(at),
                                    new NewNode.Text(colon < 0 ? name : name + old.substring(colon)));
                }
                case SourceNode.Scalar _, SourceNode.Alias _ -> {}
            }
        }
    }

    /// Only whether it is required has a place.
    private static void annotate(Desk desk, Dependency before, TopologyEdit.Annotate edit) {
        DependencyKind kind = edit.kind() == null ? implied(desk, edit.to()) : edit.kind();
        if (kind != before.kind()
                || !Objects.equals(edit.protocol(), before.protocol())
                || !Objects.equals(edit.api(), before.api())) {
            throw new Unmeant("kind-not-stated", kind.word());
        }
        Definition definition = stating(desk, edit.from());
        String name = nameOf(desk, edit.to());
        switch (definition.own(ComposeRenaming.DEPENDS_ON).orElse(null)) {
            case SourceNode.Sequence list -> {
                List<NewNode.Member> said = edit.required() ? List.of(CONDITION) : List.of(CONDITION, OPTIONAL);
                definition
                        .page()
                        .editing()
                        .toMapping(
                                list,
                                item -> new NewNode.Mapping(
                                        item.equals(name) ? said : List.of(CONDITION), list.flow()));
            }
            case SourceNode.Mapping names -> {
                SourceNode details = Source.entry(names, name)
                        .map(SourceNode.Entry::value)
                        .orElseThrow(() -> new Unmeant("stated-elsewhere", name));
                if (!edit.required()) {
                    definition.page().editing().put(details, OPTIONAL.key(), OPTIONAL.value(), List.of());
                } else if (details instanceof SourceNode.Mapping known) {
                    definition.page().editing().delete(known, OPTIONAL.key());
                }
            }
            case null, default -> throw new Unmeant("stated-elsewhere", name);
        }
    }

    private static NewNode conditional(SourceNode.Mapping names, List<NewNode.Member> said) {
        boolean flow = names.flow()
                || (!names.entries().isEmpty()
                        && names.entries().getLast().value() instanceof SourceNode.Mapping last
                        && last.flow());
        return new NewNode.Mapping(new ArrayList<>(said), flow);
    }

    private static boolean isNames(String key) {
        return key.equals(ComposeRenaming.DEPENDS_ON) || ComposeRenaming.LISTS.contains(key);
    }

    private static boolean isOurs(Evidence piece) {
        return piece.rule().startsWith(ComposePages.FORMAT + ".");
    }

    private static DependencyKind implied(Desk desk, String target) {
        return desk.topology()
                .service(target)
                .map(Service::kind)
                .map(DependencyKind::towards)
                .orElse(DependencyKind.SYNC);
    }

    /// The name by which Compose knows a service.
    private static String nameOf(Desk desk, String id) {
        return ComposePages.of(desk, Names.service(desk.topology(), id)).stream()
                .findFirst()
                .map(Definition::name)
                .orElseThrow(() -> new Unmeant("target-elsewhere", id));
    }

    private static Definition stating(Desk desk, String id) {
        List<Definition> definitions = ComposePages.of(desk, Names.service(desk.topology(), id));
        return definitions.stream()
                .filter(definition -> definition.own(ComposeRenaming.DEPENDS_ON).isPresent())
                .findFirst()
                .or(() -> definitions.stream().findFirst())
                .orElseThrow(() -> new Unmeant("target-elsewhere", id));
    }
}
