package dev.orrery.importer.kubernetes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the name of a variable, a flag or a property says about a value that is one bare word: `DB_HOST` holds a host,
/// `DB_USER` does not, even where a Service is called as the user is.
///
/// @param words lower case
record VariableName(List<String> words) {
    private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

    private static final Set<String> HOSTS = Set.of(
            "host",
            "hosts",
            "hostname",
            "addr",
            "addrs",
            "address",
            "addresses",
            "url",
            "urls",
            "uri",
            "uris",
            "endpoint",
            "endpoints",
            "server",
            "servers",
            "broker",
            "brokers",
            "bootstrap",
            "upstream",
            "dsn");

    private static final Set<String> OTHERS = Set.of(
            "user",
            "username",
            "usr",
            "password",
            "pass",
            "passwd",
            "pwd",
            "database",
            "databases",
            "db",
            "dbname",
            "name",
            "profile",
            "profiles",
            "active",
            "type",
            "kind",
            "role",
            "roles",
            "mode",
            "driver",
            "dialect",
            "schema",
            "topic",
            "topics",
            "queue",
            "queues",
            "exchange",
            "bucket",
            "key",
            "token",
            "secret",
            "realm",
            "client",
            "id",
            "version",
            "tag",
            "tags",
            "image",
            "env",
            "environment",
            "prefix",
            "path",
            "dir",
            "level",
            "format",
            "label",
            "labels",
            "app",
            "application",
            "component",
            "provider",
            "store",
            "platform",
            "namespace",
            "adapter",
            "exporter",
            "engine",
            "plugin",
            "plugins",
            "strategy",
            "scheme",
            "protocol",
            "group",
            "subject",
            "cluster",
            "vhost",
            "system",
            "features",
            "modules",
            "index",
            "account",
            "owner");

    /// Lists of who may come in, or of where not to go.
    private static final Set<String> LISTS =
            Set.of("allow", "allowed", "cors", "trusted", "no", "advertised", "listen");

    static VariableName of(String written) {
        return new VariableName(Arrays.stream(BETWEEN.split(written, -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /// Whether it names where others are, and surely so.
    boolean saysHost() {
        return !isList() && words.stream().anyMatch(HOSTS::contains);
    }

    /// Whether a bare word may be a host.
    boolean mayBeHost() {
        return saysHost() || (!isList() && !words.isEmpty() && !OTHERS.contains(words.getLast()));
    }

    /// Whether not even a URL in it is something that is called.
    boolean isList() {
        return words.stream().anyMatch(LISTS::contains);
    }
}
