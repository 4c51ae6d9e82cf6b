package dev.orrery.health;

import dev.orrery.topology.Dependency;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How something that a service needs is, as that service reports it: what its own health endpoint says of the part
/// that bears the name of a dependency. It says how the dependency looks from there, and nothing of how it is.
///
/// @param from id of the service that reports
/// @param to id of what it needs
/// @param component as the body names it, inner names joined by `/`
/// @param detail in words, made harmless; null where the body gives none
public record ReportedHealth(
        String from,
        String to,
        String component,
        Health health,
        @Nullable String detail) {
    /// Parts of a Spring Boot application that are the application itself, whatever else bears such a name.
    private static final Set<String> LOCAL =
            Set.of("diskspace", "ping", "ssl", "livenessstate", "readinessstate", "refreshscope", "process");

    /// What a service reports of its dependencies, sorted by what is needed, one for each. Of several parts that name
    /// the same the worst counts. A name that fits two dependencies is left out.
    ///
    /// @param components of its newest answers
    public static List<ReportedHealth> of(Topology topology, String service, List<ComponentHealth> components) {
        Map<String, Set<String>> byName = names(topology, service);
        SortedMap<String, ReportedHealth> worst = new TreeMap<>();
        collect("", components, (path, part) -> {
            String to = match(part.name(), byName);
            if (to != null) {
                ReportedHealth said = new ReportedHealth(service, to, path, part.health(), part.detail());
                worst.merge(to, said, (one, other) -> other.health().compareTo(one.health()) < 0 ? other : one);
            }
        });
        return List.copyOf(worst.values());
    }

    /// The same for the newest answers of all checks of a service. What a third party measured
    /// is no report of its own.
    public static List<ReportedHealth> of(Topology topology, ServiceHealth service) {
        List<ComponentHealth> components = new ArrayList<>();
        for (CheckHealth check : service.checks()) {
            Observation last = check.last();
            if (last != null && last.sampled() == null) {
                components.addAll(last.components());
            }
        }
        return components.isEmpty() ? List.of() : of(topology, service.service(), components);
    }

    @FunctionalInterface
    private interface Visitor {
        void visit(String path, ComponentHealth part);
    }

    private static void collect(String above, List<ComponentHealth> components, Visitor visitor) {
        for (ComponentHealth part : components) {
            String path = above + part.name();
            visitor.visit(path, part);
            collect(path + "/", part.parts(), visitor);
        }
    }

    /// The first spelling that fits anything decides; null where it fits none or several.
    private static @Nullable String match(String component, Map<String, Set<String>> byName) {
        if (LOCAL.contains(plain(component))) {
            return null;
        }
        for (String spelling : spellings(component)) {
            Set<String> found = byName.getOrDefault(plain(spelling), Set.of());
            if (!found.isEmpty()) {
                return found.size() == 1 ? found.iterator().next() : null;
            }
        }
        return null;
    }

    /// The name as written; without the measurement behind it (`redis:responseTime`), the arguments
    /// (`redis(db=0)`) or the kind before it (`service:redis`); the host of an address.
    private static List<String> spellings(String component) {
        List<String> spellings = new ArrayList<>(List.of(component));
        int scheme = component.indexOf("://");
        String address = scheme < 0 ? component : component.substring(scheme + 3);
        spellings.add(address.replaceFirst("[:/?#(].*", ""));
        spellings.add(component.substring(component.lastIndexOf(':') + 1));
        return spellings;
    }

    private static Map<String, Set<String>> names(Topology topology, String service) {
        Map<String, Set<String>> byName = new TreeMap<>();
        for (Dependency dependency : topology.dependencies()) {
            if (dependency.from().equals(service)) {
                String to = dependency.to();
                Stream<String> known = topology.service(to).stream().flatMap(ReportedHealth::namesOf);
                Stream.concat(Stream.of(to, to.substring(to.lastIndexOf('/') + 1)), known)
                        .map(ReportedHealth::plain)
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> byName.computeIfAbsent(name, _ -> new TreeSet<>())
                                .add(to));
            }
        }
        return byName;
    }

    private static Stream<String> namesOf(Service service) {
        Stream<String> hosts = service.healthChecks().stream()
                .flatMap(check -> check.addresses().stream())
                .flatMap(address -> host(address).stream());
        return Stream.of(Stream.of(service.name()), service.aliases().stream(), hosts)
                .flatMap(names -> names);
    }

    /// This computer's own names are everybody's.
    private static List<String> host(String address) {
        try {
            String host = URI.create(address).getHost();
            boolean isOwn = host == null
                    || host.equalsIgnoreCase("localhost")
                    || host.startsWith("127.")
                    || host.startsWith("[");
            return isOwn ? List.of() : List.of(host);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /// In lower case, letters and digits alone.
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
