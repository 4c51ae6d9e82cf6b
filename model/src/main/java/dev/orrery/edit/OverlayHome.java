package dev.orrery.edit;

import dev.orrery.descriptor.NewNode;
import dev.orrery.descriptor.Source;
import dev.orrery.descriptor.SourceNode;
import dev.orrery.edit.NativePages.Definition;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The overlays of a workspace, which have a place for what a format has none for. They can say more of a service than
/// its descriptor does, and not less; services they make none.
final class OverlayHome implements Home {
    static final String FORMAT = "workspace";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean has(TopologyEdit edit) {
        return !(edit instanceof TopologyEdit.AddService);
    }

    /// Whether an edit says something that a workspace can, whatever the format of the service.
    static boolean canSay(TopologyEdit edit, Desk desk) {
        return switch (edit) {
            case TopologyEdit.MoveService move -> move.boundary() != null;
            case TopologyEdit.NameService naming -> naming.name() != null;
            case TopologyEdit.SetKind _ -> true;
            case TopologyEdit.SetOwner set -> set.owner() != null;
            case TopologyEdit.SetTechnology set -> set.technology() != null;
            case TopologyEdit.SetTags set ->
                set.tags()
                        .containsAll(
                                Names.service(desk.topology(), set.service()).tags());
            case TopologyEdit.SetLink set -> set.url() != null;
            case TopologyEdit.SetHealthCheck set -> set.old() == null && set.url() != null;
            case TopologyEdit.Annotate change ->
                desk.topology()
                        .dependency(change.from(), change.to())
                        .filter(known -> (known.protocol() == null || change.protocol() != null)
                                && (known.api() == null || change.api() != null))
                        .isPresent();
            case TopologyEdit.Connect _, TopologyEdit.AddBoundary _ -> true;
            case TopologyEdit.NameBoundary naming -> naming.name() != null;
            case TopologyEdit.OwnBoundary own -> own.owner() != null;
            case TopologyEdit.NestBoundary nest -> nest.within() != null;
            case TopologyEdit.AddService _,
                    TopologyEdit.RenameService _,
                    TopologyEdit.DeleteService _,
                    TopologyEdit.DuplicateService _,
                    TopologyEdit.Disconnect _,
                    TopologyEdit.Retarget _,
                    TopologyEdit.RenameBoundary _,
                    TopologyEdit.DissolveBoundary _ -> false;
        };
    }

    /// Whether a workspace says already what an edit is about; what it says counts.
    static boolean states(TopologyEdit edit, Desk desk) {
        NativePages pages = NativePages.overlays(desk);
        if (pages.all().isEmpty()) {
            return false;
        }
        return switch (edit) {
            case TopologyEdit.Annotate change -> Mentions.isStated(pages, change.from(), change.to());
            case TopologyEdit.SetLink set -> statesIn(pages, set.service(), "links", set.title());
            case TopologyEdit.SetHealthCheck set ->
                set.old() != null && NativeFields.hasCheck(of(pages, set.service()), set.old());
            case TopologyEdit.OfService change -> states(of(pages, change.service()), key(change));
            case TopologyEdit.OfBoundary change ->
                states(
                        pages.boundaries().stream()
                                .filter(one -> one.id().equals(change.boundary()))
                                .toList(),
                        key(change));
            case TopologyEdit.OfDependency _, TopologyEdit.AddService _, TopologyEdit.AddBoundary _ -> false;
        };
    }

    private static boolean states(List<Definition> definitions, String key) {
        return definitions.stream().anyMatch(one -> one.own(key).isPresent());
    }

    private static boolean statesIn(NativePages pages, String service, String key, String inner) {
        return of(pages, service).stream()
                .flatMap(one -> one.own(key).stream())
                .map(SourceNode.Entry::value)
                .anyMatch(value -> value instanceof SourceNode.Mapping all
                        && Source.entry(all, inner).isPresent());
    }

    private static String key(TopologyEdit edit) {
        return switch (edit) {
            case TopologyEdit.MoveService _ -> "boundary";
            case TopologyEdit.NameService _, TopologyEdit.NameBoundary _ -> "name";
            case TopologyEdit.SetKind _ -> "kind";
            case TopologyEdit.SetOwner _, TopologyEdit.OwnBoundary _ -> "owner";
            case TopologyEdit.SetTechnology _ -> "technology";
            case TopologyEdit.SetTags _ -> "tags";
            case TopologyEdit.NestBoundary _ -> "within";
            default -> "";
        };
    }

    private static List<Definition> of(NativePages pages, String service) {
        return pages.of(Names.service(pages.desk().topology(), service));
    }

    @Override
    public void write(TopologyEdit edit, Desk desk) {
        NativePages pages = NativePages.overlays(desk);
        OverlayText text = new OverlayText(desk);
        switch (edit) {
            case TopologyEdit.RenameService(String id, String renamed) ->
                NativeServices.rename(pages, Names.service(desk.topology(), id), renamed);
            case TopologyEdit.DeleteService(String id) ->
                NativeServices.delete(pages, Names.service(desk.topology(), id));
            case TopologyEdit.DuplicateService(String id, String copy) -> {
                if (!of(pages, id).isEmpty()) {
                    NativeServices.duplicate(pages, Names.service(desk.topology(), id), copy);
                }
            }
            case TopologyEdit.OfService change -> say(change, pages, text);
            case TopologyEdit.Connect connect -> {
                text.entry(pages, NativePages.SERVICES, connect.from());
                NativeDependencies.write(pages, connect);
            }
            case TopologyEdit.Annotate annotate -> annotate(annotate, pages, text);
            case TopologyEdit.OfDependency change -> NativeDependencies.write(pages, change);
            case TopologyEdit.AddBoundary add -> {
                Definition made = text.entry(pages, NativePages.BOUNDARIES, add.boundary());
                say(made, "name", add.name());
                desk.settle();
                say(text.entry(pages, NativePages.BOUNDARIES, add.boundary()), "kind", add.kind());
                desk.settle();
                say(text.entry(pages, NativePages.BOUNDARIES, add.boundary()), "within", add.within());
            }
            case TopologyEdit.RenameBoundary _, TopologyEdit.DissolveBoundary _ ->
                NativeBoundaries.write(pages, (TopologyEdit.OfBoundary) edit);
            case TopologyEdit.OfBoundary change -> {
                Boundary boundary = Names.boundary(desk.topology(), change.boundary());
                text.entry(pages, NativePages.BOUNDARIES, boundary.id());
                NativeBoundaries.write(pages, change);
            }
            case TopologyEdit.AddService _ -> throw new IllegalArgumentException("no home: " + edit);
        }
        desk.settle();
        text.tidy(pages);
    }

    /// Of the tags only those that the descriptor does not have.
    private static void say(TopologyEdit.OfService edit, NativePages pages, OverlayText text) {
        Service service = Names.service(pages.desk().topology(), edit.service());
        List<Definition> known = pages.of(service);
        List<Definition> definitions =
                known.isEmpty() ? List.of(text.entry(pages, NativePages.SERVICES, service.id())) : known;
        NativeFields fields = new NativeFields(definitions);
        switch (edit) {
            case TopologyEdit.SetKind set -> fields.kindAlways(set.kind());
            case TopologyEdit.SetTags set -> {
                List<String> own = fields.ownTags();
                List<String> others = service.tags().stream()
                        .filter(tag -> !own.contains(tag))
                        .toList();
                List<String> wanted =
                        set.tags().stream().filter(tag -> !others.contains(tag)).toList();
                fields.write(new TopologyEdit.SetTags(set.service(), wanted));
            }
            default -> fields.write(edit);
        }
    }

    private static void annotate(TopologyEdit.Annotate edit, NativePages pages, OverlayText text) {
        Desk desk = pages.desk();
        if (!Mentions.isStated(pages, edit.from(), edit.to())) {
            text.entry(pages, NativePages.SERVICES, edit.from());
            NativeDependencies.write(pages, new TopologyEdit.Connect(edit.from(), edit.to(), null));
            desk.settle();
        }
        NativeDependencies.write(pages, edit);
    }

    /// What is said of a service that is being added, beside its descriptor.
    void describe(Desk desk, TopologyEdit.AddService edit) {
        NativePages pages = NativePages.overlays(desk);
        OverlayText text = new OverlayText(desk);
        if (edit.kind() != ServiceKind.SERVICE) {
            new NativeFields(List.of(text.entry(pages, NativePages.SERVICES, edit.service()))).kindAlways(edit.kind());
            desk.settle();
        }
        if (edit.boundary() != null) {
            text.entry(pages, NativePages.SERVICES, edit.service())
                    .say("boundary", new NewNode.Text(edit.boundary()), NativePages.OF_SERVICE);
            desk.settle();
        }
    }

    private static void say(Definition definition, String key, @Nullable String value) {
        if (value != null) {
            definition.say(key, new NewNode.Text(value), NativePages.OF_BOUNDARY);
        }
    }
}
