package dev.orrery.importer.asyncapi;

import dev.orrery.topology.SourceLocation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where applications meet: a broker, or one of them that the others connect to.
///
/// @param id the host in lower case; with its port on this computer, where one host is many
/// @param hosts all of them, where a list is given
/// @param protocol as written
/// @param family the protocol without what encryption adds to its name
/// @param path without the slash at the end
record Server(String id, Set<String> hosts, String protocol, String family, String path, SourceLocation source) {
    private static final Pattern URL = Pattern.compile(
            "(?:([A-Za-z][A-Za-z0-9+.-]{0,40})://)?(?:[^/@?#]{0,500}@)?([^/?#]*)([^?#]*).*", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile(":(?:\\d{1,5}|\\{[^{}]{0,100}})$");
    private static final Pattern OWN = Pattern.compile("localhost|127\\.[\\d.]{1,12}|0\\.0\\.0\\.0|\\[::1?]");
    private static final int LONGEST = 2_000;
    private static final Map<String, String> FAMILIES = Map.ofEntries(
            Map.entry("mqtts", "mqtt"),
            Map.entry("mqtt5", "mqtt"),
            Map.entry("secure-mqtt", "mqtt"),
            Map.entry("kafka-secure", "kafka"),
            Map.entry("amqps", "amqp"),
            Map.entry("stomps", "stomp"),
            Map.entry("rediss", "redis"),
            Map.entry("ibmmq-secure", "ibmmq"),
            Map.entry("wss", "ws"),
            Map.entry("https", "http"));
    private static final Set<String> BETWEEN_PEERS = Set.of("http", "ws", "sse", "grpc");

    /// @param address a host of version 3 or a URL of version 2, variables filled in
    /// @param stated the protocol, where the document gives one; else the scheme of the URL tells
    static Optional<Server> of(String address, Optional<String> stated, String pathname, SourceLocation source) {
        Matcher parts = URL.matcher(address.strip());
        if (address.length() > LONGEST || !parts.matches() || parts.group(2).isBlank()) {
            return Optional.empty();
        }
        String scheme = parts.group(1) == null ? "" : parts.group(1);
        String protocol = stated.orElse(scheme).strip();
        String family = protocol.toLowerCase(Locale.ROOT);
        Set<String> hosts = new LinkedHashSet<>();
        Stream.of(parts.group(2).split(",", -1))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .forEach(host -> hosts.add(name(host)));
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Server(
                List.copyOf(hosts).getFirst(),
                hosts,
                protocol,
                FAMILIES.getOrDefault(family, family),
                withoutSlash(parts.group(3) + pathname),
                source));
    }

    /// Whether it stands between the applications. Over other protocols they speak to each other.
    boolean isBroker() {
        return !BETWEEN_PEERS.contains(family);
    }

    private static String name(String host) {
        String bare = PORT.matcher(host).replaceFirst("");
        return OWN.matcher(bare).matches() ? host : bare;
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
