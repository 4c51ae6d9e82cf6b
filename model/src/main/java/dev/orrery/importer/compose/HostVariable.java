package dev.orrery.importer.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the name of a variable or option says about its value.
final class HostVariable {
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern WORDS = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");
    private static final List<String> HOST_ENDINGS = List.of(
            "HOST",
            "HOSTS",
            "HOSTNAME",
            "HOSTNAMES",
            "SERVER",
            "SERVERS",
            "BROKER",
            "BROKERS",
            "ADDR",
            "ADDRS",
            "ADDRESS",
            "ADDRESSES",
            "URL",
            "URLS",
            "URI",
            "URIS",
            "ENDPOINT",
            "ENDPOINTS",
            "DSN",
            "SEEDS",
            "UPSTREAM",
            "UPSTREAMS",
            "DATASOURCE");
    /// A container's own name, and a program.
    private static final Set<String> NO_HOSTS = Set.of("HOSTNAME", "GHOST");
    /// Who may call, where this service listens, where browsers go: the other way round.
    private static final Set<String> INBOUND = Set.of(
            "ADVERTISE",
            "ADVERTISED",
            "LISTEN",
            "LISTENER",
            "LISTENERS",
            "BIND",
            "ALLOW",
            "ALLOWED",
            "CORS",
            "TRUSTED",
            "REDIRECT",
            "CALLBACK",
            "VIRTUAL",
            "LETSENCRYPT",
            "WHITELIST",
            "ORIGINS",
            "NOPROXY");
    private static final Set<String> CREDENTIAL = Set.of(
            "PASSWORD",
            "PASS",
            "PASSWD",
            "PWD",
            "SECRET",
            "TOKEN",
            "USER",
            "USERNAME",
            "AUTH",
            "CREDENTIALS",
            "KEY",
            "IMAGE",
            "TAG",
            "VERSION");

    private HostVariable() {}

    /// Whether a bare name in its value is a host.
    static boolean saysHost(String name) {
        String joined = NO_WORD.matcher(name).replaceAll("").toUpperCase(Locale.ROOT);
        return HOST_ENDINGS.stream().anyMatch(joined::endsWith) && !NO_HOSTS.contains(joined) && !isInbound(name);
    }

    /// Whether the hosts in its value are none that this service calls.
    static boolean isInbound(String name) {
        String joined = NO_WORD.matcher(name).replaceAll("").toUpperCase(Locale.ROOT);
        return joined.equals("NOPROXY") || words(name).stream().anyMatch(INBOUND::contains);
    }

    /// Whether `a:1234` in its value may be a name and a password, or an image and its version.
    static boolean isNoAddress(String name) {
        List<String> words = words(name);
        return !words.isEmpty() && CREDENTIAL.contains(words.getLast());
    }

    private static List<String> words(String name) {
        return Arrays.stream(WORDS.split(name, -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList();
    }
}
