package dev.orrery.edit;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceBuilder;
import java.util.Comparator;
import java.util.List;

/// Services and dependencies like others, but for one thing.
final class Copies {
    /// From and to, in their order.
    static final Comparator<List<String>> PAIRS =
            Comparator.comparing(List<String>::getFirst).thenComparing(List<String>::getLast);

    private Copies() {}

    /// All of a service under another id. A name that is the id goes with it.
    static ServiceBuilder under(String id, Service service) {
        return service.under(id).name(service.name().equals(service.id()) ? id : service.name());
    }

    static Dependency between(Dependency like, String from, String to) {
        return new Dependency(
                from, to, like.kind(), like.required(), like.protocol(), like.api(), like.evidence(), like.dangling());
    }

    static Dependency ofKind(Dependency like, DependencyKind kind) {
        return new Dependency(
                like.from(),
                like.to(),
                kind,
                like.required(),
                like.protocol(),
                like.api(),
                like.evidence(),
                like.dangling());
    }

    static Dependency dangling(Dependency like, boolean dangling) {
        return like.dangling() == dangling
                ? like
                : new Dependency(
                        like.from(),
                        like.to(),
                        like.kind(),
                        like.required(),
                        like.protocol(),
                        like.api(),
                        like.evidence(),
                        dangling);
    }
}
