package dev.orrery.app.bench;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Edits that somebody could wish for in a topology, drawn by lot: all kinds, with names that YAML likes and that it
/// does not.
final class RandomEdits {
    private static final List<String> NAMES = List.of(
            "billing",
            "cart-v2",
            "a",
            "yes",
            "null",
            "1.0",
            "22:22",
            "über uns",
            "x y",
            "it's",
            "say \"hi\"",
            "#1",
            "a: b",
            "- a",
            "{x}",
            "[x]",
            "*a",
            "&a",
            "!t",
            "team/web",
            "a,b",
            "0x1F",
            "~",
            "2026-01-01",
            "on",
            "日本",
            "tab\there",
            "emoji 😀",
            "@at",
            "%p",
            "=",
            "<<",
            "null-ish",
            "A",
            "http://a:1/b#c",
            "trailing:",
            ".",
            "..");

    private final Random random;

    RandomEdits(Random random) {
        this.random = random;
    }

    TopologyEdit next(Topology topology) {
        String service = service(topology);
        return switch (random.nextInt(22)) {
            case 0, 1, 2 -> new TopologyEdit.RenameService(service, renamed(service));
            case 3, 4 -> new TopologyEdit.DeleteService(service);
            case 5, 6 -> new TopologyEdit.Connect(service, service(topology), random.nextInt(3) == 0 ? kind() : null);
            case 7, 8 -> {
                Dependency any = dependency(topology);
                yield new TopologyEdit.Disconnect(any.from(), any.to());
            }
            case 9 -> {
                Dependency any = dependency(topology);
                yield new TopologyEdit.Retarget(any.from(), any.to(), service(topology));
            }
            case 10 -> {
                Dependency any = dependency(topology);
                yield new TopologyEdit.Annotate(
                        any.from(),
                        any.to(),
                        random.nextBoolean() ? kind() : null,
                        random.nextBoolean(),
                        random.nextBoolean() ? any.protocol() : nameOrNone(),
                        random.nextBoolean() ? any.api() : nameOrNone());
            }
            case 11 -> new TopologyEdit.AddService(name(), serviceKind(), boundary(topology));
            case 12 -> new TopologyEdit.DuplicateService(service, name());
            case 13 -> new TopologyEdit.MoveService(service, boundary(topology));
            case 14 ->
                random.nextBoolean()
                        ? new TopologyEdit.SetOwner(service, nameOrNone())
                        : new TopologyEdit.SetTechnology(service, nameOrNone());
            case 15 ->
                random.nextBoolean()
                        ? new TopologyEdit.NameService(service, nameOrNone())
                        : new TopologyEdit.SetKind(service, serviceKind());
            case 16 -> new TopologyEdit.SetTags(service, tags(topology, service));
            case 17 -> new TopologyEdit.SetLink(service, link(topology, service), random.nextBoolean() ? url() : null);
            case 18 ->
                new TopologyEdit.SetHealthCheck(
                        service, check(topology, service), random.nextInt(3) > 0 ? url() : null);
            case 19 -> new TopologyEdit.AddBoundary(name(), nameOrNone(), nameOrNone(), boundary(topology));
            case 20 ->
                random.nextBoolean()
                        ? new TopologyEdit.RenameBoundary(anyBoundary(topology), name())
                        : new TopologyEdit.DissolveBoundary(anyBoundary(topology));
            default ->
                random.nextBoolean()
                        ? new TopologyEdit.NestBoundary(anyBoundary(topology), boundary(topology))
                        : new TopologyEdit.OwnBoundary(anyBoundary(topology), nameOrNone());
        };
    }

    /// In some formats a name is the last part of an id.
    private String renamed(String service) {
        int slash = service.lastIndexOf('/');
        return slash < 0 || random.nextInt(3) == 0 ? name() : service.substring(0, slash + 1) + name();
    }

    String name() {
        return of(NAMES);
    }

    private @Nullable String nameOrNone() {
        return random.nextInt(3) == 0 ? null : name();
    }

    private String url() {
        return "http://127.0.0.1:" + (1_024 + random.nextInt(9_000)) + "/health";
    }

    private String service(Topology topology) {
        return topology.services().isEmpty() ? name() : of(topology.services()).id();
    }

    private Dependency dependency(Topology topology) {
        if (topology.dependencies().isEmpty()) {
            return new Dependency(
                    service(topology),
                    name(),
                    DependencyKind.SYNC,
                    true,
                    null,
                    null,
                    List.of(new Evidence(Certainty.DECLARED, "none", SourceLocation.NOWHERE)),
                    true);
        }
        return of(topology.dependencies());
    }

    private @Nullable String boundary(Topology topology) {
        return random.nextInt(4) == 0 ? null : anyBoundary(topology);
    }

    private String anyBoundary(Topology topology) {
        return topology.boundaries().isEmpty()
                ? name()
                : of(topology.boundaries()).id();
    }

    private List<String> tags(Topology topology, String service) {
        List<String> tags =
                new ArrayList<>(topology.service(service).map(Service::tags).orElse(List.of()));
        if (!tags.isEmpty() && random.nextBoolean()) {
            tags.remove(random.nextInt(tags.size()));
        }
        if (random.nextBoolean()) {
            tags.add(random.nextInt(tags.size() + 1), name());
        }
        return tags;
    }

    private String link(Topology topology, String service) {
        List<String> titles = topology.service(service)
                .map(known -> List.copyOf(known.links().keySet()))
                .orElse(List.of());
        return titles.isEmpty() || random.nextBoolean() ? name() : of(titles);
    }

    private @Nullable String check(Topology topology, String service) {
        List<HealthCheck> checks =
                topology.service(service).map(Service::healthChecks).orElse(List.of());
        return checks.isEmpty() || random.nextInt(3) == 0 ? null : of(checks).url();
    }

    private DependencyKind kind() {
        return of(List.of(DependencyKind.values()));
    }

    private ServiceKind serviceKind() {
        return of(List.of(ServiceKind.values()));
    }

    private <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
