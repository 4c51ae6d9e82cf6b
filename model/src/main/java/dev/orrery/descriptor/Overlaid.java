package dev.orrery.descriptor;

import dev.orrery.problem.Problem;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Promise;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A topology with what overlays say of it. What an overlay says of a name, kind, owner, technology or boundary counts;
/// tags, links, health checks, dependencies and boundaries come in addition. Services it makes none.
public final class Overlaid {
    private final Consumer<Problem> report;
    private final Map<String, Service> services = new TreeMap<>();
    private final Map<String, String> otherNames = new TreeMap<>();
    private final Map<Pair, Dependency> dependencies = new TreeMap<>();

    private Overlaid(Topology topology, Consumer<Problem> report) {
        this.report = report;
        topology.services().forEach(service -> services.put(service.id(), service));
        topology.services()
                .forEach(service -> service.aliases()
                        .forEach(alias ->
                                otherNames.merge(alias, service.id(), (one, two) -> one.equals(two) ? one : "")));
        topology.dependencies()
                .forEach(dependency -> dependencies.put(new Pair(dependency.from(), dependency.to()), dependency));
    }

    /// The same instance where the overlay says nothing.
    public static Topology of(Topology topology, Overlay overlay, Consumer<Problem> report) {
        return overlay.equals(Overlay.NONE) ? topology : new Overlaid(topology, report).with(topology, overlay);
    }

    private Topology with(Topology topology, Overlay overlay) {
        Map<String, Boundary> boundaries = boundaries(topology, overlay);
        overlay.services().forEach(said -> add(said, boundaries));
        overlay.services().forEach(this::addNeeds);
        return new Topology(
                topology.name(),
                List.copyOf(services.values()),
                List.copyOf(dependencies.values()),
                List.copyOf(boundaries.values()));
    }

    private Map<String, Boundary> boundaries(Topology topology, Overlay overlay) {
        Draft.Builder all = Draft.of("workspace", "");
        Map<String, Boundary> known = new TreeMap<>();
        topology.boundaries().forEach(boundary -> known.put(boundary.id(), boundary));
        for (Overlay.OfBoundary said : overlay.boundaries()) {
            known.merge(said.id(), made(said), (before, _) -> changed(before, said));
            if (said.within() != null) {
                all.nest(said.id(), said.within().id(), said.within().source());
            }
        }
        for (Boundary boundary : known.values()) {
            all.add(boundary.withWithin(null));
            if (boundary.within() != null) {
                all.nest(boundary.id(), boundary.within(), boundary.source());
            }
        }
        return BoundaryNesting.resolve(List.of(all.build()), report);
    }

    private static Boundary made(Overlay.OfBoundary said) {
        return new Boundary(
                said.id(),
                Objects.requireNonNullElse(said.name(), said.id()),
                Objects.requireNonNullElse(said.kind(), "boundary"),
                null,
                said.owner(),
                said.source());
    }

    private static Boundary changed(Boundary before, Overlay.OfBoundary said) {
        return new Boundary(
                before.id(),
                Objects.requireNonNullElse(said.name(), before.name()),
                Objects.requireNonNullElse(said.kind(), before.kind()),
                before.within(),
                said.owner() == null ? before.owner() : said.owner(),
                before.source());
    }

    private void add(Overlay.OfService said, Map<String, Boundary> boundaries) {
        Service about = said.service();
        Service before = find(about.id()).orElse(null);
        if (before == null) {
            unknown(about.id(), about.source());
            return;
        }
        Overlay.Name outer = said.boundary();
        if (outer != null && !boundaries.containsKey(outer.id())) {
            report.accept(Problem.error("unknown-boundary", outer.source(), outer.id()));
            outer = null;
        }
        Map<String, String> links = new TreeMap<>(before.links());
        links.putAll(about.links());
        Map<String, String> provides = new TreeMap<>(before.provides());
        provides.putAll(about.provides());
        Promise promise = about.promise().or(before.promise());
        services.put(
                before.id(),
                before.change()
                        .name(said.name() == null ? before.name() : said.name())
                        .kind(said.kind() == null ? before.kind() : said.kind())
                        .boundary(outer == null ? before.boundary() : outer.id())
                        .owner(about.owner() == null ? before.owner() : about.owner())
                        .technology(about.technology() == null ? before.technology() : about.technology())
                        .tags(united(before.tags(), about.tags()))
                        .links(links)
                        .healthChecks(checks(before, about))
                        .owns(united(before.owns(), about.owns()))
                        .provides(provides)
                        .promise(promise)
                        .sources(united(before.sources(), about.sources()))
                        .build());
        if (said.kind() != null && said.kind() != before.kind()) {
            follow(before.id(), before.kind(), said.kind());
        }
    }

    /// A dependency of the kind that follows from its target follows it further.
    private void follow(String target, ServiceKind before, ServiceKind now) {
        DependencyKind implied = DependencyKind.towards(before);
        dependencies.replaceAll((ends, dependency) -> ends.to().equals(target) && dependency.kind() == implied
                ? ofKind(dependency, DependencyKind.towards(now))
                : dependency);
    }

    private void addNeeds(Overlay.OfService said) {
        String from = find(said.service().id()).map(Service::id).orElse(null);
        if (from == null) {
            return;
        }
        for (Overlay.Need need : said.needs()) {
            SourceLocation place = need.evidence().source();
            Optional<Service> target = find(need.to());
            String to = target.map(Service::id).orElse(need.to());
            if (to.equals(from)) {
                report.accept(Problem.warning("self-dependency", place, from));
                continue;
            }
            if (target.isEmpty()) {
                report.accept(Problem.warning("dangling-dependency", place, from, to));
            }
            DependencyKind implied =
                    target.map(Service::kind).map(DependencyKind::towards).orElse(DependencyKind.SYNC);
            dependencies.merge(
                    new Pair(from, to),
                    new Dependency(
                            from,
                            to,
                            Objects.requireNonNullElse(need.kind(), implied),
                            Objects.requireNonNullElse(need.required(), true),
                            need.protocol(),
                            need.api(),
                            List.of(need.evidence()),
                            target.isEmpty()),
                    (before, _) -> more(before, need));
        }
    }

    private static Dependency more(Dependency before, Overlay.Need need) {
        List<Evidence> evidence = new ArrayList<>(before.evidence());
        evidence.add(need.evidence());
        evidence.sort(Comparator.comparing(Evidence::source).thenComparing(Evidence::rule));
        return new Dependency(
                before.from(),
                before.to(),
                Objects.requireNonNullElse(need.kind(), before.kind()),
                Objects.requireNonNullElse(need.required(), before.required()),
                need.protocol() == null ? before.protocol() : need.protocol(),
                need.api() == null ? before.api() : need.api(),
                evidence,
                before.dangling());
    }

    private static Dependency ofKind(Dependency before, DependencyKind kind) {
        return new Dependency(
                before.from(),
                before.to(),
                kind,
                before.required(),
                before.protocol(),
                before.api(),
                before.evidence(),
                before.dangling());
    }

    /// By its id, else by another name that no other has.
    private Optional<Service> find(String name) {
        return Optional.ofNullable(services.get(name))
                .or(() -> Optional.ofNullable(otherNames.get(name)).map(services::get));
    }

    private void unknown(String id, SourceLocation place) {
        report.accept(Spelling.nearest(id, services.keySet())
                .map(near -> Problem.warning("overlay-misspelt", place, id, near))
                .orElseGet(() -> Problem.warning("overlay-unknown", place, id)));
    }

    private static List<HealthCheck> checks(Service before, Service about) {
        List<HealthCheck> checks = new ArrayList<>(before.healthChecks());
        about.healthChecks().stream()
                .filter(check -> before.healthChecks().stream()
                        .noneMatch(known -> known.url().equals(check.url())
                                && Objects.equals(
                                        known.request().measured(),
                                        check.request().measured())))
                .forEach(checks::add);
        return checks;
    }

    private static <T> List<T> united(Collection<T> first, Collection<T> second) {
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
