package dev.orrery.importer.compose;

import dev.orrery.descriptor.Value;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The names under which the services of a project find each other.
final class ServiceNames {
    /// The name that Swarm gives to all replicas of a service.
    private static final String TASKS = "tasks.";

    private final Map<String, Set<String>> aliases = new TreeMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();

    private ServiceNames() {}

    static ServiceNames of(Map<String, Definition> services) {
        ServiceNames names = new ServiceNames();
        services.forEach((id, definition) -> {
            Set<String> own = new TreeSet<>();
            Value.Mapping body = definition.mapping();
            Stream.of("container_name", "hostname")
                    .flatMap(key -> body.get(key).stream())
                    .forEach(value -> add(value, own));
            body.get("networks")
                    .filter(Value.Mapping.class::isInstance)
                    .map(Value.Mapping.class::cast)
                    .ifPresent(networks -> networks.fields().forEach(network -> addOfNetwork(network.value(), own)));
            own.remove(id);
            names.aliases.put(id, own);
        });
        names.aliases.forEach((id, own) -> own.forEach(alias -> names.byName
                .computeIfAbsent(alias.toLowerCase(Locale.ROOT), _ -> new TreeSet<>())
                .add(id)));
        // A service's own name counts more than another's alias.
        Map<String, Set<String>> ids = new HashMap<>();
        services.keySet()
                .forEach(id -> ids.computeIfAbsent(id.toLowerCase(Locale.ROOT), _ -> new TreeSet<>())
                        .add(id));
        names.byName.putAll(ids);
        return names;
    }

    /// Other names of a service, sorted.
    Set<String> aliases(String id) {
        return aliases.getOrDefault(id, Set.of());
    }

    /// The one service that a host name leads to; letters count alike in either case, as in DNS.
    Optional<String> service(String host) {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String name = plain.startsWith(TASKS) ? plain.substring(TASKS.length()) : plain;
        if (aliases.containsKey(name)) {
            return Optional.of(name);
        }
        Set<String> found = byName.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static void addOfNetwork(Value network, Set<String> names) {
        if (network instanceof Value.Mapping mapping) {
            mapping.get("aliases")
                    .map(KeyedValues::list)
                    .ifPresent(list -> list.items().forEach(alias -> add(alias, names)));
        }
    }

    private static void add(Value value, Set<String> names) {
        if (value instanceof Value.Scalar scalar
                && scalar.type() != Value.Type.NULL
                && OpenText.isComplete(scalar)
                && !scalar.text().isBlank()) {
            names.add(scalar.text());
        }
    }
}
