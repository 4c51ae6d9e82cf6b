package dev.orrery.comparison;

import dev.orrery.topology.Boundary;
import dev.orrery.topology.Certainty;
import dev.orrery.topology.Dependency;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.Evidence;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Pair;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import dev.orrery.topology.SourceLocation;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/// A generated system and what it became: some services renamed, and as noise some gone, some new, some restated, and a
/// part of the dependencies others.
///
/// @param renamed old id to new id of what was really renamed and is in both
record RenamedSystem(Topology before, Topology after, SortedMap<String, String> renamed) {
    private static final String[] SUBJECTS = {
        "order", "invoice", "customer", "stock", "basket", "price", "offer", "shipment", "refund", "ledger", "ticket",
        "session", "catalogue", "review", "voucher", "address", "contract", "claim", "quote", "tariff", "booking",
                "room",
        "seat", "fleet", "route", "parcel", "label", "payroll", "budget", "audit"
    };
    private static final String[] ROLES = {
        "history", "search", "gateway", "writer", "reader", "export", "import", "planner", "mailer", "rules", "cache",
        "index", "archive", "sync", "web", "store", "worker", "events", "reports", "router"
    };
    private static final String[] TECHNOLOGIES = {"Java", "Go", "Python", "Node.js", "Kotlin", "Rust"};
    private static final SourceLocation HERE = SourceLocation.startOf("generated.yaml");
    private static final List<Evidence> EVIDENCE = List.of(new Evidence(Certainty.DECLARED, "generated", HERE));

    private static String name(SplittableRandom random) {
        return SUBJECTS[random.nextInt(SUBJECTS.length)] + "-" + ROLES[random.nextInt(ROLES.length)];
    }

    /// @param noise part of the dependencies, and half of it of the services, that are others afterwards
    static RenamedSystem of(int size, double renames, double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> taken = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            ids.add(fresh(name(random), taken));
        }
        int contexts = Math.max(2, size / 12);
        Map<String, Service> services = new TreeMap<>();
        for (int number = 0; number < size; number++) {
            services.put(ids.get(number), service(ids.get(number), number % contexts, random));
        }
        Set<Pair> pairs = new TreeSet<>();
        while (pairs.size() < 2 * size) {
            pairs.add(pair(ids, contexts, random));
        }
        Topology before = topology(services, pairs, contexts);

        SortedMap<String, String> now = new TreeMap<>();
        SortedMap<String, String> renamed = new TreeMap<>();
        Map<String, Service> later = new TreeMap<>();
        for (Service old : before.services()) {
            if (random.nextDouble() < noise / 2) {
                continue;
            }
            boolean isRenamed = random.nextDouble() < renames;
            String id = isRenamed ? fresh(other(old.id(), random), taken) : old.id();
            now.put(old.id(), id);
            if (isRenamed) {
                renamed.put(old.id(), id);
            }
            Service same = restated(old, id, noise, random);
            later.put(id, same);
        }
        int added = (int) Math.round(size * noise / 2);
        List<String> living = new ArrayList<>(now.values());
        for (int number = 0; number < added; number++) {
            String id = fresh(name(random), taken);
            later.put(id, service(id, random.nextInt(contexts), random));
            living.add(id);
        }
        Set<Pair> needs = new TreeSet<>();
        for (Pair pair : pairs) {
            String from = now.get(pair.from());
            String to = now.get(pair.to());
            if (from != null && to != null && random.nextDouble() >= noise) {
                needs.add(new Pair(from, to));
            }
        }
        int others = (int) (2 * size * noise) + 2 * added;
        for (int number = 0; number < others; number++) {
            needs.add(pair(living, contexts, random));
        }
        return new RenamedSystem(before, topology(later, needs, contexts), renamed);
    }

    private static String fresh(String name, Set<String> taken) {
        String id = name;
        for (int number = 2; !taken.add(id); number++) {
            id = name + "-" + number;
        }
        return id;
    }

    /// A third are other spellings, a third keep one of their words, a third have nothing of the old name.
    private static String other(String id, SplittableRandom random) {
        String[] words = id.split("-");
        return switch (random.nextInt(6)) {
            case 0 -> words[0] + "s-" + words[1] + "-service";
            case 1 -> words[1] + "-" + words[0];
            case 2 -> words[0] + "-" + ROLES[random.nextInt(ROLES.length)];
            case 3 -> SUBJECTS[random.nextInt(SUBJECTS.length)] + "-" + words[1];
            default -> name(random);
        };
    }

    private static Pair pair(List<String> ids, int contexts, SplittableRandom random) {
        while (true) {
            int from = random.nextInt(ids.size());
            int to = random.nextInt(5) > 0
                    ? (from + contexts * random.nextInt(1 + ids.size() / contexts)) % ids.size()
                    : (int) (ids.size() * StrictMath.pow(random.nextDouble(), 2));
            if (from != to) {
                return new Pair(ids.get(from), ids.get(to));
            }
        }
    }

    private static Service service(String id, int context, SplittableRandom random) {
        return Service.builder(id, HERE)
                .kind(random.nextInt(6) == 0 ? ServiceKind.DATABASE : ServiceKind.SERVICE)
                .boundary("context-" + context)
                .owner("team-" + context / 2)
                .technology(TECHNOLOGIES[random.nextInt(TECHNOLOGIES.length)])
                .healthChecks(List.of(check(id)))
                .build();
    }

    private static HealthCheck check(String id) {
        return new HealthCheck(
                "http://" + id + ":8080/health", HealthCheck.DEFAULT_INTERVAL, HealthCheck.DEFAULT_TIMEOUT, null, HERE);
    }

    /// The same, and nothing is stated but kinds and needs, as in many a Compose file.
    RenamedSystem bare() {
        return new RenamedSystem(bare(before), bare(after), renamed);
    }

    private static Topology bare(Topology topology) {
        return new Topology(
                topology.name(),
                topology.services().stream()
                        .map(service -> Service.of(service.id(), service.kind(), HERE))
                        .toList(),
                topology.dependencies(),
                List.of());
    }

    private static Service restated(Service old, String id, double noise, SplittableRandom random) {
        String owner = random.nextDouble() < noise ? "team-new" : old.owner();
        String technology =
                random.nextDouble() < noise ? TECHNOLOGIES[random.nextInt(TECHNOLOGIES.length)] : old.technology();
        return Service.builder(id, HERE)
                .kind(old.kind())
                .boundary(old.boundary())
                .owner(owner)
                .technology(technology)
                .healthChecks(List.of(check(id)))
                .build();
    }

    private static Topology topology(Map<String, Service> services, Set<Pair> pairs, int contexts) {
        List<Boundary> boundaries = new ArrayList<>();
        for (int context = 0; context < contexts; context++) {
            String id = "context-" + context;
            boundaries.add(new Boundary(id, id, "bounded-context", null, null, HERE));
        }
        List<Dependency> dependencies = pairs.stream()
                .map(pair ->
                        new Dependency(pair.from(), pair.to(), DependencyKind.SYNC, true, null, null, EVIDENCE, false))
                .toList();
        return new Topology("generated", List.copyOf(services.values()), dependencies, boundaries);
    }
}
