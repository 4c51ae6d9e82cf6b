package dev.orrery.app.sample;

import dev.orrery.topology.Boundary;
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
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The large sample: an online retailer of [#SERVICES] services in [#BOUNDARIES] boundaries, made by a fixed rule, so
/// that it is the same everywhere. Most dependencies stay inside a boundary, some cross it to another's gateway, and a
/// few
/// services are needed by nearly everybody, as in real systems of that size.
final class Retailer {
    static final int SERVICES = 2_000;
    static final int BOUNDARIES = 60;

    private static final long SEED = 2_026;
    private static final SourceLocation HERE = SourceLocation.startOf("retailer");
    private static final List<Evidence> EVIDENCE = List.of(new Evidence(Certainty.DECLARED, "native", HERE));

    /// Everybody reads settings and flags, checks tokens, and tells what happens; the owners are all of one domain.
    private static final List<String> HUBS =
            List.of("platform-config", "platform-flags", "platform-event-bus", "platform-telemetry");
    private static final String TOKENS = "identity-tokens";

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Boundary> boundaries = new ArrayList<>();
    private final Map<String, Service> services = new TreeMap<>();
    private final Map<String, Dependency> dependencies = new TreeMap<>();
    private final List<Area> areas = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    private Retailer() {}

    static Topology topology() {
        return new Retailer().made();
    }

    /// A boundary with services of its own.
    ///
    /// @param size how many
    private record Area(String id, @Nullable String domain, int size, List<String> apis) {
        String outermost() {
            return domain == null ? id : domain;
        }

        String gateway() {
            return id + "-gateway";
        }
    }

    private Topology made() {
        RetailerWords.DOMAINS.forEach(this::domain);
        areas.forEach(this::fill);
        providers();
        areas.forEach(this::reachOut);
        return new Topology(
                "Online retailer, 2,000 services",
                List.copyOf(services.values()),
                List.copyOf(dependencies.values()),
                boundaries);
    }

    /// A domain is divided into contexts, or has services itself.
    private void domain(String name, List<String> contexts) {
        boundaries.add(boundary(name, "domain", null, "team-" + name));
        int parts = RetailerWords.DOMAINS.values().stream()
                .mapToInt(inner -> Math.max(1, inner.size()))
                .sum();
        for (String context : contexts.isEmpty() ? List.of(name) : contexts) {
            if (!contexts.isEmpty()) {
                boundaries.add(boundary(context, "bounded-context", name, "team-" + context));
            }
            // Sizes vary by a factor of five, and the last takes what is left.
            int before = areas.stream().mapToInt(Area::size).sum();
            int left = SERVICES - RetailerWords.PROVIDERS.size() - before;
            int even = left / Math.max(1, parts - areas.size());
            int size = areas.size() == parts - 1 ? left : even / 3 + random.nextInt(4 * even / 3 + 1);
            areas.add(new Area(context, contexts.isEmpty() ? null : name, size, new ArrayList<>()));
        }
    }

    private static Boundary boundary(String id, String kind, @Nullable String within, String owner) {
        String name =
                id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
        return new Boundary(id, name, kind, within, owner, HERE);
    }

    private void fill(Area area) {
        add(area, area.gateway(), ServiceKind.GATEWAY);
        area.apis().add(area.gateway());
        String queue = area.id() + "-events";
        add(area, queue, ServiceKind.QUEUE);
        for (String subject : RetailerWords.subjects(area.id())) {
            if (left(area) == 0) {
                return;
            }
            subject(area, area.id() + "-" + subject, queue);
        }
    }

    /// An API with what stands behind it.
    private void subject(Area area, String api, String queue) {
        add(area, api, ServiceKind.SERVICE);
        String front = area.apis().get(random.nextInt(Math.min(3, area.apis().size())));
        needs(front, api, DependencyKind.SYNC, chance(85));
        area.apis().add(api);
        if (chance(55) && left(area) > 0) {
            needs(api, add(area, api + "-db", ServiceKind.DATABASE), DependencyKind.DATA, true);
        }
        if (chance(18) && left(area) > 0) {
            needs(api, add(area, api + "-cache", ServiceKind.CACHE), DependencyKind.DATA, false);
        }
        if (chance(40)) {
            needs(api, queue, DependencyKind.ASYNC, false);
        }
        if (chance(30) && left(area) > 0) {
            String worker = add(area, api + "-worker", ServiceKind.WORKER);
            needs(worker, queue, DependencyKind.ASYNC, true);
            needs(worker, services.containsKey(api + "-db") ? api + "-db" : api, DependencyKind.SYNC, true);
        }
        if (chance(12) && left(area) > 0) {
            needs(add(area, api + "-nightly", ServiceKind.JOB), api, DependencyKind.SYNC, true);
        }
        if (chance(10) && left(area) > 0) {
            needs(add(area, api + "-web", ServiceKind.WEB), area.gateway(), DependencyKind.SYNC, true);
        }
        for (int more = random.nextInt(3); more > 0; more--) {
            needs(api, area.apis().get(random.nextInt(area.apis().size())), DependencyKind.SYNC, chance(60));
        }
    }

    private int left(Area area) {
        return area.size() - counts.getOrDefault(area.id(), 0);
    }

    private void providers() {
        for (String provider : RetailerWords.PROVIDERS) {
            services.put(
                    provider,
                    Service.builder(provider, HERE)
                            .kind(ServiceKind.EXTERNAL)
                            .technology("HTTPS API")
                            .build());
        }
    }

    /// Across boundaries one goes through gateways, mostly to the own domain, and to hubs directly.
    private void reachOut(Area area) {
        List<Area> near = areas.stream()
                .filter(other -> !other.id().equals(area.id())
                        && other.domain() != null
                        && other.domain().equals(area.domain()))
                .toList();
        List<String> leaned = RetailerWords.LEANS_ON.getOrDefault(area.outermost(), List.of());
        List<Area> far = areas.stream()
                .filter(other -> leaned.contains(other.outermost()))
                .toList();
        needs(area.gateway(), TOKENS, DependencyKind.SYNC, true);
        for (String api : area.apis()) {
            boolean home = area.id().equals("platform");
            for (String hub : HUBS) {
                if (!home && chance(hub.endsWith("telemetry") ? 45 : 22)) {
                    boolean bus = hub.endsWith("bus");
                    needs(api, hub, bus ? DependencyKind.ASYNC : DependencyKind.SYNC, false);
                }
            }
            if (chance(16)) {
                List<Area> asked = far.isEmpty() || (!near.isEmpty() && chance(70)) ? near : far;
                if (!asked.isEmpty()) {
                    Area other = asked.get(random.nextInt(asked.size()));
                    needs(api, other.gateway(), DependencyKind.SYNC, chance(50));
                }
            }
            if (chance(2)) {
                String provider = RetailerWords.PROVIDERS.get(random.nextInt(RetailerWords.PROVIDERS.size()));
                needs(api, provider, DependencyKind.SYNC, false);
            }
        }
    }

    private String add(Area area, String id, ServiceKind kind) {
        String technology = RetailerWords.technology(kind, random);
        List<HealthCheck> checks = chance(4)
                ? List.of()
                : List.of(new HealthCheck(
                        "http://localhost:9400/" + id + RetailerWords.path(technology),
                        HealthCheck.DEFAULT_INTERVAL,
                        HealthCheck.DEFAULT_TIMEOUT,
                        null,
                        HERE));
        counts.merge(area.id(), 1, Integer::sum);
        services.put(
                id,
                Service.builder(id, HERE)
                        .kind(kind)
                        .boundary(area.id())
                        .owner("team-" + area.id())
                        .technology(technology)
                        .tags(RetailerWords.tags(area.id(), kind, random))
                        .healthChecks(checks)
                        .build());
        return id;
    }

    private void needs(String from, String to, DependencyKind kind, boolean required) {
        if (!from.equals(to) && services.containsKey(to)) {
            dependencies.putIfAbsent(
                    from + " " + to, new Dependency(from, to, kind, required, null, null, EVIDENCE, false));
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
