package dev.orrery.descriptor;

import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Measured;
import dev.orrery.topology.Promise;
import dev.orrery.topology.Release;
import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One service of what several sources say of it. What the source that counts most states wins; what it does not state
/// the next one may.
final class MergedService {
    private MergedService() {}

    static Service of(Identity identity) {
        Service merged = of(identity.id(), identity.services());
        if (identity.statedNames().isEmpty()) {
            return merged;
        }
        Set<String> aliases = new TreeSet<>(merged.aliases());
        aliases.addAll(identity.statedNames());
        return merged.change().aliases(aliases).build();
    }

    private static Service of(String id, List<Service> described) {
        if (described.size() == 1) {
            Service only = described.getFirst();
            return only.id().equals(id) ? only : only.under(id).build();
        }
        Set<String> aliases = new TreeSet<>();
        for (Service service : described) {
            aliases.add(service.id());
            aliases.addAll(service.aliases());
        }
        return Service.builder(id, described.getFirst().source())
                .name(described.stream()
                        .filter(service -> !service.name().equals(service.id()))
                        .map(Service::name)
                        .findFirst()
                        .orElse(described.getFirst().name()))
                .kind(described.stream()
                        .map(Service::kind)
                        .filter(kind -> kind != ServiceKind.SERVICE)
                        .findFirst()
                        .orElse(ServiceKind.SERVICE))
                .boundary(first(described, Service::boundary))
                .owner(first(described, Service::owner))
                .technology(first(described, Service::technology))
                .tags(united(described, Service::tags))
                .links(mapped(described, Service::links))
                .healthChecks(checks(described))
                .owns(united(described, Service::owns))
                .provides(mapped(described, Service::provides))
                .releases(releases(described))
                .promise(described.stream().map(Service::promise).reduce(Promise.NONE, Promise::or))
                .active(described.stream().anyMatch(Service::active))
                .aliases(aliases)
                .sources(united(described, Service::sources))
                .build();
    }

    private static @Nullable String first(List<Service> described, Function<Service, @Nullable String> part) {
        return described.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static <T> List<T> united(List<Service> described, Function<Service, Collection<T>> part) {
        Set<T> all = new LinkedHashSet<>();
        described.forEach(service -> all.addAll(part.apply(service)));
        return List.copyOf(all);
    }

    private static Map<String, String> mapped(List<Service> described, Function<Service, Map<String, String>> part) {
        Map<String, String> all = new TreeMap<>();
        described.forEach(service -> part.apply(service).forEach(all::putIfAbsent));
        return all;
    }

    private static List<HealthCheck> checks(List<Service> described) {
        Map<Asked, HealthCheck> distinct = new LinkedHashMap<>();
        described.forEach(service -> service.healthChecks()
                .forEach(check -> distinct.putIfAbsent(
                        new Asked(check.url(), check.request().measured()), check)));
        return List.copyOf(distinct.values());
    }

    /// Who is asked for what.
    private record Asked(String url, @Nullable Measured measured) {}

    private static List<Release> releases(List<Service> described) {
        Map<String, Release> byVersion = new LinkedHashMap<>();
        described.forEach(
                service -> service.releases().forEach(release -> byVersion.putIfAbsent(release.version(), release)));
        return new ArrayList<>(byVersion.values());
    }
}
