package dev.orrery.importer.compose;

import dev.orrery.descriptor.EndpointUrl;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.HealthCheck;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns a container's own health test into one that this computer can ask: the URL in it, with the published port.
///
/// A test without a URL (a script, a database's own client) says nothing that could be asked from outside.
final class ComposeHealth {
    private static final Set<String> OWN_HOSTS =
            Set.of("localhost", "127.0.0.1", "0.0.0.0", "::1", "[::1]", "[::]", "ip6-localhost");
    private static final String OF_SERVICE = "service:";
    private static final int LONGEST_CHAIN = 20;

    private final Map<String, Definition> services;
    private final ServiceNames names;
    private final ComposeBinding binding;
    private final Map<String, PublishedPorts> ports = new HashMap<>();

    ComposeHealth(Map<String, Definition> services, ServiceNames names, ComposeBinding binding) {
        this.services = services;
        this.names = names;
        this.binding = binding;
    }

    List<HealthCheck> read(String id, Value.Mapping service) {
        PublishedPorts published = published(id, service, 0);
        return service.get("healthcheck")
                .flatMap(value -> binding.plain().mapping("healthcheck", value))
                .filter(check -> !binding.plain().bool(check, "disable").orElse(false))
                .flatMap(check -> check(id, check, published))
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<HealthCheck> check(String id, Value.Mapping check, PublishedPorts published) {
        Optional<Value.Scalar> test = check.get("test").flatMap(this::command);
        Optional<HealthCommand> asked = test.flatMap(command -> HealthCommand.in(command.text()));
        if (test.isEmpty() || asked.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> authority =
                isOwn(id, asked.get().host()) ? published.authority(asked.get().port()) : Optional.empty();
        if (authority.isEmpty()) {
            binding.report(Problem.info(
                    "not-reachable-from-here",
                    test.get().source(),
                    id,
                    asked.get().written()));
            return Optional.empty();
        }
        Value.Scalar url = new Value.Scalar(
                asked.get().scheme() + "://" + authority.get() + asked.get().path(),
                Value.Type.TEXT,
                test.get().source());
        Duration interval = duration(check, "interval", HealthCheck.DEFAULT_INTERVAL);
        Duration timeout = duration(check, "timeout", HealthCheck.DEFAULT_TIMEOUT);
        return EndpointUrl.isUsable(url, binding.plain())
                ? Optional.of(new HealthCheck(url.text(), interval, timeout, null, url.source()))
                : Optional.empty();
    }

    /// The test as one line, at the place of the list or text. `NONE` turns it off.
    private Optional<Value.Scalar> command(Value test) {
        if (test instanceof Value.Sequence list) {
            List<String> words = list.items().stream()
                    .flatMap(item -> binding.shown("test", item).stream())
                    .map(Value.Scalar::text)
                    .toList();
            boolean isOff = !words.isEmpty() && words.getFirst().equals("NONE");
            String line = words.stream().skip(1).collect(Collectors.joining(" "));
            return isOff ? Optional.empty() : Optional.of(new Value.Scalar(line, Value.Type.TEXT, test.source()));
        }
        return binding.shown("test", test);
    }

    /// A service in another one's network is reached through that one's ports.
    private PublishedPorts published(String id, Value.Mapping service, int steps) {
        PublishedPorts own = ports.get(id);
        if (own != null) {
            return own;
        }
        Optional<String> host = service.get("network_mode")
                .filter(Value.Scalar.class::isInstance)
                .map(mode -> ((Value.Scalar) mode).text())
                .filter(mode -> mode.startsWith(OF_SERVICE))
                .map(mode -> mode.substring(OF_SERVICE.length()));
        Definition shared = host.map(services::get).orElse(null);
        PublishedPorts found = host.isPresent() && shared != null && steps < LONGEST_CHAIN
                ? published(host.get(), shared.mapping(), steps + 1)
                : PublishedPorts.of(service, binding);
        ports.put(id, found);
        return found;
    }

    private boolean isOwn(String id, String host) {
        Set<String> hosts = new HashSet<>(OWN_HOSTS);
        hosts.add(id);
        hosts.addAll(names.aliases(id));
        return hosts.contains(host);
    }

    private Duration duration(Value.Mapping check, String key, Duration otherwise) {
        return binding.known(check, key).flatMap(binding.plain()::duration).orElse(otherwise);
    }
}
