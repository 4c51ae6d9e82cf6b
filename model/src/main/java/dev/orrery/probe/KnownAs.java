package dev.orrery.probe;

import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// By what others may call a service.
///
/// @param names its id, name and aliases
/// @param addresses the URLs of its health checks
public record KnownAs(SortedSet<String> names, SortedSet<String> addresses) {
    public KnownAs {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        addresses = Collections.unmodifiableSortedSet(new TreeSet<>(addresses));
    }

    public KnownAs(Collection<String> names, Collection<String> addresses) {
        this(new TreeSet<>(names), new TreeSet<>(addresses));
    }

    public static KnownAs of(Service service) {
        List<String> names = new ArrayList<>(service.aliases());
        names.add(service.id());
        names.add(service.name());
        List<String> addresses = new ArrayList<>();
        for (HealthCheck check : service.healthChecks()) {
            addresses.addAll(check.addresses());
        }
        return new KnownAs(names, addresses);
    }
}
