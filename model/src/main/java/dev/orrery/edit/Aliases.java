package dev.orrery.edit;

import dev.orrery.descriptor.SourceNode;
import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The aliases and anchors that stand where an edit of one service would be written.
final class Aliases {
    /// Keys of Compose under which the needs of a service are.
    private static final Set<String> NEEDS = Set.of("depends_on", "links", "volumes_from", "external_links");

    private Aliases() {}

    /// @param alias null where the value itself has the anchor
    record Found(Page page, SourceNode.@Nullable Alias alias, String anchor) {}

    /// The service whose definition an edit is written into; empty where that is not one.
    static Optional<String> subject(TopologyEdit edit) {
        return switch (edit) {
            case TopologyEdit.RenameService _, TopologyEdit.DeleteService _, TopologyEdit.DuplicateService _ ->
                Optional.empty();
            case TopologyEdit.OfService change -> Optional.of(change.service());
            case TopologyEdit.OfDependency change -> Optional.of(change.from());
            case TopologyEdit.AddService _, TopologyEdit.AddBoundary _, TopologyEdit.OfBoundary _ -> Optional.empty();
        };
    }

    /// The same of another service.
    static TopologyEdit of(String service, TopologyEdit edit) {
        return switch (edit) {
            case TopologyEdit.MoveService move -> new TopologyEdit.MoveService(service, move.boundary());
            case TopologyEdit.NameService naming -> new TopologyEdit.NameService(service, naming.name());
            case TopologyEdit.SetKind set -> new TopologyEdit.SetKind(service, set.kind());
            case TopologyEdit.SetOwner set -> new TopologyEdit.SetOwner(service, set.owner());
            case TopologyEdit.SetTechnology set -> new TopologyEdit.SetTechnology(service, set.technology());
            case TopologyEdit.SetTags set -> new TopologyEdit.SetTags(service, set.tags());
            case TopologyEdit.SetLink set -> new TopologyEdit.SetLink(service, set.title(), set.url());
            case TopologyEdit.SetHealthCheck set -> new TopologyEdit.SetHealthCheck(service, set.old(), set.url());
            case TopologyEdit.Connect change -> new TopologyEdit.Connect(service, change.to(), change.kind());
            case TopologyEdit.Disconnect change -> new TopologyEdit.Disconnect(service, change.to());
            case TopologyEdit.Retarget change -> new TopologyEdit.Retarget(service, change.to(), change.target());
            case TopologyEdit.Annotate change ->
                new TopologyEdit.Annotate(
                        service, change.to(), change.kind(), change.required(), change.protocol(), change.api());
            case TopologyEdit.RenameService _,
                    TopologyEdit.DeleteService _,
                    TopologyEdit.DuplicateService _,
                    TopologyEdit.AddService _,
                    TopologyEdit.AddBoundary _,
                    TopologyEdit.OfBoundary _ -> throw new IllegalArgumentException("of no service: " + edit);
        };
    }

    /// The outermost alias in whose place an edit would be written; else an anchor there.
    static Optional<Found> find(TopologyEdit edit, Desk desk) {
        Optional<Service> service = subject(edit).flatMap(desk.topology()::service);
        if (service.isEmpty()) {
            return Optional.empty();
        }
        Set<String> keys = keys(edit);
        List<Found> anchors = new ArrayList<>();
        for (Written written : written(service.get(), desk)) {
            Optional<Found> found = find(written, keys, anchors);
            if (found.isPresent()) {
                return found;
            }
        }
        return anchors.stream().findFirst();
    }

    private record Written(Page page, SourceNode body) {}

    private static List<Written> written(Service service, Desk desk) {
        Stream<Written> composed = ComposePages.of(desk, service).stream()
                .map(one -> new Written(one.page(), one.entry().value()));
        Stream<Written> described = Stream.of(NativePages.descriptors(desk), NativePages.overlays(desk))
                .flatMap(pages -> pages.of(service).stream())
                .map(one -> new Written(one.page(), one.entry().value()));
        return Stream.concat(described, composed).toList();
    }

    private static Optional<Found> find(Written written, Set<String> keys, List<Found> anchors) {
        if (written.body() instanceof SourceNode.Alias alias) {
            return Optional.of(new Found(written.page(), alias, alias.anchor()));
        }
        if (!(written.body() instanceof SourceNode.Mapping body)) {
            return Optional.empty();
        }
        for (SourceNode.Entry entry : body.entries()) {
            if (keys.contains(Page.keyOf(entry))) {
                Optional<Found> found = inside(written.page(), entry.value(), anchors);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        if (body.anchor() != null) {
            anchors.add(new Found(written.page(), null, body.anchor()));
        }
        return Optional.empty();
    }

    private static Optional<Found> inside(Page page, SourceNode node, List<Found> anchors) {
        if (node instanceof SourceNode.Alias alias) {
            return Optional.of(new Found(page, alias, alias.anchor()));
        }
        String anchor = switch (node) {
            case SourceNode.Mapping mapping -> mapping.anchor();
            case SourceNode.Sequence sequence -> sequence.anchor();
            case SourceNode.Scalar scalar -> scalar.anchor();
            case SourceNode.Alias alias -> alias.anchor();
        };
        if (anchor != null) {
            anchors.add(new Found(page, null, anchor));
        }
        Stream<SourceNode> below = switch (node) {
            case SourceNode.Mapping mapping -> mapping.entries().stream().map(SourceNode.Entry::value);
            case SourceNode.Sequence sequence -> sequence.items().stream();
            case SourceNode.Scalar _, SourceNode.Alias _ -> Stream.empty();
        };
        return below.flatMap(inner -> inside(page, inner, anchors).stream()).findFirst();
    }

    private static Set<String> keys(TopologyEdit edit) {
        return switch (edit) {
            case TopologyEdit.MoveService _ -> Set.of("boundary");
            case TopologyEdit.NameService _ -> Set.of("name");
            case TopologyEdit.SetKind _ -> Set.of("kind");
            case TopologyEdit.SetOwner _ -> Set.of("owner");
            case TopologyEdit.SetTechnology _ -> Set.of("technology");
            case TopologyEdit.SetTags _ -> Set.of("tags");
            case TopologyEdit.SetLink _ -> Set.of("links");
            case TopologyEdit.SetHealthCheck _ -> Set.of("health");
            case TopologyEdit.OfDependency _ -> NEEDS;
            case TopologyEdit.OfService _,
                    TopologyEdit.OfBoundary _,
                    TopologyEdit.AddService _,
                    TopologyEdit.AddBoundary _ -> Set.of();
        };
    }
}
