package dev.orrery.importer.backstage;

import dev.orrery.problem.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// All entities at hand. Of two with one reference the first one counts; what either of them needs is kept.
final class Catalog {
    private static final Set<String> KNOWN =
            Set.of("component", "resource", "api", "system", "domain", "group", "user", "location", "template");

    private final List<Entity> all;
    private final Map<EntityRef, Entity> byRef = new LinkedHashMap<>();

    private Catalog(List<Entity> all) {
        this.all = List.copyOf(all);
    }

    static Catalog of(List<Entity> all, Consumer<Problem> report) {
        Catalog catalog = new Catalog(all);
        Set<String> reported = new TreeSet<>();
        for (Entity entity : all) {
            String kind = entity.ref().kind();
            if (!KNOWN.contains(kind) && reported.add(kind)) {
                report.accept(Problem.info("backstage-kind-not-read", entity.source(), kind));
            }
            Entity first = catalog.byRef.putIfAbsent(entity.ref(), entity);
            if (first != null && entity.ref().isService()) {
                report.accept(Problem.info(
                        "service-defined-twice",
                        entity.source(),
                        entity.ref().toString(),
                        first.source().toString()));
            }
        }
        return catalog;
    }

    /// Every entity, twins included.
    List<Entity> all() {
        return all;
    }

    /// Each reference once.
    Collection<Entity> distinct() {
        return byRef.values();
    }

    Optional<Entity> find(EntityRef ref) {
        return Optional.ofNullable(byRef.get(ref));
    }
}
