package dev.orrery.inspection;

import dev.orrery.topology.Service;
import dev.orrery.topology.ServiceKind;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Who lacks what is usual: what most services of a kind have, some do not. Where few have it, nobody has begun to
/// write it down, and naming each that lacks it would help nobody.
final class Usual {
    private Usual() {}

    /// @param percent of a kind that have it at least; 0 to name whoever lacks it
    static List<Service> lacking(List<Service> services, Predicate<Service> has, int percent) {
        Map<ServiceKind, List<Service>> ofKind = services.stream()
                .filter(service -> service.kind() != ServiceKind.EXTERNAL)
                .collect(Collectors.groupingBy(Service::kind));
        return ofKind.values().stream()
                .filter(same -> same.stream().filter(has).count() * 100 >= (long) same.size() * percent)
                .flatMap(List::stream)
                .filter(has.negate())
                .toList();
    }
}
