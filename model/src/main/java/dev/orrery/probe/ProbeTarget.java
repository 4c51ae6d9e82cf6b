package dev.orrery.probe;

import dev.orrery.health.CheckId;
import dev.orrery.topology.HealthCheck;
import dev.orrery.topology.Measured;
import dev.orrery.topology.Service;
import dev.orrery.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One check to ask.
///
/// @param known by what others may call the service; of no matter but where it is others who
///     are asked
public record ProbeTarget(CheckId id, HealthCheck check, KnownAs known) {
    private static final Set<String> SENDING_HEADERS = Set.of("http", "https", "grpc", "grpcs");

    /// Of a service that has no name but its id.
    public ProbeTarget(CheckId id, HealthCheck check) {
        this(id, check, new KnownAs(List.of(id.service()), check.addresses()));
    }

    /// All that there is to ask in a topology, by id. Services that their own descriptor leaves out by default are
    /// not asked: nobody started them.
    public static List<ProbeTarget> of(Topology topology) {
        List<ProbeTarget> targets = new ArrayList<>();
        for (Service service : topology.services()) {
            if (!service.active()) {
                continue;
            }
            KnownAs known = KnownAs.of(service);
            for (int index = 0; index < service.healthChecks().size(); index++) {
                CheckId id = new CheckId(service.id(), index);
                targets.add(new ProbeTarget(id, service.healthChecks().get(index), known));
            }
        }
        return List.copyOf(targets);
    }

    /// Whose leave it takes to ask: the one that is asked, and who else is asked along with it.
    public List<Origin> origins() {
        Measured measured = check.request().measured();
        String beside = measured == null ? null : measured.alertmanager();
        return Stream.of(Optional.of(check.url()), Optional.ofNullable(beside))
                .flatMap(Optional::stream)
                .flatMap(url -> Origin.of(url).stream())
                .toList();
    }

    /// Which secrets are sent along, and to whom.
    public List<SecretUse> secretUses() {
        return origins().stream()
                .filter(origin -> SENDING_HEADERS.contains(origin.scheme()))
                .flatMap(origin ->
                        check.request().headers().values().stream().map(secret -> new SecretUse(secret, origin)))
                .toList();
    }

    /// Whether the other asks the same in the same way, wherever it is written.
    boolean asksLike(ProbeTarget other) {
        return id.equals(other.id)
                && check.url().equals(other.check.url())
                && check.timeout().equals(other.check.timeout())
                && Objects.equals(check.degradedAbove(), other.check.degradedAbove())
                && check.request().equals(other.check.request())
                && check.expect().equals(other.check.expect())
                && (check.request().measured() == null || known.equals(other.known));
    }
}
