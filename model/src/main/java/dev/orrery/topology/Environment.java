package dev.orrery.topology;

import dev.orrery.text.Messages;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a topology runs: the same services under other addresses, as stated in a workspace.
///
/// @param moves the first that fits a service counts, one that names it before a pattern
/// @param secrets the name by which a descriptor calls a secret, to the name that it has here
/// @param prometheus the server that knows this environment; null where none is named
public record Environment(
        String name,
        List<Move> moves,
        SortedMap<String, String> secrets,
        @Nullable PrometheusRule prometheus,
        SourceLocation source) {

    public Environment {
        moves = List.copyOf(moves);
        secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
    }

    /// Moves the health checks of some services to where they are asked here.
    ///
    /// @param services an id, or a pattern in which `*` stands for any text
    public record Move(String services, Target target) {
        boolean isExact() {
            return services.indexOf('*') < 0;
        }

        boolean fits(String service) {
            return Wildcard.matches(services, service);
        }
    }

    /// Where to.
    public sealed interface Target {}

    /// Another base: scheme, host, port and what goes before the path. `{service}` stands for the last part of the id.
    public record Base(String url) implements Target {}

    /// The same host with other ports.
    public record Ports(SortedMap<Integer, Integer> ports) implements Target {
        public Ports {
            ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
        }
    }

    /// The topology as it is asked here. Everything but the addresses and the secrets that are
    /// named stays, and where a server is named that knows this environment, that is who is asked.
    ///
    /// A server that is not named here knows other places than these: where a service is moved,
    /// it is asked itself, and not at all where only that server could tell.
    public Topology apply(Topology topology) {
        Topology moved = topology.withServices(
                topology.services().stream().map(this::moved).toList());
        Topology covered = prometheus == null ? moved : prometheus.cover(moved);
        return secrets.isEmpty()
                ? covered
                : covered.withServices(
                        covered.services().stream().map(this::withOwnSecrets).toList());
    }

    /// What a picture, a window or a report of a topology here is called, so that nobody takes it
    /// for one of another place.
    public String titled(String topology) {
        return Messages.of("environment.title", topology, name);
    }

    private Service withOwnSecrets(Service service) {
        boolean namesNone = service.healthChecks().stream()
                .allMatch(check -> check.request().headers().isEmpty());
        return namesNone
                ? service
                : service.withHealthChecks(service.healthChecks().stream()
                        .map(check -> check.with(check.request().withSecrets(secrets)))
                        .toList());
    }

    private Service moved(Service service) {
        if (service.healthChecks().isEmpty()) {
            return service;
        }
        Optional<Move> move = move(service.id());
        return service.withHealthChecks(service.healthChecks().stream()
                .flatMap(check -> here(check, service.id(), move))
                .toList());
    }

    private Stream<HealthCheck> here(HealthCheck check, String service, Optional<Move> move) {
        Measured measured = check.request().measured();
        if (measured == null) {
            return Stream.of(moved(check, service, move));
        }
        List<HealthCheck> declared = measured.declared().stream()
                .map(own -> moved(own, service, move))
                .toList();
        if (prometheus != null) {
            return Stream.of(prometheus.takeOver(check, measured.declaring(declared)));
        }
        return move.isEmpty() ? Stream.of(check) : declared.stream().map(own -> own.at(check.source()));
    }

    private static HealthCheck moved(HealthCheck check, String service, Optional<Move> move) {
        return move.map(to -> check.withUrl(CheckAddress.of(check.url()).moved(to.target(), service)))
                .orElse(check);
    }

    private Optional<Move> move(String service) {
        return moves.stream()
                .filter(move -> move.isExact() && move.fits(service))
                .findFirst()
                .or(() -> moves.stream().filter(move -> move.fits(service)).findFirst());
    }
}
