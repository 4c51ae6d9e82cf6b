package dev.orrery.edit;

import dev.orrery.descriptor.Overlay;
import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Release;
import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Holds what was read after an edit against what was meant.
///
/// Only this may differ: places in the texts; boundaries that their format states by what lies in them, once nothing
/// does; the rule of evidence that only the edit gave; and the kind of a
/// dependency whose target became another, where its descriptor states the kind that it had.
final class Proof {
    private static final SourceLocation PLACE = SourceLocation.NOWHERE;

    private Proof() {}

    /// The first thing that is not as it is meant, by its name; empty where all is.
    static Optional<String> difference(Topology meant, Topology before, Topology read, TopologyEdit edit) {
        if (!meant.name().equals(read.name())) {
            return Optional.of(read.name());
        }
        return first(
                        by(meant.services(), Service::id, service -> placeless(service, edit)),
                        by(read.services(), Service::id, service -> placeless(service, edit)))
                .or(() -> first(
                        by(EmptyBoundaries.without(meant, before, read), Boundary::id, Proof::placeless),
                        by(read.boundaries(), Boundary::id, Proof::placeless)))
                .or(() -> dependencies(meant, before, read, edit));
    }

    /// The services of which something else is read than meant, be it what they need; sorted by id.
    static List<String> changed(Topology meant, Topology read) {
        Map<String, Service> wanted = by(meant.services(), Service::id, Proof::placeless);
        Map<String, Service> found = by(read.services(), Service::id, Proof::placeless);
        Map<String, Dependency> needs = by(meant.dependencies(), Proof::ends, Function.identity());
        Map<String, Dependency> others = by(read.dependencies(), Proof::ends, Function.identity());
        Set<String> changed = new TreeSet<>();
        wanted.forEach((id, service) -> {
            if (!service.equals(found.get(id))) {
                changed.add(id);
            }
        });
        Stream.concat(needs.values().stream(), others.values().stream())
                .filter(dependency -> {
                    Dependency one = needs.get(ends(dependency));
                    Dependency other = others.get(ends(dependency));
                    return one == null || other == null || !isAlike(one, other);
                })
                .map(Dependency::from)
                .forEach(changed::add);
        return List.copyOf(changed);
    }

    private static Optional<String> dependencies(Topology meant, Topology before, Topology read, TopologyEdit edit) {
        Map<String, Dependency> wanted = by(meant.dependencies(), Proof::ends, Function.identity());
        Map<String, Dependency> known = by(before.dependencies(), Proof::ends, Function.identity());
        Map<String, Dependency> found = by(read.dependencies(), Proof::ends, Function.identity());
        return Stream.concat(wanted.keySet().stream(), found.keySet().stream())
                .distinct()
                .filter(ends -> {
                    Dependency one = wanted.get(ends);
                    Dependency other = found.get(ends);
                    return one == null
                            || other == null
                            || !(isAlike(one, other)
                                    || isAlike(Copies.ofKind(one, stated(edit, one, known)), other)
                                    || isAnnotatedInWorkspace(edit, one, other));
                })
                .findFirst();
    }

    /// The kind that a dependency had before its target became another.
    private static DependencyKind stated(TopologyEdit edit, Dependency meant, Map<String, Dependency> known) {
        Dependency before = switch (edit) {
            case TopologyEdit.SetKind set when meant.to().equals(set.service()) -> known.get(ends(meant));
            case TopologyEdit.Retarget retarget
            when meant.from().equals(retarget.from()) && meant.to().equals(retarget.target()) ->
                known.get(ends(retarget.from(), retarget.to()));
            default -> null;
        };
        return before == null ? meant.kind() : before.kind();
    }

    private static boolean isAlike(Dependency one, Dependency other) {
        return one.kind() == other.kind()
                && one.required() == other.required()
                && one.dangling() == other.dangling()
                && one.certainty() == other.certainty()
                && String.valueOf(one.protocol()).equals(String.valueOf(other.protocol()))
                && String.valueOf(one.api()).equals(String.valueOf(other.api()))
                && (isOfEdit(one) || rules(one).equals(rules(other)));
    }

    /// Of what a workspace says more, it says that it is needed.
    private static boolean isAnnotatedInWorkspace(TopologyEdit edit, Dependency meant, Dependency read) {
        return edit instanceof TopologyEdit.Annotate annotate
                && annotate.from().equals(meant.from())
                && annotate.to().equals(meant.to())
                && isAlike(withOverlay(meant), withOverlay(read));
    }

    private static Dependency withOverlay(Dependency like) {
        List<Evidence> evidence = Stream.concat(
                        like.evidence().stream().filter(piece -> !piece.rule().equals(Overlay.RULE)),
                        Stream.of(new Evidence(Certainty.DECLARED, Overlay.RULE, PLACE)))
                .toList();
        return new Dependency(
                like.from(),
                like.to(),
                like.kind(),
                like.required(),
                like.protocol(),
                like.api(),
                evidence,
                like.dangling());
    }

    private static boolean isOfEdit(Dependency meant) {
        return meant.evidence().stream().anyMatch(piece -> piece.rule().equals(EditedTopology.RULE));
    }

    private static List<String> rules(Dependency dependency) {
        return dependency.evidence().stream()
                .sorted(Comparator.comparing(Evidence::certainty).thenComparing(Evidence::rule))
                .map(piece -> piece.certainty() + " " + piece.rule())
                .toList();
    }

    /// In some formats other names, and the one for people, follow from the id, and the technology from an image.
    private static Service placeless(Service service, TopologyEdit edit) {
        return switch (edit) {
            case TopologyEdit.RenameService(String id, String renamed)
            when renamed.equals(service.id()) -> {
                boolean isOfId =
                        service.name().equals(lastPart(id)) || service.name().equals(lastPart(renamed));
                yield placeless(service.change()
                        .aliases(Set.of())
                        .name(isOfId ? renamed : service.name())
                        .build());
            }
            case TopologyEdit.AddService add
            when add.service().equals(service.id()) ->
                placeless(service.change().technology(null).build());
            default -> placeless(service);
        };
    }

    private static String lastPart(String id) {
        return id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
    }

    private static Service placeless(Service service) {
        return service.change()
                .sources(List.of(PLACE))
                .healthChecks(
                        service.healthChecks().stream().map(Proof::placeless).toList())
                .releases(service.releases().stream()
                        .map(release -> new Release(
                                release.version(),
                                release.weight(),
                                release.healthCheck() == null ? null : placeless(release.healthCheck())))
                        .toList())
                .build();
    }

    private static HealthCheck placeless(HealthCheck check) {
        return new HealthCheck(
                check.url(),
                check.interval(),
                check.timeout(),
                check.degradedAbove(),
                check.expect(),
                check.request(),
                PLACE);
    }

    private static Boundary placeless(Boundary boundary) {
        return new Boundary(
                boundary.id(), boundary.name(), boundary.kind(), boundary.within(), boundary.owner(), PLACE);
    }

    private static String ends(Dependency dependency) {
        return ends(dependency.from(), dependency.to());
    }

    private static String ends(String from, String to) {
        return from + " → " + to;
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> id, Function<T, T> form) {
        Map<String, T> found = new TreeMap<>();
        all.forEach(one -> found.put(id.apply(one), form.apply(one)));
        return found;
    }

    private static <T> Optional<String> first(Map<String, T> wanted, Map<String, T> found) {
        return Stream.concat(wanted.keySet().stream(), found.keySet().stream())
                .filter(id -> !wanted.containsKey(id)
                        || !found.containsKey(id)
                        || !wanted.get(id).equals(found.get(id)))
                .findFirst();
    }
}
