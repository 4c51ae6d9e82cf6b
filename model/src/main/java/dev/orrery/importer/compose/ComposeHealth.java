package dev.orrery.importer.compose;

import dev.orrery.descriptor.EndpointUrl;
import dev.orrery.descriptor.Value;
import dev.orrery.problem.Problem;
import dev.orrery.topology.HealthCheck;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Turns a container's own health test into one that this computer can ask: the URL in it, with the published port.
///
/// A test without a URL (a script, a database's own client) says nothing that could be asked from outside.
final class ComposeHealth {
    /// Port, path and query of a URL up to the end of the word; a part that the container's shell would fill in is no
    /// URL.
    private static final String REST = "(?::(?<port>\\d+))?(?<path>[/?][^\\s\"'|;&)${}<>`\\\\]*)?(?=[\\s\"'|;&)]|$)";

    private static final Pattern URL =
            Pattern.compile("\\b(?<scheme>https?)://(?<host>\\[[^]]*]|[^\\s:/?\"'|;&)$@]+)" + REST);
    /// What `curl` and `wget` also take: `localhost:9200/_cluster/health`.
    private static final Pattern BARE =
            Pattern.compile("(?<=[\\s\"'])(?<scheme>)(?<host>localhost|127\\.0\\.0\\.1)" + REST);
    private static final Pattern CLIENT = Pattern.compile("\\b(curl|wget)\\b");
    private static final Set<String> OWN_HOSTS = Set.of("localhost", "127.0.0.1", "0.0.0.0", "[::1]", "[::]");

    private final ComposeBinding binding;

    ComposeHealth(ComposeBinding binding) {
        this.binding = binding;
    }

    List<HealthCheck> read(String id, Value.Mapping service) {
        PublishedPorts ports = PublishedPorts.of(service, binding);
        return service.get("healthcheck")
                .flatMap(value -> binding.plain().mapping("healthcheck", value))
                .filter(check -> !binding.plain().bool(check, "disable").orElse(false))
                .flatMap(check -> check(id, service, check, ports))
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<HealthCheck> check(String id, Value.Mapping service, Value.Mapping check, PublishedPorts ports) {
        Optional<Value.Scalar> test = check.get("test").flatMap(this::command);
        Optional<Matcher> url = test.flatMap(command -> url(command.text()));
        if (test.isEmpty() || url.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> reachable = reachable(url.get(), ownHosts(id, service), ports);
        if (reachable.isEmpty()) {
            binding.report(Problem.info(
                    "not-reachable-from-here",
                    test.get().source(),
                    id,
                    url.get().group()));
            return Optional.empty();
        }
        Value.Scalar asked =
                new Value.Scalar(reachable.get(), Value.Type.TEXT, test.get().source());
        Duration interval = duration(check, "interval", HealthCheck.DEFAULT_INTERVAL);
        Duration timeout = duration(check, "timeout", HealthCheck.DEFAULT_TIMEOUT);
        return EndpointUrl.isUsable(asked, binding.plain())
                ? Optional.of(new HealthCheck(asked.text(), interval, timeout, null, asked.source()))
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

    private static Optional<Matcher> url(String line) {
        Matcher whole = URL.matcher(line);
        if (whole.find()) {
            return Optional.of(whole);
        }
        Matcher bare = BARE.matcher(line);
        return CLIENT.matcher(line).find() && bare.find() ? Optional.of(bare) : Optional.empty();
    }

    private static Optional<String> reachable(Matcher url, Set<String> ownHosts, PublishedPorts ports) {
        String scheme = url.group("scheme").isEmpty() ? "http" : url.group("scheme");
        int usual = scheme.equals("https") ? 443 : 80;
        String written = url.group("port");
        if (!ownHosts.contains(url.group("host")) || (written != null && !EndpointUrl.isPort(written))) {
            return Optional.empty();
        }
        String path = url.group("path") == null ? "" : url.group("path");
        int port = written == null ? usual : Integer.parseInt(written);
        return ports.authority(port).map(authority -> scheme + "://" + authority + path);
    }

    private Set<String> ownHosts(String id, Value.Mapping service) {
        Set<String> hosts = new HashSet<>(OWN_HOSTS);
        hosts.add(id);
        for (String key : List.of("container_name", "hostname")) {
            if (service.get(key).orElse(null) instanceof Value.Scalar name) {
                hosts.add(name.text());
            }
        }
        return hosts;
    }

    private Duration duration(Value.Mapping check, String key, Duration otherwise) {
        return binding.known(check, key).flatMap(binding.plain()::duration).orElse(otherwise);
    }
}
